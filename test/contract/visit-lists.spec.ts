import type { EntityManager } from 'typeorm';
import { type Statements, query } from '../../src/database';
import { DirectoryStore } from '../../src/directory';
import type { Caller } from '../../src/shared/caller';
import { VisitorStore } from '../../src/visitors';
import { ListVisits } from '../../src/visit-lists/application/list-visits';
import type { VisitFilter, VisitOrder } from '../../src/visit-lists/application/visit-lists';
import { Visit } from '../../src/visits/domain/visit';
import { TypeOrmVisitLists } from '../../src/visit-lists/infrastructure/type-orm-visit-lists';
import type { TypeOrmVisitRepository } from '../../src/visits/infrastructure/type-orm-visit.repository';
import { VisitListClauses } from '../../src/visit-lists/infrastructure/visit-list-clauses';
import {
  countQuery,
  keysQuery,
  planOf,
  type Query,
  SORTED_AT_MOST,
} from '../../src/visit-lists/infrastructure/visit-list-query';
import { guid, someCaller, someDetails, someVisitor, storedVisit } from '../fakes/examples';
import { FakeRandom } from '../fakes/fake-random';
import { hall, production } from '../fakes/reference-data';
import { engine, onPostgres, onSqlite } from '../support/engine';
import { openStored } from './visit-storage';

const everything: VisitFilter = {
  states: null,
  from: null,
  to: null,
  visitor: null,
  visitorId: null,
  visitedPerson: null,
  visitedStructure: null,
  plate: null,
  visitType: null,
  changedSince: null,
};
const all = { filter: everything, withPasses: false };
const newest: VisitOrder = { by: 'created', descending: true };
const reader = someCaller({ privileges: { Identifiers: ['View'] } });

async function isWaitedFor(manager: EntityManager, table: string): Promise<boolean> {
  const rows = await manager.query<object[]>(
    'SELECT 1 FROM pg_locks WHERE NOT granted AND relation = $1::regclass',
    [table],
  );
  return rows.length > 0;
}

