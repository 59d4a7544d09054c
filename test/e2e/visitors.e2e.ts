import { randomUUID } from 'node:crypto';
import { VisitorActivityRow } from '../../src/visitors';
import { hall, office, production, productionTwo, type TestLogin } from '../support/seed';
import { TestApp } from '../support/test-app';
import { rowCounts, visitIn, visitorIn } from '../support/visits';
import { type Answer, envelopeOf, formats } from '../support/wire';

const passport = (DocNumber: string) => ({ DocNumber, State: 'CZ', DocType: 0 });
const zaneta = {
  Name: 'Žaneta',
  Surname: 'Nováková <&>',
  DateOfBirth: '1990-02-28',
  Company: 'Łódź Logistics',
  Email: 'Zaneta@Example.com',
  PhoneNumber: '+420 600',
  Language: 'cs-CZ',
  Document: passport('AB1'),
};

describe.each(formats)('visitors in %s', format => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const send = (action: string, body: object, as: TestLogin = 'reception') =>
    app.send(action, body, { format, as });
  const fetch = (action: string, query: Record<string, string | number> = {}, as: TestLogin = 'reception') =>
    app.fetch(action, query, { format, as });
  const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
  const read = async (VisitorId: string) => (await fetch('visitor/get', { VisitorId })).body.Visitor;

  /** Every row of the table, to see that nothing of it has changed. */
  const visitors = () => app.database.read(manager => manager.query<object[]>('SELECT * FROM visitor'));

  it('are put on file as they are described, and read back', async () => {
    const VisitorId = randomUUID();
    const created = await send('visitor/create', { Visitor: { ...zaneta, VisitorId } });
    expect([created.status, created.body]).toEqual([
      200,
      { Visitor: { ...zaneta, VisitorId }, VisitorMatch: 0 },
    ]);
    expect((await fetch('visitor/get', { VisitorId })).body).toEqual({ Visitor: { ...zaneta, VisitorId } });
  });

  describe('create', () => {
    it.each<[string, object, number]>([
      ['document', { Document: passport('AB1') }, 2],
      ['e-mail and name', { Email: ' zaneta@example.COM' }, 3],
      ['name and date of birth', { DateOfBirth: '1990-02-28' }, 4],
    ])('uses who is on file by %s, changes nothing, and says so', async (_, members, VisitorMatch) => {
      const VisitorId = await visitorIn(app, zaneta);
      const before = await visitors();
      const named = { Name: 'Zaneta', Surname: 'NOVÁKOVÁ <&>', Company: 'Other' };
      const { body } = await send('visitor/create', { Visitor: { ...named, ...members } });
      expect(body).toEqual({ Visitor: { ...zaneta, VisitorId }, VisitorMatch });
      expect(await visitors()).toEqual(before);
    });

    it('refuses an id that is on file, and the document of somebody else', async () => {
      const VisitorId = await visitorIn(app, zaneta);
      const before = await visitors();
      const again = await send('visitor/create', { Visitor: { VisitorId, Name: 'Eva', Surname: 'Malá' } });
      expect(refusal(again)).toEqual([403, 9215]);
      const stolen = { ...zaneta, VisitorId: randomUUID() };
      expect(refusal(await send('visitor/create', { Visitor: stolen }))).toEqual([403, 9211]);
      expect(await visitors()).toEqual(before);
    });

    it('shows nobody who may not be viewed, and adds nothing to their file', async () => {
      const VisitorId = await visitorIn(app, { ...zaneta, Document: null });
      const before = await visitors();
      const answer = await send('visitor/create', { Visitor: zaneta }, 'usher');
      expect(refusal(answer)).toEqual([403, 1538]);
      expect(answer.text).toContain(VisitorId);
      expect(answer.text).not.toMatch(/Logistics|420 600/);
      expect(await visitors()).toEqual(before);
    });
  });

  describe('update', () => {
    it('replaces what is given and keeps what is left out or null', async () => {
      const VisitorId = await visitorIn(app, zaneta);
      const changes = { VisitorId, Surname: 'Dvořáková', Company: '', Email: null };
      const expected = { ...zaneta, VisitorId, Surname: 'Dvořáková', Company: '' };
      const answer = await send('visitor/update', { Visitor: changes });
      expect([answer.status, answer.body]).toEqual([200, { Visitor: expected }]);
      expect(await read(VisitorId)).toEqual(expected);
    });

    it('replaces the document as a whole, and the visitor is known by the new one alone', async () => {
      const VisitorId = await visitorIn(app, zaneta);
      const Document = { DocNumber: 'ID 7', State: 'SK', DocType: 1 };
      await send('visitor/update', { Visitor: { VisitorId, Document } });
      expect((await read(VisitorId))?.Document).toEqual(Document);
      const found = async (DocNumber: string) =>
        (await fetch('visitor/getAll', { DocNumber })).body.Visitors?.length;
      expect([await found('ID 7'), await found('AB1')]).toEqual([1, 0]);
    });

    it('keeps the lists in step', async () => {
      const VisitorId = await visitorIn(app, zaneta);
      await send('visitor/update', { Visitor: { VisitorId, Surname: 'Dvořáková', Email: 'zd@example.com' } });
      const found = async (query: Record<string, string>) =>
        (await fetch('visitor/getAll', query)).body.Visitors?.length;
      expect([await found({ Text: 'dvorak' }), await found({ Text: 'novak' })]).toEqual([1, 0]);
      expect([await found({ Email: 'ZD@example.com' }), await found({ Email: zaneta.Email })]).toEqual([
        1, 0,
      ]);
    });

    it('is searched by a document that was added later', async () => {
      const VisitorId = await visitorIn(app, { ...zaneta, Document: null });
      await send('visitor/create', { Visitor: { ...zaneta, Document: passport('XY 987') } });
      const visitId = await visitIn(app, 0, { Visitor: { Name: 'Eva', Surname: 'Malá' } });
      await send('visit/verify', { VisitId: visitId, Method: 0, Document: passport('ZZ 987') });
      const found = (await fetch('visitor/getAll', { Text: 'Y 987' })).body.Visitors;
      expect(found?.map(visitor => visitor.VisitorId)).toEqual([VisitorId]);
      expect((await fetch('visitor/getAll', { Text: '987' })).body.Paging).toMatchObject({ TotalCount: 2 });
    });

    it('refuses an unknown visitor, and the document of another, and changes nothing', async () => {
      await visitorIn(app, zaneta);
      const VisitorId = await visitorIn(app);
      const before = await visitors();
      const unknown = await send('visitor/update', { Visitor: { VisitorId: randomUUID(), Name: 'Eva' } });
      expect(refusal(unknown)).toEqual([404, 9202]);
      const stolen = { VisitorId, Name: 'Eva', Document: zaneta.Document };
      expect(refusal(await send('visitor/update', { Visitor: stolen }))).toEqual([403, 9211]);
      expect(await visitors()).toEqual(before);
    });

    it('takes the document that the visitor has already', async () => {
      const VisitorId = await visitorIn(app, zaneta);
      const changes = { VisitorId, Name: 'Jana', Document: zaneta.Document };
      expect((await send('visitor/update', { Visitor: changes })).body.Visitor?.Name).toBe('Jana');
    });
  });

  describe('the list', () => {
    const names = (answer: Answer) => answer.body.Visitors?.map(({ Name, Surname }) => `${Surname} ${Name}`);

    beforeEach(async () => {
      for (const [Surname, Name] of [
        ['Žák', 'Adam'],
        ['Čapek', 'Karel'],
        ['Dvořák', 'Jan'],
        ['čapek', 'Josef'],
      ])
        await visitorIn(app, { Surname, Name, Company: 'Acme', Email: `${Name}@example.com` });
    });

    it('is sorted by surname and name as a reader would, and comes in pages', async () => {
      const all = await fetch('visitor/getAll');
      expect(names(all)).toEqual(['čapek Josef', 'Čapek Karel', 'Dvořák Jan', 'Žák Adam']);
      expect(all.body.Paging).toEqual({ PageNumber: 1, PageSize: 100, TotalCount: 4 });
      const second = await fetch('visitor/getAll', { PageNumber: 2, PageSize: 3 });
      expect(names(second)).toEqual(['Žák Adam']);
      expect(second.body.Paging).toEqual({ PageNumber: 2, PageSize: 3, TotalCount: 4 });
    });

    it.each<[Record<string, string>, string[]]>([
      [{ Text: 'CAPEK' }, ['čapek Josef', 'Čapek Karel']],
      [{ Text: 'an dvo' }, ['Dvořák Jan']],
      [{ Text: 'ja' }, ['Dvořák Jan']],
      [{ Text: '@example' }, ['čapek Josef', 'Čapek Karel', 'Dvořák Jan', 'Žák Adam']],
      [{ Text: '%' }, []],
      [{ Text: '' }, ['čapek Josef', 'Čapek Karel', 'Dvořák Jan', 'Žák Adam']],
      [{ Email: 'KAREL@example.com' }, ['Čapek Karel']],
      [{ Text: 'capek', Email: 'jan@example.com' }, []],
    ])('holds those who meet %j', async (query, expected) => {
      const answer = await fetch('visitor/getAll', query);
      expect(names(answer) ?? []).toEqual(expected);
      expect(answer.body.Paging).toMatchObject({ TotalCount: expected.length });
    });
  });

  describe('activities', () => {
    const record = (VisitorId: string, Activity: object = {}, as?: TestLogin) =>
      send(
        'visitor/createActivity',
        {
          VisitorId,
          Activity: {
            ActivityType: { Title: 'Safety training' },
            ValidTo: '2027-01-01T00:00:00Z',
            ...Activity,
          },
        },
        as,
      );

    it('are all on a page that is read in portions, newest first', async () => {
      const VisitorId = await visitorIn(app);
      await record(VisitorId, { Description: 'first' });
      await app.database.write(async manager => {
        const [first] = await manager.find(VisitorActivityRow, { order: { seq: 'DESC' }, take: 1 });
        for (let n = 2; n <= 250; n += 1)
          await manager.insert(VisitorActivityRow, { ...first, seq: undefined, description: String(n) });
      });
      const { body } = await fetch('visitor/getActivities', { VisitorId, PageSize: 240, PageNumber: 1 });
      const told = (body.Activities ?? []).map(each => (each as { ActivityNumber?: number }).ActivityNumber);
      expect(told).toEqual(Array.from({ length: 240 }, (_, n) => 250 - n));
      expect(body.Paging).toMatchObject({ TotalCount: 250 });
    });

    it('never come with all of their attachments, whatever is asked for', async () => {
      const VisitorId = await visitorIn(app);
      const Attachment = Buffer.alloc(300_000).toString('base64');
      for (let count = 0; count < 10; count += 1) await record(VisitorId, { Attachment });
      const { body, text } = await fetch('visitor/getActivities', {
        VisitorId,
        WithAttachments: 1,
        PageSize: 1000,
      });
      expect(body.Activities).toHaveLength(10);
      expect(text.length).toBeLessThan(100_000);
    });

    it('are listed newest first, and tell of attachments, which are read one at a time', async () => {
      const VisitorId = await visitorIn(app);
      const Attachment = Buffer.from('signed').toString('base64');
      await record(await visitorIn(app), { Description: 'of another', Attachment });
      const recorded = await record(VisitorId, { Description: 'first', Attachment });
      expect(recorded.body).toMatchObject({ Attachment });
      await record(VisitorId, { ValidTo: '2026-01-01T00:00:00Z', Description: 'second' });
      await record(VisitorId, { Description: 'third', Attachment: '' });
      await record(await visitorIn(app), { Description: 'of another' });

      const { body } = await fetch('visitor/getActivities', { VisitorId });
      expect(body.Activities).toMatchObject([
        { Description: 'third', ActivityNumber: 3 },
        {
          ActivityType: { Title: 'Safety training', Signed: 1 },
          ValidTo: '2026-01-01T00:00:00.000Z',
          Description: 'second',
          ActivityNumber: 2,
        },
        { ValidTo: '2027-01-01T00:00:00.000Z', Description: 'first', ActivityNumber: 1, AttachmentBytes: 6 },
      ]);
      expect(body.Activities?.map(each => each.Attachment ?? null)).toEqual([null, null, null]);
      expect(body.Activities?.[1]?.AttachmentBytes ?? null).toBeNull();
      expect(body.Paging).toEqual({ PageNumber: 1, PageSize: 100, TotalCount: 3 });
      const second = (await fetch('visitor/getActivities', { VisitorId, PageNumber: 3, PageSize: 1 })).body;
      expect(second.Activities).toMatchObject([{ Description: 'first', ActivityNumber: 1 }]);
      expect(second.Paging).toEqual({ PageNumber: 3, PageSize: 1, TotalCount: 3 });

      const read = (ActivityNumber: number) =>
        fetch('visitor/getActivityAttachment', { VisitorId, ActivityNumber });
      const file = await read(1);
      expect(file.body).toEqual({ VisitorId, ActivityNumber: 1, Attachment });
      // A browser must never run what it is sent here.
      expect(file.type).toMatch(/^application\/(json|xml);/);
      expect(file.headers['x-content-type-options']).toBe('nosniff');
      for (const number of [2, 4]) expect(refusal(await read(number))).toEqual([404, 9219]);
    });

    it('are refused of nobody', async () => {
      expect(refusal(await fetch('visitor/getActivities', { VisitorId: randomUUID() }))).toEqual([404, 9202]);
    });

    it('have kinds, which are defined once and listed by title', async () => {
      const diving = { Title: 'Diving', Shortcut: 'DV', Frequency: 30, Signed: 1 };
      expect((await send('activityType/create', { ActivityType: diving })).body).toEqual(diving);
      const plain = await send('activityType/create', { ActivityType: { Title: 'Tour' } });
      expect(plain.body).toEqual({ Title: 'Tour', Shortcut: '', Frequency: 0, Signed: 0 });
      const before = await rowCounts(app);
      const again = await send('activityType/create', { ActivityType: { Title: 'Diving' } });
      expect(refusal(again)).toEqual([403, 9217]);
      expect(await rowCounts(app)).toEqual(before);

      const { ActivityTypes, Paging } = (await fetch('activityType/getAll')).body;
      expect(ActivityTypes?.map(({ Title }) => Title)).toEqual(['Diving', 'Safety training', 'Tour']);
      expect(Paging).toEqual({ PageNumber: 1, PageSize: 100, TotalCount: 3 });
      const VisitorId = await visitorIn(app);
      expect((await record(VisitorId, { ActivityType: { Title: 'Diving' } })).body.ActivityType).toEqual(
        diving,
      );
    });
  });

  it.each<[string, object, string[]]>([
    ['visitor/create', {}, ['Visitor']],
    [
      'visitor/create',
      { Visitor: { VisitorId: 'x', Name: '', DateOfBirth: '1980-02-30', Document: { DocType: 3 } } },
      'VisitorId Name Surname DateOfBirth Document.DocNumber Document.State Document.DocType'
        .split(' ')
        .map(name => `Visitor.${name}`),
    ],
    [
      'visitor/update',
      { Visitor: { Name: ' ', Language: 'česky' } },
      ['Visitor.VisitorId', 'Visitor.Name', 'Visitor.Language'],
    ],
    [
      'activityType/create',
      { ActivityType: { Title: '', Frequency: -1, Signed: 2 } },
      ['ActivityType.Title', 'ActivityType.Frequency', 'ActivityType.Signed'],
    ],
  ])('%s names every fault of %j at once and changes nothing', async (action, body, fields) => {
    const before = [await visitors(), await rowCounts(app)];
    const answer = await send(action, body);
    expect(refusal(answer)).toEqual([400, 1002]);
    expect(
      envelopeOf(answer)
        .Details.map(({ Field }) => Field)
        .sort(),
    ).toEqual([...fields].sort());
    expect([await visitors(), await rowCounts(app)]).toEqual(before);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['visitor/get', {}, ['VisitorId']],
    ['visitor/getAll', { PageSize: '1001', DocNumber: 'x'.repeat(51) }, ['DocNumber', 'PageSize']],
    ['visitor/getActivities', { VisitorId: 'x', PageSize: '0' }, ['VisitorId', 'PageSize']],
    ['visitor/getActivityAttachment', { VisitorId: 'x' }, ['VisitorId', 'ActivityNumber']],
    ['activityType/getAll', { PageNumber: '0' }, ['PageNumber']],
  ])('%s names every fault of %j at once', async (action, query, fields) => {
    const answer = await fetch(action, query);
    expect(refusal(answer)).toEqual([400, 1002]);
    expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(fields);
  });
});

