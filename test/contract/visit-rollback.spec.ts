import type { Database } from '../../src/database';
import { RejectReason } from '../../src/visits/domain/move';
import { Visit } from '../../src/visits/domain/visit';
import {
  guid,
  passport,
  someBeginning,
  someCaller,
  someDetails,
  somePhoto,
  someVisitor,
  storedVisit,
} from '../fakes/examples';
import { engine } from '../support/engine';
import { openStored, type VisitStorage } from './visit-storage';
import { AdmissionWindow } from '../../src/visits/domain/admission-window';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

const tables = ['visit', 'visit_photo', 'visit_history', 'visitor', 'visitor_activity', 'identifier'];

/** The steps are written last: when they fail, everything else of the change has been written already. */
describe('a change of a visit that fails with its very last write', () => {
  let storage: VisitStorage & { database: Database };
  const caller = someCaller();
  const details = someDetails({
    visitor: someVisitor({ id: guid(70) }),
    identifier: 'BEEF',
    photos: [somePhoto()],
  });
  const add = (n: number, what = details) =>
    storage.visits.add(Visit.create(someBeginning(n), ''), what, caller);
  const run = (statement: string) => storage.database.write(manager => manager.query(statement));
  const breakHistory = () =>
    engine === 'sqlite'
      ? run(
          "CREATE TRIGGER broken BEFORE INSERT ON visit_history BEGIN SELECT RAISE(ABORT, 'no more steps'); END",
        )
      : run(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE 'no more steps'; END $$;
          CREATE TRIGGER broken BEFORE INSERT ON visit_history EXECUTE FUNCTION broken()`);
  const mend = () => run(engine === 'sqlite' ? 'DROP TRIGGER broken' : 'DROP FUNCTION broken CASCADE');
  /** Every row of every table that a visit is written to. */
  const stored = () =>
    storage.database.read(async manager => {
      const rows: unknown[] = [];
      for (const table of tables) rows.push(await manager.query(`SELECT * FROM ${table}`));
      return rows;
    });

  beforeEach(async () => {
    storage = await openStored();
  });
  afterEach(() => storage.close());

  it('leaves nothing of a new visit: no visit, photo, visitor or document, and the card free', async () => {
    const before = await stored();
    const visitor = someVisitor({ id: guid(70), document: passport });
    await breakHistory();
    await expect(add(1, { ...details, visitor })).rejects.toThrow('no more steps');
    expect(await stored()).toEqual(before);
    await mend();
    await add(1, { ...details, visitor });
    expect(await stored()).not.toEqual(before);
  });

  it('leaves nothing of a save: neither state nor version, no document, and the card held', async () => {
    await add(1);
    const before = await stored();
    const visit = await storedVisit(storage.visits, guid(1));
    if (!visit) throw new Error('the visit is not there');
    const occasion = { at: storage.clock.now(), reason: null };
    visit.verifyByDocument(passport, null, occasion);
    visit.reject(RejectReason.Denied, occasion);
    await breakHistory();
    await expect(storage.visits.save(visit, caller)).rejects.toThrow('no more steps');
    expect(await stored()).toEqual(before);
    await mend();
    await storage.visits.save(visit, caller);
    expect((await storage.visits.find(guid(1)))?.visit).toMatchObject({
      state: 8,
      visitor: { document: passport },
      identifier: { status: 0 },
    });
  });

  it('leaves nothing of an activity: neither itself nor a step of the visit that waited for it', async () => {
    await add(1, { ...details, visitType: 'Trainee' });
    const visit = await storedVisit(storage.visits, guid(1));
    if (!visit) throw new Error('the visit is not there');
    const occasion = { at: storage.clock.now(), reason: null };
    visit.verifyByFingerprint(occasion);
    visit.check(
      { escortRequired: false, activities: [{ title: 'Hygiene', validTo: null }] },
      occasion,
      window,
    );
    await storage.visits.save(visit, caller);
    const before = await stored();
    const record = () => {
      const activity = { validTo: storage.clock.now(), description: '', attachment: null };
      return storage.activities.add(guid(70), { ...activity, activityType: 'Hygiene' }, caller, waiting =>
        waiting.recheck({ escortRequired: false, activities: [] }, occasion),
      );
    };
    await breakHistory();
    await expect(record()).rejects.toThrow('no more steps');
    expect(await stored()).toEqual(before);
    await mend();
    await record();
    expect(await stored()).not.toEqual(before);
  });
});
