import { TestApp } from '../support/test-app';
import { visitIn } from '../support/visits';
import { type Answer, envelopeOf, formats } from '../support/wire';

const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
const fieldsOf = (answer: Answer) => envelopeOf(answer).Details.map(({ Field }) => Field);

describe.each(formats)('visit types in %s', format => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const create = (VisitType: object) => app.send('visitType/create', { VisitType }, { format });
  const update = (Title: string, members: object) =>
    app.send('visitType/update', { Title, ...members }, { format });
  const list = async (query: Record<string, number> = {}) =>
    (await app.fetch('visitType/getAll', query, { format })).body as {
      VisitTypes: { Title: string; RequiredActivities: string[] }[];
      Paging: object;
    };

  it('are listed by title, page by page', async () => {
    const first = await list({ PageSize: 2 });
    expect(first.VisitTypes).toEqual([
      { Title: 'Contractor', Shortcut: 'CON', EscortRequired: 1, RequiredActivities: ['Safety training'] },
      { Title: 'Delivery', Shortcut: 'DEL', EscortRequired: 0, RequiredActivities: [] },
    ]);
    expect(first.Paging).toEqual({ PageNumber: 1, PageSize: 2, TotalCount: 4 });
    expect((await list({ PageSize: 2, PageNumber: 2 })).VisitTypes.map(({ Title }) => Title)).toEqual([
      'Guest',
      'Trainee',
    ]);
  });

  it('a new one can be visited by', async () => {
    const tour = {
      Title: 'Tour',
      Shortcut: 'T',
      EscortRequired: 1,
      RequiredActivities: ['Safety training'],
    };
    const created = await create(tour);
    expect([created.status, created.body]).toEqual([200, tour]);
    const VisitId = await visitIn(app, 0, { VisitType: { Title: 'Tour' } });
    expect((await app.fetch('visit/get', { VisitId }, { format })).body.VisitType).toEqual(tour);
    const plain = await create({ Title: 'Walk' });
    expect(plain.body).toEqual({ Title: 'Walk', Shortcut: '', EscortRequired: 0, RequiredActivities: [] });
  });

  it('an update replaces what is given and keeps the rest', async () => {
    const changed = await update('Contractor', { EscortRequired: 0 });
    const contractor = { Title: 'Contractor', Shortcut: 'CON', EscortRequired: 0 };
    expect(changed.body).toEqual({ ...contractor, RequiredActivities: ['Safety training'] });
    const emptied = await update('Contractor', { RequiredActivities: [] });
    expect(emptied.body).toEqual({ ...contractor, RequiredActivities: [] });
    expect((await list()).VisitTypes[0]).toEqual({ ...contractor, RequiredActivities: [] });
  });

  it('a change is seen by a visit at its next check, and not before', async () => {
    const VisitId = await visitIn(app, 5);
    await update('Delivery', { RequiredActivities: ['Safety training'] });
    const state = async () => (await app.fetch('visit/get', { VisitId }, { format })).body.State;
    expect(await state()).toBe(5);
    await app.send('visit/check', { VisitId }, { format });
    expect(await state()).toBe(3);
  });

  describe('what is refused changes nothing', () => {
    const unchanged = async (call: () => Promise<Answer>): Promise<Answer> => {
      const before = await list();
      const answer = await call();
      expect(await list()).toEqual(before);
      return answer;
    };

    it.each<[string, object, unknown[]]>([
      ['create', { VisitType: { Title: 'Guest' } }, [403, 9111]],
      ['create', { VisitType: { Title: 'Tour', RequiredActivities: ['Diving'] } }, [404, 9204]],
      ['update', { Title: 'Tour' }, [404, 9201]],
      ['update', { Title: 'Guest', Shortcut: 'X', RequiredActivities: ['Diving'] }, [404, 9204]],
    ])('%s of %j', async (action, body, expected) => {
      expect(refusal(await unchanged(() => app.send(`visitType/${action}`, body, { format })))).toEqual(
        expected,
      );
    });

    it.each<[string, object, string[]]>([
      ['create', {}, ['VisitType']],
      [
        'create',
        { VisitType: { Title: '', EscortRequired: 2 } },
        ['VisitType.EscortRequired', 'VisitType.Title'],
      ],
      ['update', { Shortcut: 'x'.repeat(31) }, ['Shortcut', 'Title']],
      ['update', { Title: 'Guest', RequiredActivities: [''] }, ['RequiredActivities']],
    ])('a bad %s of %j', async (action, body, fields) => {
      const answer = await unchanged(() => app.send(`visitType/${action}`, body, { format }));
      expect(refusal(answer)).toEqual([400, 1002]);
      expect(fieldsOf(answer).sort()).toEqual(fields);
    });

    it.each([
      ['create', { VisitType: { Title: 'Tour' } }],
      ['update', { Title: 'Guest', EscortRequired: 0 }],
    ])('%s by whoever lacks the right', async (action, body) => {
      const call = () => app.send(`visitType/${action}`, body, { format, as: 'registrar' });
      expect(refusal(await unchanged(call))).toEqual([403, 9110]);
    });

    it('the list for whoever may not view visits', async () => {
      const answer = await app.fetch('visitType/getAll', {}, { format, as: 'registrar' });
      expect(refusal(answer)).toEqual([403, 1516]);
    });
  });
});
