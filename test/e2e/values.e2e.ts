import { randomUUID } from 'node:crypto';
import { answerOf, TestApp } from '../support/test-app';
import { newVisit, visitIn, visitorIn } from '../support/visits';
import { type Answer, envelopeOf, type Format, formats } from '../support/wire';

const NO_GUID = '00000000-0000-0000-0000-000000000000';
const NO_DATE = '0001-01-01T00:00:00';

const outcome = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
const refused = [400, 1002];

describe('values that mean nothing', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const created = async (Visitor: object, format: Format) => {
    const answer = await app.send('visit/create', newVisit({ Visitor }), { format });
    expect(answer.status).toBe(200);
    return answer.body.Visitor;
  };

  describe.each(formats)('in %s', format => {
    it('the empty GUID is nobody, where somebody may be left out', async () => {
      const one = await created({ VisitorId: NO_GUID, Name: 'Ota', Surname: 'Malý' }, format);
      const other = await created({ VisitorId: NO_GUID, Name: 'Iva', Surname: 'Malá' }, format);
      const third = await created({ VisitorId: ` {${NO_GUID}}`, Name: 'Eva', Surname: 'Malá' }, format);
      expect([other, third]).toMatchObject([{ Name: 'Iva' }, { Name: 'Eva' }]);
      const ids = [one, other, third].map(each => each?.VisitorId);
      expect(ids).not.toContain(NO_GUID);
      expect(new Set(ids).size).toBe(3);
    });

    it('the empty GUID is no visit and no visitor that is asked for', async () => {
      const end = await app.send('visit/end', { VisitId: NO_GUID, Reason: '' }, { format });
      expect(envelopeOf(end).Details).toEqual([{ Field: 'VisitId', Problem: 'is required' }]);
      expect(outcome(await app.send('visit/create', newVisit({ VisitId: NO_GUID }), { format }))).toEqual(
        refused,
      );
      expect(outcome(await app.fetch('visitor/get', { VisitorId: NO_GUID }, { format }))).toEqual(refused);
      expect((await app.fetch('visit/getAll', { VisitorId: NO_GUID }, { format })).status).toBe(200);
    });

    it('a birthday in year 1 is unknown, and makes nobody the same person', async () => {
      const novak = { Name: 'Jan', Surname: 'Novák', DateOfBirth: NO_DATE };
      const one = await created(novak, format);
      const other = await created(novak, format);
      expect(one?.DateOfBirth ?? null).toBeNull();
      expect(one?.VisitorId).not.toBe(other?.VisitorId);
    });

    it.each(['2026-11-25', '1896-11-22', '0002-01-01', '9999-12-31'])(
      'nobody is born on %s, on 23 November 2026',
      async DateOfBirth => {
        const Visitor = { Name: 'Jan', Surname: 'Novák', DateOfBirth };
        const VisitorId = await visitorIn(app);
        for (const answer of [
          await app.send('visit/create', newVisit({ Visitor }), { format }),
          await app.send('visitor/create', { Visitor }, { format }),
          await app.send('visitor/update', { Visitor: { VisitorId, DateOfBirth } }, { format }),
          await app.send('visit/schedule', newVisit({ Visitor, VisitDate: '2026-12-01' }), { format }),
        ]) {
          expect(outcome(answer)).toEqual(refused);
          expect(envelopeOf(answer).Details[0]?.Field).toBe('Visitor.DateOfBirth');
        }
      },
    );

    it.each(['2026-11-23', '1900-01-01'])('somebody may be born on %s', async DateOfBirth => {
      const visitor = await created({ Name: 'Jan', Surname: `N${DateOfBirth}`, DateOfBirth }, format);
      expect(visitor?.DateOfBirth).toBe(DateOfBirth);
    });

    it('what is empty and no free text is absent', async () => {
      const visitor = await created(
        { Name: 'Jan', Surname: 'Prázdný', Language: '', Email: '', DateOfBirth: '', Document: {} },
        format,
      );
      expect(visitor).toMatchObject({ Name: 'Jan' });
      expect(visitor?.Document ?? null).toBeNull();
      const answer = await app.send(
        'visit/create',
        newVisit({ Vehicle: {}, VisitedPerson: { PersonId: '' }, Identifier: { InternalNrLong: null } }),
        { format },
      );
      expect([answer.status, answer.body.Vehicle ?? null]).toEqual([200, null]);
    });

    it.each([' ', '\u00a0\t', '\u0301', '\u200b'])('no name is %j', async blank => {
      for (const member of ['Name', 'Surname']) {
        const Visitor = { Name: 'Jan', Surname: 'Novák', [member]: blank };
        const answer = await app.send('visit/create', newVisit({ Visitor }), { format });
        expect(outcome(answer)).toEqual(refused);
        expect(envelopeOf(answer).Details[0]?.Field).toBe(`Visitor.${member}`);
      }
    });
  });

  it('as queries, they ask for nothing', async () => {
    const all = await app.fetch('visit/getAll');
    const { body } = await app.fetch('visit/getAll', {
      State: '',
      OnSite: '',
      From: '',
      To: NO_DATE,
      Visitor: '',
      VisitorId: NO_GUID,
      VisitedPersonId: '',
      Plate: '',
      Sort: '',
      Fields: '',
      ChangedSince: '',
      PageNumber: '',
      PageSize: ' ',
    });
    expect(body).toEqual(all.body);
  });

  it.each([
    ['visit/getAll', 'Plate', '---'],
    ['visit/getAll', 'Visitor', '\u0301'],
    ['visitor/getAll', 'Text', '\u0301'],
    ['person/getAll', 'Text', '\u0301 '],
    ['orgStructure/getAll', 'Text', '\u0301'],
  ])('%s?%s=%s finds nobody, for nothing is left to look for', async (action, member, text) => {
    await visitIn(app, 1, { Vehicle: { VehicleLP: '1AB 2345' } });
    const { status, body } = await app.fetch(action, { [member]: text });
    expect([status, body.Paging]).toEqual([200, expect.objectContaining({ TotalCount: 0 })]);
  });
});