describe('lists of visits', () => {
  let storage: Awaited<ReturnType<typeof openStored>>;
  let clauses: VisitListClauses;
  let lists: TypeOrmVisitLists;
  let listVisits: ListVisits;
  let statements: number;

  beforeEach(async () => {
    storage = await openStored();
    clauses = new VisitListClauses(new DirectoryStore(), new VisitorStore(new FakeRandom()));
    const counted = {
      read: <T>(work: (manager: EntityManager, prepared: Statements) => Promise<T>) =>
        storage.database.read((manager, prepared) => work(counting(manager), counting(prepared))),
    };
    lists = new TypeOrmVisitLists(counted as typeof storage.database, clauses, storage.clock);
    listVisits = new ListVisits(lists, { sign: ({ id }) => Promise.resolve(`pass of ${id}`) });
    statements = 0;
  });
  afterEach(() => storage.close());

  function counting<T extends object>(asked: T): T {
    return new Proxy(asked, {
      get: (target, name, receiver) => {
        if (name === 'query' || name === 'findOneBy' || name === 'all') statements += 1;
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
  }

  async function add(...numbers: number[]): Promise<void> {
    for (const number of numbers) {
      const at = storage.clock.now();
      const beginning = { createdBy: guid(900), structure: hall, validFrom: at, validTo: at, at };
      const visit = Visit.create({ ...beginning, id: guid(number), entryCode: `00000${number}` }, '');
      const visitor = someVisitor({ id: guid(100) });
      await storage.visits.add(visit, someDetails({ visitor, visitedStructure: hall }), reader);
    }
  }

  async function stepsOf({ sql, parameters }: Query): Promise<string[]> {
    const rows = await storage.database.read(manager =>
      manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, [...parameters]),
    );
    return rows.map(({ detail }) => detail);
  }

  it('take two statements a page of up to a hundred visits', async () => {
    await add(1, 2, 3, 4, 5);
    const page = await lists.page(reader, everything, newest, { number: 1, size: 10 });
    expect([page.rows.length, page.total, statements]).toEqual([5, 5, 2]);
  });

  /** So many visits like the first, but for their id and reason. */
  const copy = (count: number) =>
    storage.database.write(manager =>
      query(
        manager,
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO visit (id, version, state, is_planned, reason, valid_from, valid_to, created_by, visitor_seq, visit_type_seq)
         SELECT 'copy ' || i, version, state, is_planned, 'reason ' || i, valid_from, valid_to, created_by, visitor_seq, visit_type_seq
         FROM n, visit WHERE visit.seq = 1`,
        [count],
      ),
    );

  it('of long pages read the reasons a hundred at a time', async () => {
    await add(1);
    await copy(250);
    const reasonsOn = async (size: number) => {
      statements = 0;
      const { rows } = await lists.page(reader, everything, newest, { number: 1, size });
      return { reasons: rows.map(({ reason }) => reason), statements };
    };
    const last = (count: number) => Array.from({ length: count }, (_, index) => `reason ${250 - index}`);
    expect(await reasonsOn(100)).toEqual({ reasons: last(100), statements: 2 });
    expect(await reasonsOn(250)).toEqual({ reasons: last(250), statements: 5 });
    statements = 0;
    const following = await lists.following(reader, everything, 1, 201);
    expect(following.map(({ reason }) => reason)).toEqual(last(250).reverse().slice(0, 201));
    expect(statements).toBe(4);
  });

  it('that are large are not counted again for the next page', async () => {
    await add(1);
    await copy(SORTED_AT_MOST);
    const svobodas = { ...everything, visitor: 'svoboda' };
    const pageOf = async (number: number) => {
      statements = 0;
      const page = await lists.page(reader, svobodas, newest, { number, size: 2 });
      return [page.rows.map(({ seq }) => seq), page.total, statements];
    };
    const total = SORTED_AT_MOST + 1;
    // SQLite: how many fit, the page, and how many there are. PostgreSQL finds its own way.
    const anew = engine === 'sqlite' ? 3 : 2;
    expect(await pageOf(1)).toEqual([[total, total - 1], total, anew]);
    expect(await pageOf(2)).toEqual([[total - 2, total - 3], total, 1]);
    storage.clock.advance(4000);
    expect(await pageOf(1)).toEqual([[total, total - 1], total, anew]);
  });

  it('go to a unit, and are permitted by units, of which any number lie below', async () => {
    const COUNT = 33_000;
    await storage.database.write(manager =>
      query(
        manager,
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO org_unit (structure, title, description, type, shortcut, changed_at)
         SELECT '${production} - ' || i, i, '', '', '', '2026-01-01T00:00:00.000Z' FROM n`,
        [COUNT],
      ),
    );
    await add(1, 2);
    const below = { ...everything, visitedStructure: production };
    const foreman = someCaller({ recordPermissions: { Visits: { View: [production] } } });
    for (const [caller, filter] of [
      [reader, below],
      [foreman, everything],
      [foreman, { ...below, states: [0] }],
    ] as const) {
      for (const by of ['created', 'validFrom', 'changed'] as const) {
        const page = await lists.page(caller, filter, { by, descending: true }, { number: 1, size: 10 });
        expect([page.rows.map(({ id }) => id), page.total]).toEqual([[guid(2), guid(1)], 2]);
      }
      const following = await lists.following(caller, filter, 0, 10);
      expect(following.map(({ id }) => id)).toEqual([guid(1), guid(2)]);
    }
  });

  it('take one statement a page by cursor', async () => {
    await add(1, 2, 3);
    const rows = await lists.following(reader, everything, 0, 2);
    expect([rows.map(({ id }) => id), statements]).toEqual([[guid(1), guid(2)], 1]);
  });

  it('show entry codes to who may ask for them', async () => {
    await add(1);
    const codes = async (caller: Caller, withPasses: boolean) => {
      const page = await listVisits.page(caller, { filter: everything, withPasses }, newest, {
        number: 1,
        size: 10,
      });
      const following = await listVisits.following(caller, { filter: everything, withPasses }, undefined, 10);
      return [...page.rows, ...following.rows].map(({ entryCode, pass }) => [entryCode, pass]);
    };
    expect(await codes(reader, false)).toEqual(Array(2).fill(['000001', null]));
    expect(await codes(reader, true)).toEqual(Array(2).fill(['000001', `pass of ${guid(1)}`]));
    expect(await codes(someCaller(), true)).toEqual(Array(2).fill([null, null]));
  });

  it('by cursor go on until a page is not full', async () => {
    await add(1, 2, 3, 4);
    const first = await listVisits.following(reader, all, undefined, 2);
    const second = await listVisits.following(reader, all, first.next ?? undefined, 2);
    const third = await listVisits.following(reader, all, second.next ?? undefined, 2);
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([2, 2, 0]);
    expect(third.next).toBeNull();
    expect([first, second, third].map(({ changedUntil }) => changedUntil)).toEqual(
      Array(3).fill(await lists.newestChange()),
    );
  });

  it('by cursor end with a page that is not full', async () => {
    await add(1, 2, 3);
    const first = await listVisits.following(reader, all, undefined, 2);
    const second = await listVisits.following(reader, all, first.next ?? undefined, 2);
    expect([second.rows.length, second.next]).toEqual([1, null]);
  });

  onSqlite.each<[string, Partial<VisitFilter>, Caller, string]>([
    ['the host, not the state', { visitedPerson: '100', states: [7] }, reader, 'visited_person_seq'],
    ['the type, not the state', { visitType: 'Delivery', states: [7] }, reader, 'visit_type_seq'],
    ['the open state, not the type', { visitType: 'Delivery', states: [6] }, reader, 'state'],
    ['the visitor, not the host', { visitorId: guid(100), visitedPerson: '100' }, reader, 'visitor_seq'],
    [
      'what is permitted, not the state',
      { states: [7] },
      someCaller({ recordPermissions: { Visits: { View: 'Own' } } }),
      'created_by',
    ],
  ])('are led by %s', async (_, filter, caller, column) => {
    await add(1);
    const made = await storage.database.read(manager =>
      clauses.of(manager, caller, { ...everything, ...filter }),
    );
    const keys = keysQuery(made, newest, planOf(made, newest) ?? 'sorted', { limit: 100 });
    expect((await stepsOf(keys)).join()).toMatch(
      new RegExp(`SEARCH v USING (COVERING )?INDEX \\w+ \\(${column}=`),
    );
  });

  it('of nothing have no newest change', async () => {
    expect(await listVisits.following(reader, all, undefined, 2)).toEqual({
      rows: [],
      next: null,
      changedUntil: 0,
    });
  });

  describe('of what has changed', () => {
    const verified = async (n: number) => {
      const visit = await storedVisit(storage.visits, guid(n));
      visit!.verifyByFingerprint({ at: storage.clock.now(), reason: null });
      return visit!;
    };
    const verify = async (n: number) => storage.visits.save(await verified(n), reader);
    const changedSince = async (since: number | Date) => {
      const rows = await lists.following(reader, { ...everything, changedSince: since }, 0, 100);
      return rows.map(({ id }) => id);
    };

    it('tell each change after a number once, whatever the clock does', async () => {
      await add(1, 2, 3);
      const told: string[][] = [];
      let since = await lists.newestChange();
      for (const [n, hours] of [
        [1, 0],
        [2, 25 * 365 * 24],
        [3, -25 * 365 * 24],
      ] as const) {
        storage.clock.jump(hours * 3_600_000);
        await verify(n);
        told.push(await changedSince(since));
        since = await lists.newestChange();
      }
      expect(told).toEqual([[guid(1)], [guid(2)], [guid(3)]]);
      expect(await changedSince(since)).toEqual([]);
    });

    it('give no number again, though the visit of the highest is erased', async () => {
      await add(1, 2);
      const since = await lists.newestChange();
      await storage.erase(guid(2));
      await verify(1);
      expect(await changedSince(since)).toEqual([guid(1)]);
    });

    it('tell those since a time', async () => {
      await add(1, 2, 3);
      storage.clock.advance(60_000);
      const since = storage.clock.now();
      expect(await changedSince(since)).toEqual([]);
      await verify(2);
      storage.clock.advance(60_000);
      await verify(1);
      expect(await changedSince(since)).toEqual([guid(1), guid(2)]);
      expect(await changedSince(storage.clock.now())).toEqual([guid(1)]);
      expect(await changedSince(new Date(0))).toEqual([guid(1), guid(2), guid(3)]);
      expect(await changedSince(new Date('9999-12-31T00:00:00.000Z'))).toEqual([]);
    });

    onPostgres('wait for one that began before and is committed after', async () => {
      await add(1, 2);
      const { newest, since } = await storage.database.write(async (manager, prepared) => {
        const before = await lists.newestChange();
        const visits = storage.visits as TypeOrmVisitRepository;
        await visits.saveWithin(manager, prepared, { visit: await verified(1), by: reader });
        await verify(2);
        expect(await changedSince(before)).toEqual([guid(2)]);
        return { newest: await lists.newestChange(), since: before };
      });
      expect(newest).toBe(since);
      expect(await changedSince(newest)).toEqual([guid(1), guid(2)]);
      expect(await changedSince(await lists.newestChange())).toEqual([]);
    });

    onPostgres('wait for a visit that is being made', async () => {
      await add(1);
      let adding: Promise<void> | undefined;
      const newest = await storage.database.write(async manager => {
        // The history is written last: until it can be, the visit is made and not committed.
        await manager.query('LOCK TABLE visit_history IN EXCLUSIVE MODE');
        adding = add(2);
        while (!(await isWaitedFor(manager, 'visit_history')))
          await new Promise(resolve => setImmediate(resolve));
        return lists.newestChange();
      });
      await adding;
      expect(await changedSince(newest)).toEqual([guid(2)]);
    });
  });

  describe('read no table of a large site as a whole', () => {
    const at = new Date('2026-11-23T09:00:00.000Z');
    const filters: [string, Partial<VisitFilter>, Caller][] = [
      ['none', {}, reader],
      ['one state', { states: [7] }, reader],
      ['several states', { states: [5, 6, 7] }, reader],
      ['from', { from: at }, reader],
      ['to', { to: at }, reader],
      ['visitor', { visitor: 'svoboda' }, reader],
      ['visitor, two letters', { visitor: 'sv' }, reader],
      ['visitor id', { visitorId: guid(100) }, reader],
      ['host', { visitedPerson: '100' }, reader],
      ['unit', { visitedStructure: production }, reader],
      ['plate', { plate: '1AB' }, reader],
      ['visit type', { visitType: 'Delivery' }, reader],
      ['changed since', { changedSince: at }, reader],
      ['own', {}, someCaller({ recordPermissions: { Visits: { View: 'Own' } } })],
      ['units', {}, someCaller({ recordPermissions: { Visits: { View: [production] } } })],
    ];

    onSqlite.each(filters)('%s', async (name, filter, caller) => {
      await add(1);
      const order: VisitOrder = {
        by: filter.from || filter.to ? 'validFrom' : filter.changedSince ? 'changed' : 'created',
        descending: true,
      };
      const made = await storage.database.read(manager =>
        clauses.of(manager, caller, { ...everything, ...filter }),
      );
      const plan = planOf(made, order) ?? 'sorted';
      const steps = [
        ...(await stepsOf(keysQuery(made, order, plan, { limit: 100 }))),
        ...(await stepsOf(countQuery('sqlite', made))),
        ...(await stepsOf(
          keysQuery(made, { by: 'created', descending: false }, plan, { after: 1, limit: 100 }),
        )),
      ];
      const scans = steps.filter(step => /SCAN (v|visit|visitor|person)\b/.test(step));
      // Without a condition: along the key to the end of the page, and once through the smallest index to count.
      expect(scans).toEqual(
        name === 'none' ? ['SCAN v', expect.stringMatching(/^SCAN v(isit)? USING COVERING INDEX/)] : [],
      );
      const [first] = made;
      const isOneRange = first?.kind === 'values' && first.values.length === 1;
      if (isOneRange) expect(steps.filter(step => step.includes('TEMP B-TREE'))).toEqual([]);
    });
  });
});
