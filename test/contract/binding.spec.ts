import fc from 'fast-check';
import '../../src/app.module';
import { declaredActions } from '../../src/http/action';
import {
  type DtoClass,
  type Field,
  fieldsOf,
  GIVEN_TWICE,
  read,
  readValid,
  type Source,
} from '../../src/http/fields';
import { TimeZone } from '../../src/shared/time-zone';

const prague = new TimeZone('Europe/Prague');

type Tree = Record<string, unknown>;

const requests = [...new Set(declaredActions().map(({ request }) => request))].map(
  (type): [string, DtoClass] => [type.name, type],
);
const sources: readonly Source[] = ['json', 'xml', 'query'];

/** Values of which some are valid for some field, and those that look so. */
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '',
      ' ',
      '0',
      '-0',
      '1',
      '2',
      '5',
      '100',
      '1e0',
      '0x1',
      'true',
      'false',
      'png',
      'AAAA',
      'A A==',
      'cs-CZ',
    ],
    ...[
      '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11',
      '{5D0AD9A6-59F5-4F6F-8F0A-0A6D6B2F4B11}',
      'Trailer',
      '\u0000',
      '\ud800',
    ],
    ...['2026-11-23', '2026-02-30', '2026-11-23T09:00:00Z', '/Date(0)/', 'x'.repeat(101), 'x'.repeat(4001)],
    ...[
      0,
      -0,
      1,
      2,
      1.5,
      -1,
      101,
      1e21,
      NaN,
      true,
      false,
      null,
      undefined,
      GIVEN_TWICE,
      [],
      {},
      ['a'],
      [null],
    ],
  ),
  fc.string(),
  fc.integer(),
);

/** What may be valid for a field. */
function likely(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'object' && field.type) return treeOf(field.type());
  if (field.kind === 'list') {
    const item = field.type ? treeOf(field.type()) : likelyScalar(field);
    return fc.array(item, { maxLength: 2 });
  }
  return likelyScalar(field);
}

function likelyScalar({ value }: Field): fc.Arbitrary<unknown> {
  const { kind, schema } = value ?? { kind: 'text', schema: {} };
  const choices = value?.enumeration?.choices.map(choice => choice.value) ?? [];
  if (kind === 'choice') return fc.constantFrom(...choices);
  if (kind === 'choices') return fc.subarray(choices, { minLength: 1 }).map(each => each.join(','));
  if (kind === 'guid') return fc.uuid();
  if (kind === 'integer') return fc.integer({ min: schema.minimum, max: Math.min(schema.maximum ?? 9, 9e8) });
  if (kind === 'boolean') return fc.constantFrom(true, false, 0, 1, '1', 'true');
  if (kind === 'instant' || kind === 'date')
    return fc.constantFrom('2026-11-23', '2026-11-23T09:00:00+01:00');
  if (kind === 'bytes') return fc.constantFrom('', 'AAAA');
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 9, 9) });
}

function treeOf(type: DtoClass): fc.Arbitrary<Tree> {
  const members = fieldsOf(type).map(field => {
    const name = fc.constantFrom(field.name, field.name, field.name.toUpperCase());
    const missing = fc.constant(undefined);
    const value = fc.oneof(
      { arbitrary: likely(field), weight: 40 },
      { arbitrary: scalar, weight: 1 },
      { arbitrary: missing, weight: field.required ? 1 : 20 },
    );
    return fc.tuple(name, value);
  });
  const extra = fc.tuple(fc.constantFrom('Extra', '__proto__', 'constructor'), scalar);
  return fc
    .tuple(fc.option(extra, { freq: 5 }), ...members)
    .map(given => Object.fromEntries(given.filter(each => each?.[1] !== undefined) as [string, unknown][]));
}

/** Whether a list is given, of whatever form: what only the long way reads. */
const holdsList = (type: DtoClass, tree: unknown): boolean =>
  typeof tree === 'object' &&
  tree !== null &&
  fieldsOf(type).some(field =>
    Object.entries(tree).some(
      ([name, value]) =>
        name.toLowerCase() === field.name.toLowerCase() &&
        (field.kind === 'list' || (field.type !== undefined && holdsList(field.type(), value))),
    ),
  );

describe('reading valid members straight', () => {
  const seen = { valid: 0, refused: 0 };
  afterAll(() => {
    // Both ways were taken, and often.
    expect(seen.valid).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
  });

  it.each(requests)('%s: accepts what the decorators accept, with the same values', (_, type) => {
    fc.assert(
      fc.property(treeOf(type), fc.constantFrom(...sources), (tree, source) => {
        const straight = readValid(type, tree, source, prague);
        const { dto, faults } = read(type, tree, source, prague);
        if (straight) {
          seen.valid += 1;
          expect(faults).toEqual([]);
          expect(straight).toStrictEqual(dto);
        } else {
          seen.refused += faults.length > 0 ? 1 : 0;
          expect(faults.length > 0 || holdsList(type, tree)).toBe(true);
        }
      }),
    );
  });
});
