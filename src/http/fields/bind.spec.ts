import fc from 'fast-check';
import { AppError } from '../../shared/errors/app-error';
import { bind, type BoundRow, type Source } from './bind';
import { Bytes, CalendarDate, Flag, Guid, Instant, Integer, List, Nested, Rows, Text } from './fields';
import type { DtoClass } from './members';
import { parseJson } from '../wire/json';
import { toJson, toXml } from '../wire/render';
import { conversions } from './scalars';
import { parseXml } from '../wire/xml';
import { TimeZone } from '../../shared/time-zone';

const prague = new TimeZone('Europe/Prague');

const of = (description: string, required = true) => ({ description, required });

class Plate {
  @Text({ ...of('plate'), max: 20 }) VehicleLP: string;
  @Integer({ ...of('type', false), min: 0, max: 4 }) Type: number | null;
}

class Sample {
  @Guid(of('id')) Id: string;
  @Text({ ...of('reason'), max: 4000 }) Reason: string;
  @Flag(of('planned', false)) IsPlanned: boolean | null;
  @Instant(of('from', false)) ValidFrom: Date | null;
  @CalendarDate(of('born', false)) Born: string | null;
  @Bytes(of('photo', false)) Photo: Buffer | null;
  @Nested(() => Plate, of('vehicle', false)) Vehicle: Plate | null;
  @List(() => Plate, { ...of('trailers', false), item: 'Trailer', max: 3 }) Trailers: Plate[] | null;
  @List(conversions.text({ max: 5 }), { ...of('tags', false), item: 'Tag', max: 3 }) Tags: string[] | null;
}

const ID = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const least = { Id: ID, Reason: '' };

/** What is wrong, by field; empty when nothing is. */
function problems(tree: unknown, source: Source = 'json', type: DtoClass = Sample): Record<string, string> {
  try {
    bind(type, tree, source, prague);
    return {};
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refusal = error as AppError;
    expect(refusal.code).toBe('BadParameters');
    return Object.fromEntries((refusal.details ?? []).map(({ field, problem }) => [field, problem]));
  }
}

describe('binding JSON', () => {
  it('reads members of any case under their documented names', () => {
    expect(bind(Sample, { iD: ID, REASON: 'x', vehicle: { VEHICLElp: '1AB' } }, 'json', prague)).toEqual({
      Id: ID,
      Reason: 'x',
      Vehicle: { VehicleLP: '1AB' },
    });
  });

  it('makes instances of the classes', () => {
    const dto = bind(
      Sample,
      { ...least, Vehicle: { VehicleLP: '' }, Trailers: [{ VehicleLP: '' }] },
      'json',
      prague,
    );
    expect(dto).toBeInstanceOf(Sample);
    expect(dto.Vehicle).toBeInstanceOf(Plate);
    expect(dto.Trailers?.[0]).toBeInstanceOf(Plate);
  });

  it('takes null for absent', () => {
    const nothing = { IsPlanned: null, ValidFrom: null, Vehicle: null, Trailers: null, Tags: null };
    expect(bind(Sample, { ...least, ...nothing }, 'json', prague)).toEqual(least);
    expect(problems({ Id: null, Reason: null })).toEqual({ Id: 'is required', Reason: 'is required' });
  });

  it('ignores what nobody documented', () => {
    const odd = parseJson(
      `{"Id":"${ID}","Reason":"","Extra":[{}],"__proto__":{"Tags":[]},"constructor":1,"toString":2}`,
    );
    const dto = bind(Sample, odd, 'json', prague);
    expect(dto).toEqual(least);
    expect(dto.Tags).toBeUndefined();
    expect(({} as Record<string, unknown>).Tags).toBeUndefined();
  });

  it('names every bad field at once', () => {
    const bad = {
      Id: 'x',
      IsPlanned: 'maybe',
      ValidFrom: 'soon',
      Vehicle: { Type: 9 },
      Trailers: [{ VehicleLP: '' }, {}],
      Tags: 'a',
    };
    expect(problems(bad)).toEqual({
      Id: 'must be a GUID',
      Reason: 'is required',
      IsPlanned: 'must be true or false',
      ValidFrom: 'must be a date: ISO 8601 or /Date(ms)/',
      'Vehicle.VehicleLP': 'is required',
      'Vehicle.Type': 'must be a whole number from 0 to 4',
      'Trailers[1].VehicleLP': 'is required',
      Tags: 'must be a list',
    });
  });

  it('names them in the documented order, those of a class that it extends first', () => {
    class More extends Sample {
      @Flag(of('more')) More: boolean;
      @Guid(of('another')) Another: string;
    }
    const faults = problems({ Another: 'x', Vehicle: { Type: 9 }, Id: 'x' }, 'json', More);
    expect(Object.keys(faults)).toEqual([
      ...['Id', 'Reason', 'Vehicle.VehicleLP', 'Vehicle.Type', 'More', 'Another'],
    ]);
  });

  it.each<[string, object, string, string]>([
    ['a list for an object', { Vehicle: [{ VehicleLP: '' }] }, 'Vehicle', 'must be an object'],
    ['a text for an object', { Vehicle: 'x' }, 'Vehicle', 'must be an object'],
    ['a list for a text', { Reason: ['x'] }, 'Reason', 'must be a text'],
    ['an object for a text', { Reason: { length: 1 } }, 'Reason', 'must be a text'],
    ['an object for a list', { Tags: { 0: 'a', length: 1 } }, 'Tags', 'must be a list'],
    ['lists in a list', { Tags: [['a']] }, 'Tags', 'must be a text'],
    ['null in a list', { Tags: [null] }, 'Tags', 'must be a text'],
    ['a text too long in a list', { Tags: ['a', 'abcdef'] }, 'Tags', 'must have 0 to 5 characters'],
    ['one item too many', { Tags: ['a', 'b', 'c', 'd'] }, 'Tags', 'must have at most 3 items'],
    [
      'a thousand items too many',
      { Tags: Array.from({ length: 1003 }, () => 'a') },
      'Tags',
      'must have at most 3 items',
    ],
    ['a text twice', { reason: 'x' }, 'Reason', 'is given more than once'],
    ['nothing and a text', { reason: null }, 'Reason', 'is given more than once'],
    ['an object twice', { vehicle: {}, VEHICLE: {} }, 'Vehicle', 'is given more than once'],
    ['a list twice', { tags: [], TAGS: [] }, 'Tags', 'is given more than once'],
  ])('refuses %s', (_, members, field, problem) => {
    expect(problems({ ...least, ...members })).toEqual({ [field]: problem });
  });

  it.each([null, undefined, 'text', 5, true, [], [{}]])('refuses %j for a body', tree => {
    expect(problems(tree)).toEqual({ '': 'the body must be an object' });
  });
});

