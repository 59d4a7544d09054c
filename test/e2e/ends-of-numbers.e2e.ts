import { declaredActions } from '../../src/http/action';
import { fieldsOf } from '../../src/http/fields';
import { engineName } from '../support/engine';
import { production } from '../support/seed';
import { TestApp } from '../support/test-app';
import { visitIn, visitorIn } from '../support/visits';
import { envelopeOf, formats } from '../support/wire';

const lists = declaredActions().filter(({ request }) =>
  fieldsOf(request).some(({ name }) => name === 'PageNumber'),
);

describe(`numbers and times at their ends (${engineName})`, () => {
  let app: TestApp;
  let visitId: string;
  let visitorId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    visitId = await visitIn(app, 0);
    visitorId = await visitorIn(app);
  });
  afterAll(() => app.stop());

  /** What the list asks for beside a page. */
  function neededBy(path: string): Record<string, string> {
    const { request } = lists.find(list => list.path === path)!;
    const names = fieldsOf(request).map(({ name }) => name);
    const known = { VisitId: visitId, VisitorId: visitorId, Name: '%', Structure: production };
    return Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name)));
  }

  it.each(lists.map(({ path }) => path))(
    '%s: a parameter that is nearly one of the page is ignored, and the answer says which page it is',
    async path => {
      const answer = await app.fetch(path, { ...neededBy(path), Page: 2, Size: 1, pageno: 3 });
      expect([answer.status, (answer.body as { Paging: unknown }).Paging]).toEqual([
        200,
        expect.objectContaining({ PageNumber: 1, PageSize: 100 }),
      ]);
    },
  );

  it.each(lists.map(({ path }) => path))('%s: a page far beyond the last one is empty', async path => {
    for (const format of formats) {
      const query = { ...neededBy(path), PageNumber: 1_000_000_000, PageSize: 1000 };
      const answer = await app.fetch(path, query, { format });
      expect(answer.status).toBe(200);
      const { Paging, ...rest } = answer.body as Record<string, unknown>;
      expect(Paging).toMatchObject({ PageNumber: 1_000_000_000, PageSize: 1000 });
      expect(Object.values(rest)).toEqual([[]]);
    }
  });

  it.each(lists.map(({ path }) => path))('%s: a page beyond what is documented is refused', async path => {
    for (const PageNumber of ['1000000001', '2147483648', '9223372036854775808', '0', '-1', '1e9']) {
      const answer = await app.fetch(path, { PageNumber });
      expect([answer.status, envelopeOf(answer).Code]).toEqual([400, 1002]);
    }
  });

  it.each(['0002-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'a time of %s is stored and looked for',
    async ValidTo => {
      const Activity = { ActivityType: { Title: 'Safety training' }, ValidTo };
      const recorded = await app.send('visitor/createActivity', { VisitorId: visitorId, Activity });
      expect([recorded.status, recorded.body.ValidTo]).toEqual([200, ValidTo]);
      for (const name of ['From', 'To', 'ChangedSince'])
        expect((await app.fetch('visit/getAll', { [name]: ValidTo })).status).toBe(200);
    },
  );
});