describe('privileges on visitors', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it.each([
    ['POST', 'visitor/create', 9214],
    ['POST', 'visitor/update', 9212],
    ['GET', 'visitor/get', 1526],
    ['GET', 'visitor/getAll', 1526],
    ['GET', 'visitor/getActivities', 1526],
    ['GET', 'visitor/getActivityAttachment', 1526],
    ['GET', 'activityType/getAll', 1526],
    ['POST', 'activityType/create', 9218],
  ])('%s %s is refused before its members are looked at', async (verb, action, code) => {
    const before = await rowCounts(app);
    const as = 'nobody';
    const answer = verb === 'GET' ? await app.fetch(action, {}, { as }) : await app.send(action, {}, { as });
    expect([answer.status, envelopeOf(answer).Code]).toEqual([403, code]);
    expect(await rowCounts(app)).toEqual(before);
  });

  it('activityType/create asks for the right Types, and no other', async () => {
    const answer = await app.send(
      'activityType/create',
      { ActivityType: { Title: 'X' } },
      { as: 'registrar' },
    );
    expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 9218]);
  });
});

/** Visitors whom gate registered, by where their visits went; `own` came nowhere and is the caller's. */
const places = {
  production: [production],
  hall: [hall],
  both: [office, hall],
  productionTwo: [productionTwo],
  office: [office],
  nowhere: [null],
  never: [],
  own: [],
};
type Place = keyof typeof places;