describe('texts as people and machines write them', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('names that were taken apart are put together, and found however they are asked for', async () => {
    const VisitorId = await visitorIn(app, { Name: 'Zoe\u0308', Surname: 'O\u2019Hara\u00a0 Ｋｉｍ' });
    expect((await app.fetch('visitor/get', { VisitorId })).body.Visitor?.Name).toBe('Zo\u00eb');
    for (const Text of ["zoe o'hara kim", 'Zo\u00eb O\u2019HARA', 'Ｚｏｅ   kim', 'kim zoe', 'hara ki zo']) {
      const { body } = await app.fetch('visitor/getAll', { Text });
      expect([Text, body.Visitors?.map(each => each.VisitorId)]).toEqual([Text, [VisitorId]]);
    }
    const visit = await visitIn(app, 1, { Visitor: { VisitorId, Name: 'Zoe', Surname: 'Kim' } });
    for (const Visitor of ["o'hara zoë", ' kim  zoe '])
      expect((await app.fetch('visit/getAll', { Visitor })).body.Visits).toMatchObject([{ VisitId: visit }]);
  });

  it('persons are found by words in any order', async () => {
    const ids = async (action: string, query: Record<string, string | number>) =>
      ((await app.fetch(action, query)).body.Persons as { PersonId: string }[]).map(each => each.PersonId);
    expect(await ids('person/getAll', { Text: 'nov  jan' })).toEqual(
      await ids('person/getAll', { Text: 'jan nov' }),
    );
    expect(await ids('person/getAll', { Text: 'nov  jan' })).toContain('100');
    for (const Name of ['Jana  Nova\u0301kova\u0301', ' Nováková\u00a0Jana '])
      for (const UseDiacritics of [0, 1])
        expect(await ids('visit/getPersonByName', { Name, UseDiacritics })).toEqual(['100']);
  });

  it('lengths are counted in characters', async () => {
    const create = (Name: string) =>
      app.send('visitor/create', { Visitor: { Name, Surname: 'Novák', VisitorId: randomUUID() } });
    const answer = await create('😀'.repeat(100));
    expect([answer.status, answer.body.Visitor?.Name]).toEqual([200, '😀'.repeat(100)]);
    expect(outcome(await create('😀'.repeat(101)))).toEqual(refused);
    expect((await create('e\u0301'.repeat(100))).status).toBe(200);
  });

  it('numbers, dates, GUIDs and flags may stand in white space', async () => {
    const VisitId = await visitIn(app, 0);
    const xml = `<Request><VisitId>\n  {${VisitId.toUpperCase()}}\n</VisitId><Method>\t+2 </Method></Request>`;
    expect((await app.send('visit/verify', xml, { format: 'xml' })).body.State).toBe(2);
    const dates = `<Request><VisitId>${VisitId}</VisitId><ValidTo> 2026-11-30 </ValidTo></Request>`;
    expect((await app.send('visit/update', dates, { format: 'xml' })).status).toBe(200);
    expect(
      (await app.fetch('visit/getAll', { PageSize: ' 007 ', PageNumber: '+1' })).body.Paging,
    ).toMatchObject({
      PageSize: 7,
    });
  });

  it('what a scanner adds to a code does not count, and what is no code is no guess', async () => {
    const VisitId = await visitIn(app, 0);
    const { body } = await app.fetch('visit/getIdentifierEntryCode', { VisitId });
    const verify = (EntryCode: string) => app.send('visit/verify', { VisitId, Method: 1, EntryCode });
    for (const none of ['42', 'none', '1234567', '12345x', 'a.b', '..', '0'.repeat(401)])
      expect(outcome(await verify(none))).toEqual(refused);
    expect((await verify(`${body.IdentifierEntryCode}\r`)).body.State).toBe(2);
  });

  it('white space around logins, keys, cards, documents and plates is no part of them', async () => {
    const { body } = await app.send(
      'login',
      { UserLogin: ' reception\n', ApiKey: '\t'.repeat(0) },
      { token: null },
    );
    expect(body.Code).toBe(1002);
    const Visitor = {
      Name: 'Jan',
      Surname: 'Mezera',
      Document: { DocNumber: ' X1\r\n', State: 'CZ ', DocType: 0 },
    };
    const answer = await app.send(
      'visit/create',
      newVisit({
        Visitor,
        Vehicle: { VehicleLP: ' 1AB 2345\n' },
        Identifier: { InternalNrLong: ' 00BEEF\r' },
      }),
    );
    expect(answer.body).toMatchObject({
      Visitor: { Document: { DocNumber: 'X1', State: 'CZ' } },
      Vehicle: { VehicleLP: '1AB 2345' },
      Identifier: { InternalNrLong: 'BEEF' },
    });
  });

  it('documents are the same however they are spelt, and shown as they were given', async () => {
    const Document = { DocNumber: 'Ab 99-8877', State: 'Cz', DocType: 1 };
    const Visitor = { Name: 'Dana', Surname: 'Dokladová', Document };
    const { body } = await app.send('visit/create', newVisit({ Visitor }));
    expect(body.Visitor?.Document).toEqual(Document);
    const spelt = { DocNumber: '\u3000ＡＢ998877', State: ' cZ', DocType: 1 };
    const again = await app.send('visit/create', newVisit({ Visitor: { ...Visitor, Document: spelt } }));
    expect(again.body.VisitorMatch).toBe(2);
    expect(again.body.Visitor).toEqual(body.Visitor);
    const shown = { DocNumber: 'ab\u2013998877', State: 'CZ', DocType: 1 };
    const verified = await app.send('visit/verify', { VisitId: body.VisitId, Method: 0, Document: shown });
    expect(verified.body.State).toBe(2);
    const found = await app.send('visitor/getByDoc', { ...shown, Name: 'Dana', Surname: 'Dokladova' });
    expect(found.body.Visitor).toEqual(body.Visitor);
    const listed = await app.fetch('visitor/getAll', { DocNumber: 'ab998877' });
    expect(listed.body.Visitors).toEqual([body.Visitor]);
    expect((await app.fetch('visitor/getAll', { DocNumber: 'ab99887' })).body.Visitors).toEqual([]);
    const other = { VisitorId: await visitorIn(app), Document: spelt };
    expect(envelopeOf(await app.send('visitor/update', { Visitor: other })).Code).toBe(9211);
  });

  it('the text of the pass verifies as the entry code does', async () => {
    const VisitId = await visitIn(app, 0);
    const passOf = async (id: string) =>
      String((await app.fetch('visit/getIdentifierEntryCode', { VisitId: id })).body.IdentifierEntryCodeQR);
    const verify = async (EntryCode: string) =>
      outcome(await app.send('visit/verify', { VisitId, Method: 1, EntryCode }));
    const pass = await passOf(VisitId);
    const other = await passOf(await visitIn(app, 0));
    expect(await verify(other)).toEqual([403, 9106]);
    expect(await verify(`${pass.slice(0, -4)}AAAA`)).toEqual([403, 9106]);
    expect(await verify(` ${pass}\r\n`)).toEqual([200, null]);
  });

  it('a query that is no UTF-8 is refused, and one that nobody escaped is read', async () => {
    await visitorIn(app, { Surname: 'Čapek' });
    const token = await app.someToken();
    const ask = async (query: string) => answerOf(await app.get(`/visitor/getAll?${query}&Token=${token}`));
    for (const bytes of ['%C4', '%e8apek', 'a%ff', '%ed%a0%80'])
      expect([bytes, outcome(await ask(`Text=${bytes}`))]).toEqual([bytes, refused]);
    expect((await ask('Text=%C4%8capek')).body.Visitors).toHaveLength(1);
    expect((await ask('Text=100%')).body.Visitors).toHaveLength(0);
    expect((await ask('Text=%zz+a')).status).toBe(200);
  });
});

