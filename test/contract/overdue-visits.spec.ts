import { type Database, query, type Sql, type Statements } from '../../src/database';
import { loadOverdue } from '../../src/visits/infrastructure/load-visits';
import { Visit } from '../../src/visits/domain/visit';
import { guid, someBeginning, someCaller, someDetails, storedVisit } from '../fakes/examples';
import { engine, engineName } from '../support/engine';
import { openStored, type VisitStorage, visitStorages } from './visit-storage';
import { AdmissionWindow } from '../../src/visits/domain/admission-window';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

const by = someCaller();
const occasion = { at: new Date('2026-11-23T10:00:00.000Z'), reason: null };
const nothingAsked = { escortRequired: false, activities: [] };
const noon = new Date('2026-11-24T12:00:00.000Z');
const at = (hour: number) => new Date(noon.getTime() + hour * 3_600_000);

describe.each(visitStorages)('overdue visits: %s', (_, open) => {
  let storage: VisitStorage;
  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  async function add(n: number, validTo: Date, ...steps: ((visit: Visit) => void)[]): Promise<void> {
    const visit = Visit.create(someBeginning(n, { validTo }), 'spare parts');
    await storage.visits.add(visit, someDetails(), by);
    for (const step of steps) {
      const found = (await storedVisit(storage.visits, guid(n)))!;
      step(found);
      await storage.visits.save(found, by);
    }
  }
  const verify = (visit: Visit) => visit.verifyByFingerprint(occasion);
  const check = (visit: Visit) => visit.check(nothingAsked, occasion, window);
  const enter = (visit: Visit) => visit.enter(occasion, window);
  const stepOut = (visit: Visit) => visit.stepOut(occasion);
  const end = (visit: Visit) => visit.end(occasion);
  const reject = (visit: Visit) => visit.reject(0, occasion);

  async function found(until = noon): Promise<{ id: string; wasInside: boolean }[]> {
    const all = [];
    let batch = await storage.visits.overdue(until, undefined);
    while (batch.length > 0) {
      all.push(...batch);
      batch = await storage.visits.overdue(until, batch.at(-1));
    }
    return all.map(({ visit, wasInside }) => ({ id: visit.id, wasInside }));
  }
  const ids = async (until?: Date) => (await found(until)).map(({ id }) => id);

  it('are those whose time was over before: the longest overdue first, and of the same time the oldest', async () => {
    for (const [n, hour] of [
      [1, -1],
      [2, -5],
      [3, -1],
      [4, 1],
      [5, -3],
      [6, -1],
      [7, 0],
    ] as const)
      await add(n, at(hour));
    expect(await ids()).toEqual([2, 5, 1, 3, 6].map(guid));
    expect(await ids(at(0.5))).toEqual([2, 5, 1, 3, 6, 7].map(guid));
  });

  it('can still be rejected: they are open, and not in the area', async () => {
    const early = at(-1);
    await add(1, early);
    await add(2, early, verify);
    await add(3, early, verify, check);
    await add(4, early, verify, check, enter);
    await add(5, early, verify, check, enter, end);
    await add(6, early, reject);
    expect(await ids()).toEqual([1, 2, 3].map(guid));
  });

  it('tell who was inside', async () => {
    await add(1, at(-1), verify, check);
    await add(2, at(-1), verify, check, enter, stepOut);
    expect(await found()).toEqual([
      { id: guid(1), wasInside: false },
      { id: guid(2), wasInside: true },
    ]);
  });

  it('are as they can be saved', async () => {
    await add(1, at(-1), verify);
    const [first] = await storage.visits.overdue(noon, undefined);
    expect(first!.visit.snapshot()).toEqual((await storedVisit(storage.visits, guid(1)))!.snapshot());
  });
});

it(`are found by an index among many that are open and not due: ${engineName}`, async () => {
  const storage = await openStored();
  const { database } = storage;
  await storage.visits.add(Visit.create(someBeginning(1), ''), someDetails(), by);
  // Few at a time, for a statement has a second.
  for (let last = 1; last < MANY; last += CHUNK) await copyFirst(database, last);
  if (engine === 'postgres') await database.write(manager => manager.query('ANALYZE visit, visit_history'));
  const plan = await planOf(database);
  expect(plan).toContain('visit_overdue');
  expect(plan).not.toMatch(/SCAN v\b|SCAN h\b|Seq Scan on visit|TEMP B-TREE|Sort/);
  const visits = await storage.visits.overdue(noon, undefined);
  expect([visits.length, visits.filter(({ wasInside }) => wasInside).length]).toEqual([67, 66]);
  await storage.close();
});

const MANY = 20_001;
const CHUNK = 2000;

/** The visits after the number `last`, of which a few are due. */
async function copyFirst(database: Database, last: number): Promise<void> {
  const [from, to] = [last + 1, last + CHUNK];
  const numbers = {
    sqlite: `WITH RECURSIVE n (value) AS (SELECT ${from} UNION ALL SELECT value + 1 FROM n WHERE value < ${to}) SELECT value FROM n`,
    postgres: `SELECT generate_series(${from}, ${to}) AS value`,
  };
  await database.write(async manager => {
    await query(
      manager,
      `INSERT INTO visit (id, version, state, is_planned, reason, valid_from, valid_to, created_by, visitor_seq, visit_type_seq)
       SELECT CAST(n.value AS varchar(36)), 0, n.value % 9, FALSE, '', v.valid_from,
         CASE WHEN n.value % 9 < 6 AND n.value > 100 THEN '2027-01-01T00:00:00.000Z' ELSE v.valid_to END,
         v.created_by, v.visitor_seq, v.visit_type_seq
       FROM visit v CROSS JOIN (${numbers[engine]}) n WHERE v.id = ?`,
      [guid(1)],
    );
    await query(
      manager,
      `INSERT INTO visit_history (visit_seq, at, command, to_state, login, address, request_id)
       SELECT v.seq, v.valid_from, 'enter', 6, '', '', '' FROM visit v WHERE v.seq BETWEEN ? AND ?`,
      [from, to],
    );
  });
}

/** How the engine goes about it. */
function planOf(database: Database): Promise<string> {
  return database.read(async manager => {
    let plan: object[] = [];
    const statements: Statements = {
      engine,
      all: async <Row>(sql: Sql, parameters: readonly unknown[] = []): Promise<Row[]> => {
        const explain = engine === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
        plan = await query<object>(manager, `${explain} ${sql as string}`, parameters);
        return [];
      },
    };
    await loadOverdue(statements, noon, undefined);
    return plan.map(step => JSON.stringify(step)).join('\n');
  });
}
