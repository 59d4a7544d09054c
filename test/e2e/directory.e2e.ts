import { hall, office, production, productionTwo, type TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { type Answer, envelopeOf, formats } from '../support/wire';

const root = 'Organization structure';
const company = `${root} - Company ABC`;

/** What an answer lists, by the key of its items. */
const persons = ({ body }: Answer) =>
  (body.Persons as { PersonId: string }[]).map(({ PersonId }) => PersonId);
const units = ({ body }: Answer) =>
  (body.OrgStructures as { Structure: string }[]).map(({ Structure }) => Structure);
const refused = (answer: Answer) => [answer.status, envelopeOf(answer).Code];

describe.each(formats)('the directory in %s', format => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const fetch = (action: string, query: Record<string, string | number> = {}, as?: TestLogin) =>
    app.fetch(action, query, { format, as });
  const named = async (Name: string, UseDiacritics?: number) =>
    persons(
      await fetch('visit/getPersonByName', { Name, ...(UseDiacritics !== undefined && { UseDiacritics }) }),
    );

  it.each<[string, string[]]>([
    ['Jana Nováková', ['100']],
    ['nováková JANA', ['100']],
    ['novakova%', ['100']],
    ['%novak%', ['100']],
    ['%ova jan%', ['100']],
    ['%a%', ['200', '100']],
    ['%K%', ['200', '100']],
    ['Jana', []],
    ['jana novakova ', ['100']],
    ['', []],
    ['%', ['200', '100']],
    ['%%', ['200', '100']],
    ['J_na%', []],
    ["' OR 1=1 --", []],
  ])('persons by the name %j', async (name, expected) => {
    expect(await named(name)).toEqual(expected);
    expect(await named(name, 0)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['Jana Nováková', ['100']],
    ['Nováková Jana', ['100']],
    ['%Novák%', ['100']],
    ['%novák%', []],
    ['%Novak%', []],
    ['JANA%', []],
    ['%ák', ['200']],
    ['%ak', []],
    ['Karel%', ['200']],
    ['K*', []],
    ['[JK]%', []],
    ['%?ana%', []],
    ['%', ['200', '100']],
    ['', []],
  ])('persons by the name %j, where case and accents count', async (name, expected) => {
    expect(await named(name, 1)).toEqual(expected);
  });

  it('shows persons by their names with nothing but the names, page by page', async () => {
    const answer = await fetch('visit/getPersonByName', { Name: '%', PageSize: 1, PageNumber: 2 });
    expect(answer.body).toEqual({
      Persons: [{ PersonId: '100', Name: 'Jana', Surname: 'Nováková' }],
      Paging: { PageNumber: 2, PageSize: 1, TotalCount: 2 },
    });
  });

  it('shows a person', async () => {
    const { body } = await fetch('person/get', { PersonId: '100' });
    expect(body).toEqual({
      PersonId: '100',
      Name: 'Jana',
      Surname: 'Nováková',
      Email: 'jana@example.com',
      Structure: production,
    });
    expect(refused(await fetch('person/get', { PersonId: '101' }))).toEqual([404, 1100]);
  });

  it.each<[Record<string, string>, string[]]>([
    [{}, ['200', '100']],
    [{ Text: 'novakova j' }, ['100']],
    [{ Text: 'REL DVO' }, ['200']],
    [{ Text: 'ja' }, ['100']],
    [{ Text: 'na' }, []],
    [{ Structure: production }, ['100']],
    [{ Structure: company }, ['200', '100']],
    [{ Structure: hall }, []],
    [{ Structure: office, Text: 'jana' }, []],
  ])('lists persons by %j', async (query, expected) => {
    const answer = await fetch('person/getAll', query);
    expect(persons(answer)).toEqual(expected);
    expect(answer.body.Paging).toEqual({ PageNumber: 1, PageSize: 100, TotalCount: expected.length });
  });

  it('lists the units that can be visited by their paths, all of them and those of a part', async () => {
    const all = [root, company, office, production, productionTwo, hall].sort();
    expect(units(await fetch('visit/getStructureAll'))).toEqual(all);
    expect(units(await fetch('visit/getStructureAll', { Structure: production }))).toEqual([
      production,
      hall,
    ]);
    const second = await fetch('visit/getStructureAll', { PageSize: 1, PageNumber: 2 });
    expect(units(second)).toEqual([company]);
    expect(second.body.Paging).toEqual({ PageNumber: 2, PageSize: 1, TotalCount: 6 });
  });

  it('shows a unit', async () => {
    const { body } = await fetch('orgStructure/get', { Structure: hall });
    expect(body).toMatchObject({
      Structure: hall,
      Title: 'Hall 1',
      ParentUnit: production,
    });
  });

  it.each<[Record<string, string>, string[]]>([
    [{ ParentUnit: company }, [office, production, productionTwo].sort()],
    [{ ParentUnit: hall }, []],
    [{ Text: 'HALL' }, [hall]],
    [{ Text: 'ha' }, [hall]],
    [{ Text: 'production', ParentUnit: production }, [hall]],
  ])('lists units by %j', async (query, expected) => {
    expect(units(await fetch('orgStructure/getAll', query))).toEqual(expected);
  });

  it.each([
    ['orgStructure/get', { Structure: 'Moon' }],
    ['orgStructure/getAll', { ParentUnit: 'Moon' }],
    ['visit/getStructureAll', { Structure: 'Moon' }],
    ['person/getAll', { Structure: 'Moon' }],
  ])('%s: a unit that is not there is refused', async (action, query) => {
    const answer = await fetch(action, query);
    expect([...refused(answer), envelopeOf(answer).Message]).toEqual([
      404,
      1160,
      'Organization structure [Moon] not found',
    ]);
  });

  it.each<[TestLogin, string[], string[]]>([
    ['personnel', ['100'], [production, hall]],
    ['stranger', [], []],
  ])('shows to %s what the record permission covers, and nothing else', async (as, seen, seenUnits) => {
    for (const [action, query] of [
      ['visit/getPersonByName', { Name: '%' }],
      ['person/getAll', {}],
    ] as const) {
      const answer = await fetch(action, query, as);
      expect([action, persons(answer)]).toEqual([action, seen]);
      expect(answer.body.Paging).toMatchObject({ TotalCount: seen.length });
    }
    for (const action of ['visit/getStructureAll', 'orgStructure/getAll'])
      expect([action, units(await fetch(action, {}, as))]).toEqual([action, seenUnits]);
    for (const PersonId of ['100', '200'])
      expect(refused(await fetch('person/get', { PersonId }, as))).toEqual(
        seen.includes(PersonId) ? [200, null] : [403, 9235],
      );
    for (const Structure of [company, production, hall, productionTwo])
      expect(refused(await fetch('orgStructure/get', { Structure }, as))).toEqual(
        seenUnits.includes(Structure) ? [200, null] : [403, 9236],
      );
  });

  it.each<[string, Record<string, string | number>, string[]]>([
    ['visit/getPersonByName', { UseDiacritics: 2, PageSize: 0 }, ['Name', 'PageSize', 'UseDiacritics']],
    ['visit/getPersonByName', { Name: 'x'.repeat(201) }, ['Name']],
    ['visit/getStructureAll', { Structure: '\u0301', PageNumber: 'one' }, ['PageNumber', 'Structure']],
    ['person/get', {}, ['PersonId']],
    ['person/getAll', { Text: 'x'.repeat(201), Structure: 'x'.repeat(1001) }, ['Structure', 'Text']],
    ['orgStructure/get', { Structure: '' }, ['Structure']],
    ['orgStructure/getAll', { Text: 'x'.repeat(201), ParentUnit: ' ' }, ['ParentUnit', 'Text']],
  ])('%s: names every bad member of %j', async (action, query, fields) => {
    const answer = await fetch(action, query);
    expect(refused(answer)).toEqual([400, 1002]);
    expect(
      envelopeOf(answer)
        .Details.map(({ Field }) => Field)
        .sort(),
    ).toEqual(fields);
  });

  it.each<[string, number]>([
    ['visit/getPersonByName', 9230],
    ['person/get', 9230],
    ['person/getAll', 9230],
    ['visit/getStructureAll', 1161],
    ['orgStructure/get', 1161],
    ['orgStructure/getAll', 1161],
  ])('%s: is refused to who lacks the privilege', async (action, code) => {
    expect(refused(await fetch(action, {}, 'nobody'))).toEqual([403, code]);
  });
});
