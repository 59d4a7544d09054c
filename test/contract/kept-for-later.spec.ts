import type { Database } from '../../src/database';
import { VisitorActivityRow } from '../../src/visitors';
import { VisitRow } from '../../src/visits';
import { Visit } from '../../src/visits/domain/visit';
import { guid, leaveAlone, someBeginning, someCaller, someDetails, someVisitor } from '../fakes/examples';
import { openStored, type VisitStorage } from './visit-storage';

describe('what the database keeps although no port reads it yet', () => {
  let storage: VisitStorage & { readonly database: Database };
  const caller = someCaller();

  beforeEach(async () => {
    storage = await openStored();
  });
  afterEach(() => storage.close());

  it('is whether a visit was announced', async () => {
    await storage.visits.add(Visit.create(someBeginning(1), ''), someDetails(), caller);
    await storage.visits.add(Visit.schedule(someBeginning(2), ''), someDetails(), caller);
    const rows = await storage.database.read(manager => manager.find(VisitRow, { order: { seq: 'ASC' } }));
    expect(rows.map(({ isPlanned }) => isPlanned)).toEqual([false, true]);
  });

  it('is the certificate of an activity, who recorded it and when', async () => {
    const visitor = someVisitor({ id: guid(70) });
    await storage.visits.add(Visit.create(someBeginning(1), ''), someDetails({ visitor }), caller);
    const activity = { activityType: 'Hygiene', validTo: new Date(0), description: 'passed' };
    const attachment = Buffer.from([0, 255]);
    await storage.activities.add(guid(70), { ...activity, attachment }, caller, leaveAlone);
    const rows = await storage.database.read(manager => manager.find(VisitorActivityRow));
    expect(rows).toMatchObject([
      { description: 'passed', attachment, recordedBy: 'reception', recordedAt: storage.clock.now() },
    ]);
  });
});