describe.each(formats)('what was set is taken away, in %s', format => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const document = { DocNumber: 'C1', State: 'CZ', DocType: 1 };
  const details = {
    DateOfBirth: '1980-05-17',
    Company: 'ABC',
    Email: 'a@example.com',
    PhoneNumber: '1',
    Language: 'cs',
    Document: document,
  };

  it.each(Object.keys(details))('%s of a visitor, and it alone', async member => {
    const VisitorId = await visitorIn(app, details);
    const kept = Object.fromEntries(Object.entries(details).filter(([name]) => name !== member));
    const asItIs = { Visitor: { VisitorId, [member]: null } };
    expect((await app.send('visitor/update', asItIs, { format })).body.Visitor).toMatchObject(details);
    const both = { Visitor: { VisitorId, ...details }, Clear: [member] };
    const refusal = await app.send('visitor/update', both, { format });
    expect(envelopeOf(refusal).Details.map(({ Field }) => Field)).toEqual([`Visitor.${member}`]);
    const { body } = await app.send(
      'visitor/update',
      { Visitor: { VisitorId }, Clear: [member] },
      { format },
    );
    expect(body.Visitor).toMatchObject(kept);
    const shown = (await app.fetch('visitor/get', { VisitorId })).body.Visitor as Record<string, unknown>;
    expect(shown[member] ?? '').toBe('');
    expect(shown).toMatchObject(kept);
    if (member === 'Document') await visitorIn(app, { Document: document });
    await app.send('visitor/update', { Visitor: { VisitorId }, Clear: ['Document'] });
    const others = await app.fetch('visitor/getAll', { DocNumber: 'C1' });
    for (const { VisitorId: id } of others.body.Visitors ?? [])
      await app.send('visitor/update', { Visitor: { VisitorId: id }, Clear: ['Document'] });
  });

  it('the times and the number of a card', async () => {
    const InternalNrLong = format === 'json' ? 'ABC1' : 'ABC2';
    const times = { ValidFrom: '2026-01-01T00:00:00.000Z', ValidTo: '2027-01-01T00:00:00.000Z' };
    const Identifier = { InternalNrLong, RegistrationNr: 'V-9', ...times };
    expect((await app.send('identifier/create', { Identifier })).status).toBe(200);
    const update = (members: object) =>
      app.send('identifier/update', { InternalNrLong, ...members }, { format });
    expect((await update({ ValidTo: null })).body).toMatchObject(times);
    expect(outcome(await update({ ValidTo: times.ValidTo, Clear: ['ValidTo'] }))).toEqual(refused);
    expect(outcome(await update({ Clear: ['Technology'] }))).toEqual(refused);
    const { body } = await update({ Clear: ['ValidTo'] });
    expect([body.ValidTo ?? null, body.ValidFrom, body.RegistrationNr]).toEqual([
      null,
      times.ValidFrom,
      'V-9',
    ]);
    const bare = (await update({ Clear: ['ValidFrom', 'RegistrationNr'] })).body;
    expect([bare.ValidFrom ?? null, bare.RegistrationNr]).toEqual([null, '']);
  });
});