describe('record permissions on visitors', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const rows = Object.entries({
    'reception: All': 'production hall both productionTwo office nowhere never own',
    'usher: Own': 'own',
    'trainer: units': 'production hall both',
  }).flatMap(([who, may]) =>
    (Object.keys(places) as Place[]).map((place): [TestLogin, Place, boolean] => [
      who.split(':')[0] as TestLogin,
      place,
      may.split(' ').includes(place),
    ]),
  );

  async function visitorAt(place: Place, as: TestLogin): Promise<string> {
    const VisitorId = await visitorIn(app, {}, place === 'own' ? as : 'gate');
    for (const Structure of places[place]) {
      const VisitedOrgStructure = Structure === null ? undefined : { Structure };
      const Visitor = { VisitorId, Name: 'Petr', Surname: 'Svoboda' };
      await visitIn(app, 0, { Visitor, VisitedOrgStructure }, 'gate');
    }
    return VisitorId;
  }

  it.each(rows)('%s, visitor of %s: %s', async (as, place, may) => {
    const VisitorId = await visitorAt(place, as);
    const { TotalCount } = (await app.fetch('visitor/getAll', {})).body.Paging as { TotalCount: number };
    const list = await app.fetch('visitor/getAll', { PageSize: TotalCount }, { as });
    expect(list.body.Visitors?.some(visitor => visitor.VisitorId === VisitorId)).toBe(may);
    expect(list.body.Paging).toMatchObject({ TotalCount: list.body.Visitors?.length });

    for (const action of ['get', 'getActivities']) {
      const answer = await app.fetch(`visitor/${action}`, { VisitorId }, { as });
      expect([answer.status, envelopeOf(answer).Code]).toEqual(may ? [200, null] : [403, 1538]);
    }
    const file = await app.fetch('visitor/getActivityAttachment', { VisitorId, ActivityNumber: 1 }, { as });
    expect([file.status, envelopeOf(file).Code]).toEqual(may ? [404, 9219] : [403, 1538]);
    const before = await rowCounts(app);
    const updated = await app.send('visitor/update', { Visitor: { VisitorId, Company: as } }, { as });
    expect([updated.status, envelopeOf(updated).Code]).toEqual(may ? [200, null] : [403, 9216]);
    const Activity = { ActivityType: { Title: 'Safety training' }, ValidTo: '2027-01-01' };
    const recorded = await app.send('visitor/createActivity', { VisitorId, Activity }, { as });
    expect([recorded.status, envelopeOf(recorded).Code]).toEqual(may ? [200, null] : [403, 9216]);
    if (may) return;
    expect(await rowCounts(app)).toEqual(before);
    expect((await app.fetch('visitor/get', { VisitorId })).body.Visitor).toMatchObject({ Company: '' });
  });

  it('a refusal says nothing of the visitor', async () => {
    const VisitorId = await visitorAt('office', 'usher');
    const answer = await app.fetch('visitor/get', { VisitorId }, { as: 'usher' });
    expect(answer.text).not.toMatch(/Petr|Svoboda/);
  });
});