describe('binding XML', () => {
  it('reads names exactly', () => {
    expect(problems({ id: ID, Reason: '' }, 'xml')).toEqual({ Id: 'is required' });
  });

  it.each<[string, unknown, string[]]>([
    ['an empty wrapper', '', []],
    ['a wrapper with layout', ' \n ', []],
    ['one item', { Tag: 'a' }, ['a']],
    ['several items', { Tag: ['a', ''] }, ['a', '']],
    ['items among others', { Tag: 'a', Other: 'b' }, ['a']],
    ['others alone', { Other: 'b' }, []],
  ])('reads a list of %s', (_, Tags, items) => {
    expect(bind(Sample, { ...least, Tags }, 'xml', prague).Tags).toEqual(items);
  });

  it('takes an empty element for an object without members', () => {
    for (const empty of ['', '\n  ']) {
      expect(bind(Sample, { ...least, Vehicle: empty }, 'xml', prague).Vehicle).toBeUndefined();
      expect(problems({ ...least, Trailers: { Trailer: empty } }, 'xml')).toEqual({
        'Trailers[0].VehicleLP': 'is required',
      });
      expect(problems(empty, 'xml')).toEqual({ Id: 'is required', Reason: 'is required' });
    }
  });

  it.each<[string, object, string, string]>([
    ['a text twice', { Reason: ['a', 'b'] }, 'Reason', 'is given more than once'],
    ['an object twice', { Vehicle: [{}, {}] }, 'Vehicle', 'is given more than once'],
    ['a wrapper twice', { Tags: [{ Tag: 'a' }, { Tag: 'b' }] }, 'Tags', 'is given more than once'],
    ['a text for a wrapper', { Tags: 'a' }, 'Tags', 'must be a list'],
    ['elements for a text', { Reason: { b: 'a' } }, 'Reason', 'must be a text'],
    ['a text for an object', { Vehicle: 'a' }, 'Vehicle', 'must be an object'],
    ['nil in a list', { Tags: { Tag: ['a', null] } }, 'Tags', 'must be a text'],
  ])('refuses %s', (_, members, field, problem) => {
    expect(problems({ ...least, ...members }, 'xml')).toEqual({ [field]: problem });
  });
});

