import { randomUUID } from 'node:crypto';
import type { UserRow } from '../../src/auth';
import { office, production } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, visitIn } from '../support/visits';
import { envelopeOf, formats } from '../support/wire';

type Change = Partial<Pick<UserRow, 'privileges' | 'recordPermissions'>>;

/** What a user may not view any more is not shown by a repeat either. */
describe.each(formats)('a repeat under an Idempotency-Key in %s', format => {
  let app: TestApp;
  const everything: Change = {
    privileges: { Visits: ['View', 'New', 'Edit'], Visitors: ['View', 'New', 'Edit'] },
    recordPermissions: {},
  };
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(() => app.changeUser('guard', everything));
  afterAll(() => app.stop());

  /** The number that the repeat is refused with; 0 where it is answered as the first time. */
  async function repeated(
    action: string,
    body: object,
    change: () => Promise<unknown>,
  ): Promise<number | null> {
    const headers = { 'Idempotency-Key': randomUUID() };
    const send = () => app.send(action, body, { format, headers, as: 'guard' });
    const first = await send();
    expect(first.status).toBe(200);
    await change();
    const second = await send();
    if (second.status === 200) expect(second.text).toBe(first.text);
    return second.status === 200 ? 0 : envelopeOf(second).Code;
  }
  const limit = (change: Change) => () => app.changeUser('guard', change);

  it('is refused once the record permission on the visit has gone', async () => {
    const gone = limit({ recordPermissions: { Visits: { View: [office], Edit: [office] } } });
    expect(await repeated('visit/create', newVisit(), gone)).toBe(1537);
    await app.changeUser('guard', everything);
    expect(await repeated('visit/check', { VisitId: await visitIn(app, 2) }, gone)).toBe(9105);
    await app.changeUser('guard', everything);
    expect(await repeated('visit/end', { VisitId: await visitIn(app, 6), Reason: '' }, gone)).toBe(1537);
  });

  it('is refused once the visit has gone to a unit of others, and answered while it has not', async () => {
    await limit({ recordPermissions: { Visits: { View: [office], Edit: [office] } } })();
    const VisitId = await visitIn(app, 2, { VisitedOrgStructure: { Structure: office } });
    const nothing = () => Promise.resolve();
    const away = { VisitId, VisitedOrgStructure: { Structure: production } };
    expect(await repeated('visit/check', { VisitId }, nothing)).toBe(0);
    expect(await repeated('visit/check', { VisitId }, () => app.send('visit/update', away))).toBe(9105);
  });

  it('is refused once the visitor, or the last visit, may not be viewed', async () => {
    const Visitor = { VisitorId: randomUUID(), Name: 'Petr', Surname: 'Svoboda' };
    await visitIn(app, 0, { Visitor });
    const body = () => newVisit({ VisitId: randomUUID(), Visitor });
    const noVisitors = limit({ privileges: { Visits: ['View', 'New', 'Edit'] } });
    expect(await repeated('visit/create', body(), noVisitors)).toBe(1538);
    await app.changeUser('guard', everything);
    expect(
      await repeated(
        'visitor/update',
        { Visitor: { VisitorId: Visitor.VisitorId } },
        limit({
          recordPermissions: { Visitors: { View: 'Own' } },
        }),
      ),
    ).toBe(1538);
    // The visit of `body` is the user's own, and the last one is not.
    await app.changeUser('guard', everything);
    await visitIn(app, 0, { Visitor });
    const own = limit({ recordPermissions: { Visits: { View: 'Own' } } });
    expect(await repeated('visit/create', body(), own)).toBe(1537);
  });

  it('is refused once the visit is gone', async () => {
    const body = newVisit();
    const erase = () =>
      app.database.write(async manager => {
        await manager.query('DELETE FROM visit_history');
        await manager.query('DELETE FROM visit');
      });
    expect(await repeated('visit/create', body, erase)).toBe(1540);
  });

  it('is answered to who was shown nothing but what they sent', async () => {
    await limit({ privileges: { Visits: ['New'] } })();
    const gone = limit({ recordPermissions: { Visits: { View: [office] } } });
    expect(await repeated('visit/create', newVisit(), gone)).toBe(0);
  });
});
