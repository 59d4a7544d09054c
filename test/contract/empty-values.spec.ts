import fc from 'fast-check';
import '../../src/app.module';
import { declaredActions } from '../../src/http/action';
import { bind, type DtoClass, type Field, fieldsOf, type Source } from '../../src/http/fields';
import { parseXml } from '../../src/http/wire/xml';
import { AppError } from '../../src/shared/errors/app-error';
import { TimeZone } from '../../src/shared/time-zone';

type Tree = Record<string, unknown>;
type Path = readonly Field[];
const zone = new TimeZone('Europe/Prague');
const NIL = 'xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** A request with what is required, and the one member at the end of the path as it is given; undefined leaves it out. */
function request(type: DtoClass, path: Path, value: unknown): Tree {
  const members = fieldsOf(type).flatMap(field => {
    if (field === path[0])
      return [[field.name, path.length === 1 ? value : inner(field, path.slice(1), value)]];
    return field.required ? [[field.name, inner(field, [], undefined)]] : [];
  });
  return Object.fromEntries(members) as Tree;
}

function inner({ kind, type, example }: Field, path: Path, value: unknown): unknown {
  if (!type) return example;
  return kind === 'list' ? [request(type(), path, value)] : request(type(), path, value);
}

/** Every member that may be left out, wherever it is in the request. */
function optionalIn(type: DtoClass, above: Path = []): Path[] {
  return fieldsOf(type).flatMap(field => {
    const path = [...above, field];
    return [...(field.required ? [] : [path]), ...(field.type ? optionalIn(field.type(), path) : [])];
  });
}

function xml(type: DtoClass, tree: Tree): string {
  return fieldsOf(type)
    .map(field => (tree[field.name] === undefined ? '' : element(field, field.name, tree[field.name])))
    .join('');
}

function element({ type, item, ...field }: Field, name: string, value: unknown): string {
  if (value === null) return `<${name} ${NIL}/>`;
  if (Array.isArray(value)) {
    const each = value.map(one => element({ type, ...field }, item ?? 'Item', one)).join('');
    return `<${name}>${each}</${name}>`;
  }
  if (typeof value === 'object') return `<${name}>${type ? xml(type(), value as Tree) : ''}</${name}>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;')}</${name}>`;
}

/** What is bound, or which members are at fault. */
function outcome(type: DtoClass, tree: Tree, source: Source): string {
  const given = source === 'xml' ? parseXml(`<Request>${xml(type, tree)}</Request>`) : tree;
  try {
    return JSON.stringify(bind(type, given, source, zone));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return JSON.stringify(error.details);
  }
}

const cases = declaredActions().flatMap(({ path, verb, request: type }) =>
  optionalIn(type).map(members => ({
    name: `${path} ${members.map(({ name }) => name).join('.')}`,
    sources: verb === 'GET' ? (['query'] as const) : (['json', 'xml'] as const),
    type,
    members,
  })),
);

const defaults: Partial<Record<Field['kind'], readonly string[]>> = {
  guid: ['00000000-0000-0000-0000-000000000000', ' {00000000-0000-0000-0000-000000000000} '],
  instant: ['0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '/Date(-62135596800000)/'],
  date: ['0001-01-01T00:00:00', '/Date(-62135596800000)/'],
};

/** What says nothing where this member may be. */
function nothings({ kind, value, schema }: Field): unknown[] {
  if (kind === 'list') return [null];
  if (kind === 'object') return [null, {}, ''];
  const isFree = value?.kind === 'text' && !schema.minLength && !schema.pattern && schema.maxLength !== 40;
  return [null, ...(isFree ? [] : ['']), ...(defaults[kind] ?? [])];
}

const isBoolean = ({ kind }: Field): boolean => kind === 'boolean';
/** A whole number, whether within limits or from a closed list. */
const isNumber = ({ kind, value }: Field): boolean =>
  kind === 'integer' || (kind === 'choice' && typeof value?.enumeration?.choices[0]?.value === 'number');
const takesZero = ({ value }: Field): boolean =>
  value?.schema.minimum === 0 || value?.enumeration?.choices[0]?.value === 0;

describe('every member that may be left out', () => {
  it('is known: of lists, commands and records', () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  it.each(cases)('$name: what says nothing is as if it were left out', ({ type, members, sources }) => {
    const member = members.at(-1);
    if (!member) throw new Error('no member');
    for (const source of sources) {
      const absent = outcome(type, request(type, members, undefined), source);
      // The objects around it would say nothing either, and then be absent themselves.
      const isAlone = members.length > 1 && members.slice(0, -1).some(({ required }) => !required);
      for (const nothing of nothings(member).filter(each => source !== 'query' || typeof each === 'string'))
        expect([source, nothing, outcome(type, request(type, members, nothing), source)]).toEqual([
          source,
          nothing,
          isAlone ? outcome(type, request(type, members, null), source) : absent,
        ]);
    }
  });

  it.each(cases.filter(({ members }) => members.slice(-1).some(each => isBoolean(each) || isNumber(each))))(
    '$name: 0 and false are values',
    ({ type, members, sources }) => {
      const member = members.at(-1);
      if (!member) throw new Error('no member');
      const zeros = isBoolean(member) ? [false, 'false', ' False ', 0, '0'] : [0, '0', ' 00\n', '-0'];
      for (const source of sources) {
        const outcomes = zeros
          .filter(each => source !== 'query' || typeof each === 'string')
          .map(zero => outcome(type, request(type, members, zero), source));
        // The same value, or the same fault, and never as if nothing had been said.
        expect(new Set(outcomes).size).toBe(1);
        expect(outcomes[0]).not.toBe(outcome(type, request(type, members, undefined), source));
        if (isBoolean(member)) expect(outcomes[0]).toContain(`"${member.name}":false`);
        else if (takesZero(member)) expect(outcomes[0]).toContain(`"${member.name}":0`);
        else expect(outcomes[0]).toMatch(/must be (?:a whole number from|one of)/);
      }
    },
  );

  it.each(cases.filter(({ members }) => members.at(-1)?.value && members.at(-1)?.kind !== 'list'))(
    '$name: whatever one format takes the others read the same',
    ({ type, members, sources }) => {
      const text = fc.oneof(
        fc.constantFrom('', ' ', '0', '1', '+2', ' 007\n', '2.0', '-1', 'true', ' False', 'null', '[]', '{}'),
        fc.constantFrom('2026-11-23', ' 2026-11-23T10:00:00\t', '0001-01-01T00:00:00', '/Date(0)/', 'c5'),
        fc.constantFrom('A\u030a', 'ｘ', '\u00a0a ', '\u0301', 'cs-CZ', '😀'.repeat(60)),
        fc.string({ unit: 'grapheme' }).filter(each => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(each)),
      );
      fc.assert(
        fc.property(text, value => {
          const tree = request(type, members, value);
          const inJson = outcome(type, tree, 'json');
          expect(outcome(type, tree, 'xml')).toBe(inJson);
          if (sources[0] === 'query') expect(outcome(type, tree, 'query')).toBe(inJson);
        }),
        { numRuns: 40 },
      );
    },
  );
});