describe('binding a query', () => {
  it('reads names of any case, and numbers', () => {
    expect(
      bind(Plate, { vehiclelp: 'x', TYPE: '2', Token: ['a', 'b'], 'a[b]': 'c' }, 'query', prague),
    ).toEqual({
      VehicleLP: 'x',
      Type: 2,
    });
  });

  it.each<[string, object, string]>([
    ['repeated', { VehicleLP: ['a', 'b'] }, 'is given more than once'],
    ['repeated in two cases', { VehicleLP: 'a', vehiclelp: 'a' }, 'is given more than once'],
    ['in brackets', { 'VehicleLP[a]': 'b' }, 'is required'],
  ])('refuses a parameter that is %s', (_, query, problem) => {
    expect(problems(query, 'query', Plate)).toEqual({ VehicleLP: problem });
  });
});

describe('what is written', () => {
  const text = (maxLength: number) =>
    fc
      .string({ unit: 'grapheme', maxLength })
      .filter(
        each =>
          [...each].length <= maxLength && !/[^\P{C}\p{Cf}\p{Co}\p{Cn}\t\n\r]|[\ufffe\uffff]/u.test(each),
      )
      .map(each => each.normalize('NFC'))
      .filter(each => [...each].length <= maxLength);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
  const plate = fc.record({ VehicleLP: text(20), Type: maybe(fc.integer({ min: 0, max: 4 })) });
  const date = fc.date({
    min: new Date('0002-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  const sample = fc.record({
    Id: fc.uuid(),
    Reason: text(4000),
    IsPlanned: maybe(fc.boolean()),
    ValidFrom: maybe(date),
    Born: maybe(date.map(each => each.toISOString().slice(0, 10))),
    Photo: maybe(fc.uint8Array({ minLength: 1 }).map(each => Buffer.from(each))),
    Vehicle: maybe(plate),
    Trailers: maybe(fc.array(plate, { maxLength: 3 })),
    Tags: maybe(fc.array(text(5), { maxLength: 3 })),
  });
  const withoutNulls = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutNulls);
    if (typeof value !== 'object' || value === null || value instanceof Date || Buffer.isBuffer(value))
      return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, each]) => (each === null ? [] : [[name, withoutNulls(each)]])),
    );
  };

  it.each(['iso', 'aspnet'] as const)('as JSON, with %s dates, is read back as the same', dates => {
    fc.assert(
      fc.property(sample, value => {
        expect(bind(Sample, parseJson(toJson(Sample, value, dates)), 'json', prague)).toEqual(
          withoutNulls(value),
        );
      }),
    );
  });

  it('as XML is read back as the same', () => {
    fc.assert(
      fc.property(sample, value => {
        expect(bind(Sample, parseXml(toXml(Sample, value, 'Request')), 'xml', prague)).toEqual(
          withoutNulls(value),
        );
      }),
    );
  });
});

it.each<Source>(['json', 'xml', 'query'])('any tree of %s is bound, or refused by 1002', source => {
  const member = fc.constantFrom(
    'Id',
    'id',
    'Reason',
    'Vehicle',
    'Trailers',
    'Trailer',
    'Tags',
    'Tag',
    'Type',
    'Photo',
    '__proto__',
  );
  const value = fc.oneof(
    fc.constantFrom('', '0', '2026-11-23', ID, 'AAAA', null, true, Infinity),
    fc.string(),
    fc.double(),
  );
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      value,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(member, tie('tree'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(tree, each => {
      for (const problem of Object.values(problems(each, source))) expect(problem).not.toBe('is wrong');
    }),
    { numRuns: 1000 },
  );
});

describe('rows', () => {
  class Yard {
    @Rows(() => Plate, { ...of('plates'), item: 'Plate', max: 3 }) Plates: BoundRow<Plate>[];
  }
  const faults = [{ field: 'VehicleLP', problem: 'is required' }];

  it('are bound each by itself, without the members that are at fault', () => {
    const { Plates } = bind(
      Yard,
      { plates: [{ vehicleLP: '1E5', Type: '2' }, { type: 1 }, 5] },
      'json',
      prague,
    );
    expect(Plates).toEqual([
      { value: { VehicleLP: '1E5', Type: 2 }, faults: [] },
      { value: { Type: 1 }, faults },
      { value: {}, faults: [{ field: '', problem: 'must be an object' }] },
    ]);
  });

  it('are read from XML, where an empty element is a row without members', () => {
    const { Plates } = bind(Yard, parseXml('<Request><Plates><Plate/></Plates></Request>'), 'xml', prague);
    expect(Plates).toEqual([{ value: {}, faults }]);
  });

  it.each([{}, { Plates: null }, { Plates: 'all' }, { Plates: [{}, {}, {}, {}] }])(
    'are asked for, as a list, and no more than documented: %j',
    tree => {
      expect(() => bind(Yard, tree, 'json', prague)).toThrow(AppError);
    },
  );
});
