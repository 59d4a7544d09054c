import { production } from '../support/seed';
import { TestApp } from '../support/test-app';
import { end, newVisit, rowCounts, visitIn } from '../support/visits';
import { type Answer, envelopeOf, type Format, formats } from '../support/wire';

const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
const fieldsOf = (answer: Answer) => envelopeOf(answer).Details.map(({ Field }) => Field);

describe.each(formats)('cards in %s', (format: Format) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const create = (Identifier: object, as: 'reception' | 'keeper' = 'reception') =>
    app.send('identifier/create', { Identifier }, { format, as });
  const update = (InternalNrLong: string, members: object, as: 'reception' | 'keeper' = 'reception') =>
    app.send('identifier/update', { InternalNrLong, ...members }, { format, as });
  const list = async (
    query: Record<string, string | number> = {},
    as: 'reception' | 'keeper' = 'reception',
  ) => {
    const { status, body, text } = await app.fetch('identifier/getAll', query, { format, as });
    if (status !== 200) throw new Error(text);
    return body;
  };
  const numbers = async (...asked: Parameters<typeof list>) =>
    ((await list(...asked)).Identifiers ?? []).map(({ InternalNrLong }) => InternalNrLong);

  describe('the list', () => {
    it('comes in pages, by registration number', async () => {
      const first = await list({ PageSize: 2 });
      expect(first.Identifiers).toMatchObject([
        { InternalNrLong: '4A1B2C3', RegistrationNr: 'V-001', Technology: 2, Type: 3, Status: 0 },
        { InternalNrLong: 'BEEF', RegistrationNr: 'V-002', Status: 0 },
      ]);
      expect(first.Paging).toEqual({ PageNumber: 1, PageSize: 2, TotalCount: 3 });
      expect(await numbers({ PageSize: 2, PageNumber: 2 })).toEqual(['DEAD']);
      expect(await numbers({ PageNumber: 2 })).toEqual([]);
    });

    it('is filtered by status, technology, type and beginning', async () => {
      await visitIn(app, 0, { Identifier: { InternalNrLong: 'beef' } });
      await create({ InternalNrLong: '0DE1', RegistrationNr: 'K', Technology: 5, Type: 0 });
      expect(await numbers({ Status: 0 })).toEqual(['DE1', '4A1B2C3']);
      expect(await numbers({ Status: 1 })).toEqual(['BEEF']);
      expect(await numbers({ Status: 2 })).toEqual(['DEAD']);
      expect(await numbers({ Technology: 5 })).toEqual(['DE1']);
      expect(await numbers({ Type: 3, Status: 0 })).toEqual(['4A1B2C3']);
      expect(await numbers({ Text: '00de' })).toEqual(['DE1', 'DEAD']);
      expect(await numbers({ Text: 'V-00' })).toEqual(['4A1B2C3', 'BEEF', 'DEAD']);
      expect(await numbers({ Text: '%' })).toEqual([]);
    });

    it.each([
      { Status: 3 },
      { Technology: 6 },
      { Type: -1 },
      { Text: 'x'.repeat(101) },
      { PageSize: 0 },
    ] as Record<string, string | number>[])('is refused for %j', async query => {
      const answer = await app.fetch('identifier/getAll', query, { format });
      expect(refusal(answer)).toEqual([400, 1002]);
      expect(fieldsOf(answer)).toEqual(Object.keys(query));
    });
  });

  it('a new card is free, and a visit can have it', async () => {
    const members = { RegistrationNr: 'V-9', Technology: 1, Type: 3 };
    const created = await create({
      InternalNrLong: '00f00d',
      ...members,
      ValidFrom: '2026-01-01T00:00:00Z',
      ValidTo: '2027-01-01T00:00:00Z',
    });
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      InternalNrLong: 'F00D',
      ...members,
      Status: 0,
      ValidFrom: '2026-01-01T00:00:00.000Z',
      ValidTo: '2027-01-01T00:00:00.000Z',
    });
    const visit = newVisit({ Identifier: { InternalNrLong: 'f00d' } });
    expect((await app.send('visit/create', visit, { format })).body.Identifier?.Status).toBe(1);
    expect(refusal(await create({ InternalNrLong: 'F00D' }))).toEqual([403, 9221]);
  });

  it('a new card may be lost already', async () => {
    expect((await create({ InternalNrLong: 'F', Status: 2 })).body.Status).toBe(2);
  });

  it('an update changes what is given and nothing else', async () => {
    const before = (await list()).Identifiers;
    const updated = await update('00beef', { RegistrationNr: 'V-2', ValidTo: '2026-12-31T00:00:00Z' });
    expect(updated.body).toMatchObject({
      InternalNrLong: 'BEEF',
      RegistrationNr: 'V-2',
      Technology: 2,
      Status: 0,
    });
    const [first, , last] = before ?? [];
    expect((await list()).Identifiers).toEqual([first, last, updated.body]);
  });

  it.each(['end', 'reject'])(
    'a card that is lost during a visit stays with it, and is not free after %s',
    async how => {
      const VisitId = await visitIn(app, 5, { Identifier: { InternalNrLong: 'BEEF' } });
      expect((await update('BEEF', { Status: 2 })).body.Status).toBe(2);
      const holder = () =>
        app.database.read(manager =>
          manager.query<{ held_by: string | null }[]>(
            "SELECT held_by FROM identifier WHERE internal_nr = 'BEEF'",
          ),
        );
      expect(await holder()).toEqual([{ held_by: VisitId }]);
      const over =
        how === 'end'
          ? await end(app, VisitId, { format })
          : await app.send('visit/reject', { VisitId, ReasonCode: 0, Reason: '' }, { format });
      expect(over.body.Identifier).toMatchObject({ InternalNrLong: 'BEEF', Status: 2 });
      expect(await holder()).toEqual([{ held_by: null }]);
      const again = newVisit({ Identifier: { InternalNrLong: 'BEEF' } });
      expect(refusal(await app.send('visit/create', again, { format }))).toEqual([403, 9210]);
      expect((await update('BEEF', { Status: 0 })).body.Status).toBe(0);
      expect((await app.send('visit/create', again, { format })).status).toBe(200);
    },
  );

  it('a card that is found again while its visit is open is still with it', async () => {
    await visitIn(app, 5, { Identifier: { InternalNrLong: 'BEEF' } });
    await update('BEEF', { Status: 2 });
    expect((await update('BEEF', { Status: 0 })).body.Status).toBe(1);
    const other = newVisit({ Identifier: { InternalNrLong: 'BEEF' } });
    expect(refusal(await app.send('visit/create', other, { format }))).toEqual([403, 9203]);
  });

  describe('what is refused changes nothing', () => {
    const cards = () => app.database.read(manager => manager.query<object[]>('SELECT * FROM identifier'));

    it.each<[string, object, string[]]>([
      ['create', { Identifier: { InternalNrLong: 'F', Status: 1 } }, ['Identifier.Status']],
      [
        'create',
        { Identifier: { InternalNrLong: 'F', Status: 1, ValidFrom: '2026-02-01', ValidTo: '2026-01-01' } },
        ['Identifier.Status', 'Identifier.ValidTo'],
      ],
      ['create', {}, ['Identifier']],
      ['create', { Identifier: {} }, ['Identifier.InternalNrLong']],
      [
        'create',
        { Identifier: { InternalNrLong: 'XYZ', RegistrationNr: 'x'.repeat(101), Technology: 6, Type: 'x' } },
        [
          'Identifier.InternalNrLong',
          'Identifier.RegistrationNr',
          'Identifier.Technology',
          'Identifier.Type',
        ],
      ],
      ['update', { InternalNrLong: 'BEEF', Status: 1 }, ['Status']],
      ['update', { InternalNrLong: 'BEEF', Status: 3, ValidTo: '2026-02-30' }, ['Status', 'ValidTo']],
      ['update', { InternalNrLong: 'C0FFEE', ValidFrom: '2026-02-01', ValidTo: '2026-01-01' }, ['ValidTo']],
      ['update', { Status: 2 }, ['InternalNrLong']],
    ])('%s of %j', async (action, body, fields) => {
      const before = await cards();
      const answer = await app.send(`identifier/${action}`, body, { format });
      expect(refusal(answer)).toEqual([400, 1002]);
      expect(fieldsOf(answer).sort()).toEqual(fields);
      expect(await cards()).toEqual(before);
    });

    it('an end before the beginning that the card has', async () => {
      await update('BEEF', { ValidFrom: '2026-06-01' });
      const before = await cards();
      expect(refusal(await update('BEEF', { ValidTo: '2026-05-31' }))).toEqual([400, 1002]);
      expect(await cards()).toEqual(before);
    });

    it('a number that nobody entered', async () => {
      const before = await rowCounts(app);
      expect(refusal(await update('C0FFEE', { Status: 2 }))).toEqual([404, 1140]);
      expect(await rowCounts(app)).toEqual(before);
    });

    it.each([
      ['identifier/create', { Identifier: { InternalNrLong: 'F' } }, 9220],
      ['identifier/update', { InternalNrLong: 'BEEF', Status: 2 }, 9222],
    ])('%s by whoever lacks the privilege', async (action, body, code) => {
      const before = await cards();
      expect(refusal(await app.send(action, body, { format, as: 'registrar' }))).toEqual([403, code]);
      expect(await cards()).toEqual(before);
    });

    it('a list for whoever lacks the privilege', async () => {
      expect(refusal(await app.fetch('identifier/getAll', {}, { format, as: 'registrar' }))).toEqual([
        403, 1141,
      ]);
    });
  });

  describe('record permissions', () => {
    it('Own: lists and changes the cards that the user entered, and no other', async () => {
      expect(await numbers({}, 'keeper')).toEqual([]);
      await create({ InternalNrLong: 'F00D' }, 'keeper');
      expect(await numbers({}, 'keeper')).toEqual(['F00D']);
      expect((await list({ Text: 'V' }, 'keeper')).Paging).toMatchObject({ TotalCount: 0 });
      expect((await update('F00D', { Status: 2 }, 'keeper')).body.Status).toBe(2);
      expect(refusal(await update('BEEF', { Status: 2 }, 'keeper'))).toEqual([403, 9223]);
      expect(await numbers({ Status: 2 })).toEqual(['F00D', 'DEAD']);
    });

    it('units: no card belongs to any', async () => {
      await create({ InternalNrLong: 'F00D' }, 'keeper');
      const recordPermissions = { Identifiers: { View: [production], Edit: [production] } };
      await app.changeUser('keeper', { recordPermissions });
      expect(await list({}, 'keeper')).toMatchObject({ Paging: { TotalCount: 0 } });
      expect(refusal(await update('F00D', { Status: 2 }, 'keeper'))).toEqual([403, 9223]);
    });
  });
});
