import { lockByName } from '../../src/database';
import { hall, office, production } from '../support/seed';
import { TestApp } from '../support/test-app';
import { type Answer, envelopeOf, type Format, formats } from '../support/wire';

interface Result {
  Row: number;
  Key?: string | null;
  Outcome: string;
  Faults: { Field: string; Problem: string }[];
}
const outcomes = ({ body }: Answer) =>
  (body.Results as Result[]).map(({ Row, Key = null, Outcome, Faults }) =>
    [Row, Key, Outcome, ...Faults.map(({ Field }) => Field)].join(' '),
  );
const totals = ({ body: { Created, Changed, Left, Refused, DryRun } }: Answer) =>
  [Created, Changed, Left, Refused, DryRun].join(' ');
const refusal = (answer: Answer) => [
  answer.status,
  envelopeOf(answer).Code,
  ...envelopeOf(answer).Details.map(({ Field }) => Field),
];
const eva = { PersonId: '300', Name: 'Eva', Surname: 'Malá', Email: 'eva@example.com', Structure: hall };

describe.each(formats)('many persons and units at once in %s', format => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const upsert = (Persons: object[], wishes: object = {}, as?: 'personnel' | 'stranger') =>
    app.send('person/upsert', { Persons, ...wishes }, { format, as });
  const upsertUnits = (OrgStructures: object[], wishes: object = {}, as?: 'personnel' | 'stranger') =>
    app.send('orgStructure/upsert', { OrgStructures, ...wishes }, { format, as });
  const person = async (PersonId: string) => (await app.fetch('person/get', { PersonId })).body;
  /** Everything that is on file. */
  const stored = () =>
    app.database.read(async manager => [
      await manager.query<object[]>('SELECT * FROM person ORDER BY seq'),
      await manager.query<object[]>('SELECT * FROM org_unit ORDER BY seq'),
    ]);

  it('makes, changes and leaves persons, and says which', async () => {
    const answer = await upsert([
      eva,
      { PersonId: '100', Surname: 'Dvořáková' },
      { PersonId: '200', Name: 'Karel', Structure: null },
    ]);
    expect(answer.status).toBe(200);
    expect(outcomes(answer)).toEqual(['1 300 created', '2 100 changed', '3 200 left']);
    expect(totals(answer)).toBe('1 1 1 0 false');
    expect(await person('300')).toEqual(eva);
    expect(await person('100')).toMatchObject({
      Name: 'Jana',
      Surname: 'Dvořáková',
      Email: 'jana@example.com',
    });
    const found = await app.fetch('visit/getPersonByName', { Name: 'dvorakova jana' });
    expect(found.body.Paging).toMatchObject({ TotalCount: 1 });
  });

  it('changes nothing the second time', async () => {
    await upsert([eva]);
    const before = await stored();
    expect(totals(await upsert([eva]))).toBe('0 0 1 0 false');
    expect(await stored()).toEqual(before);
  });

  it('a unit of a person can be taken away', async () => {
    await upsert([{ PersonId: '100', Structure: '' }]);
    expect((await person('100')).Structure).toBeNull();
  });

  it('makes units, those above them and changes others', async () => {
    const answer = await upsertUnits([
      { Structure: `${hall} - Line - Desk`, Type: 'Desk' },
      { Structure: office, Desc: 'first floor\nleft', Shortcut: 'OFF' },
      { Structure: production },
    ]);
    expect(outcomes(answer)).toEqual([
      `1 ${hall} - Line - Desk created`,
      `2 ${office} changed`,
      `3 ${production} left`,
    ]);
    const { body } = await app.fetch('orgStructure/get', { Structure: `${hall} - Line - Desk` });
    expect(body).toMatchObject({ Title: 'Desk', ParentUnit: `${hall} - Line`, Type: 'Desk', Desc: '' });
    const changed = await app.fetch('orgStructure/get', { Structure: office });
    expect(changed.body).toMatchObject({ Title: 'Office', Desc: 'first floor\nleft', Type: 'Department' });
  });

  it('one row at fault stores nothing, and every fault of every row is named', async () => {
    const before = await stored();
    const answer = await upsert([
      eva,
      { PersonId: '', Name: '', Email: 'x'.repeat(201) },
      { PersonId: '301', Name: 'Jan', Structure: 'Moon' },
      { ...eva, Name: 'Iva' },
    ]);
    expect(refusal(answer)).toEqual([
      400,
      1002,
      'Persons[1].PersonId',
      'Persons[1].Email',
      'Persons[2].Surname',
      'Persons[2].Structure',
      'Persons[3]',
    ]);
    expect(answer.text).not.toContain('Moon');
    const units = await upsertUnits([{ Structure: 'A -  - B' }, { Structure: 'A - B', ParentUnit: 'C' }]);
    expect(refusal(units)).toEqual([400, 1002, 'OrgStructures[0].Structure', 'OrgStructures[1].ParentUnit']);
    expect(await stored()).toEqual(before);
  });

  it('stores the good rows when it may, and reports the others', async () => {
    const answer = await upsert([{ Name: 'Jan' }, eva, { PersonId: '301' }], { Partial: 1 });
    expect(answer.status).toBe(200);
    expect(outcomes(answer)).toEqual(['1  refused PersonId', '2 300 created', '3 301 refused Name Surname']);
    expect(totals(answer)).toBe('1 0 0 2 false');
    expect(await person('300')).toEqual(eva);
  });

  it('a dry run says the same and stores nothing', async () => {
    const before = await stored();
    expect(totals(await upsert([eva, { PersonId: '100', Name: 'Eva' }], { DryRun: true }))).toBe(
      '1 1 0 0 true',
    );
    expect(totals(await upsertUnits([{ Structure: 'A - B' }], { DryRun: 1 }))).toBe('1 0 0 0 true');
    expect(await stored()).toEqual(before);
  });

  it('a dry run, and rows at fault, wait for nobody who writes', async () => {
    let end!: () => void;
    const ended = new Promise<void>(resolve => (end = resolve));
    await app.someToken();
    await new Promise<void>(begun => {
      void app.database.write(async manager => {
        await lockByName(manager, 'directory');
        begun();
        await ended;
      });
    });
    try {
      expect(totals(await upsert([eva], { DryRun: true }))).toBe('1 0 0 0 true');
      expect(refusal(await upsertUnits([{ Structure: 'A - ' }]))).toEqual([
        400,
        1002,
        'OrgStructures[0].Structure',
      ]);
    } finally {
      end();
    }
    expect(totals(await upsert([eva]))).toBe('1 0 0 0 false');
  });

  it('others write while a large import is under way', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => ({ ...eva, PersonId: `E${index}` }));
    const seen: number[] = [];
    const importing = upsert(rows).finally(() => seen.push(-1));
    const stored = () =>
      app.database.write(async manager => {
        const found = await manager.query<{ n: number }[]>(
          `SELECT count(*) AS n FROM person WHERE person_id LIKE 'E%'`,
        );
        return found[0]?.n ?? 0;
      });
    while (!seen.includes(-1)) seen.push(await stored());
    expect(totals(await importing)).toBe('2000 0 0 0 false');
    const between = new Set(seen.filter(count => count > 0 && count < 2000));
    expect(between.size).toBeGreaterThan(0);
    for (const count of between) expect(count % 250).toBe(0);
  });

  it('a unit of more than 32 levels is at fault, and so are too many units without a row', async () => {
    const path = (levels: number) => Array.from({ length: levels }, (_, level) => `L${level}`).join(' - ');
    expect(
      outcomes(await upsertUnits([{ Structure: path(33) }, { Structure: path(32) }], { Partial: 1 })),
    ).toEqual([`1 ${path(33)} refused Structure`, `2 ${path(32)} created`]);
    const rows = Array.from({ length: 400 }, (_, index) => ({ Structure: `R${index} - ${path(31)}` }));
    const answer = await upsertUnits(rows, { DryRun: true });
    expect(refusal(answer).slice(0, 3)).toEqual([400, 1002, 'OrgStructures[322].Structure']);
  });

  it('a row outside the record permission Edit is at fault', async () => {
    const rows = [
      { ...eva, PersonId: '301', Structure: hall },
      { ...eva, PersonId: '302', Structure: office },
      { PersonId: '200', Structure: production },
      { PersonId: '100', Structure: office },
    ];
    expect(outcomes(await upsert(rows, { Partial: 1 }, 'personnel'))).toEqual([
      '1 301 created',
      '2 302 refused PersonId',
      '3 200 refused PersonId',
      '4 100 refused PersonId',
    ]);
    const units = [
      { Structure: `${hall} - A` },
      { Structure: `${office} - A` },
      { Structure: office, Desc: 'x' },
    ];
    expect(refusal(await upsertUnits(units, {}, 'personnel'))).toEqual([
      400,
      1002,
      'OrgStructures[1].Structure',
      'OrgStructures[2].Structure',
    ]);
    expect(refusal(await upsert([{ PersonId: '100', Name: 'X' }], {}, 'stranger'))).toEqual([
      400,
      1002,
      'Persons[0].PersonId',
    ]);
  });

  it.each<[object, string[]]>([
    [{}, ['Persons']],
    [{ Persons: 'all', DryRun: 2, Partial: 'maybe' }, ['DryRun', 'Partial', 'Persons']],
    [{ Persons: [eva], DryRun: ['x'] }, ['DryRun']],
  ])('names every bad member of the request: %j', async (body, fields) => {
    const answer = await app.send('person/upsert', body, { format });
    expect(answer.status).toBe(400);
    expect(
      envelopeOf(answer)
        .Details.map(({ Field }) => Field)
        .sort(),
    ).toEqual(fields);
  });

  it('takes 10,000 rows with every member, and not one more', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...eva, PersonId: `E${index}` }));
    expect(totals(await upsert(rows(10_000)))).toBe('10000 0 0 0 false');
    expect(refusal(await upsert(rows(10_001)))).toEqual([400, 1002, 'Persons']);
  }, 60_000);
});

it('rows that are no objects are at fault', async () => {
  const app = await TestApp.start();
  const format: Format = 'json';
  const answer = await app.send('person/upsert', '{"Persons":[1,null,[],{"PersonId":{}}]}', { format });
  await app.stop();
  expect(refusal(answer)).toEqual([
    400,
    1002,
    'Persons[0]',
    'Persons[1]',
    'Persons[2]',
    'Persons[3].PersonId',
  ]);
});
