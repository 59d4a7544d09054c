import type { EntityManager } from 'typeorm';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { type Database, lockByName, openDatabase, query, type Statements } from '../../src/database';
import { withServer } from '../support/engine';
import { emptyDatabase, onServer, type OwnDatabase } from '../support/postgres';

const insert = (manager: EntityManager, title: string) =>
  query(manager, `INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES (?, '', 1, FALSE)`, [
    title,
  ]);
const titlesIn = async (manager: EntityManager) =>
  (await manager.query<{ title: string }[]>('SELECT title FROM activity_type ORDER BY title')).map(
    ({ title }) => title,
  );

/** A promise that is fulfilled from outside. */
function gate(): { passed: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>(resolve => (open = resolve));
  return { passed, open };
}

withServer('changes on PostgreSQL', () => {
  let server: OwnDatabase;
  let database: Database;
  /** Long enough for the server to find out about a circle of locks, which it looks for after a second. */
  const patient = { DATABASE_LOCK_TIMEOUT_MS: '6000', DATABASE_STATEMENT_TIMEOUT_MS: '6000' };
  beforeAll(async () => {
    server = await emptyDatabase();
    const config = loadConfig({ DATABASE_URL: server.url, ...patient }, []);
    database = await openDatabase(config, rows);
  });
  afterAll(async () => {
    await database.close();
    await server.drop();
  });
  beforeEach(() => onServer('TRUNCATE activity_type CASCADE', server.url));
  const titles = () => database.read(titlesIn);

  it('are not seen before they are committed, and at once afterwards', async () => {
    const [inserted, mayCommit] = [gate(), gate()];
    const change = database.write(async manager => {
      await insert(manager, 'x');
      inserted.open();
      await mayCommit.passed;
    });
    await inserted.passed;
    expect(await titles()).toEqual([]);
    mayCommit.open();
    await change;
    expect(await titles()).toEqual(['x']);
  });

  it('leave nothing when they fail, and those around them are kept', async () => {
    const [failed, kept] = await Promise.allSettled([
      database.write(async manager => {
        await insert(manager, 'lost');
        throw new Error('refused');
      }),
      database.write(manager => insert(manager, 'kept')),
    ]);
    expect([failed.status, kept.status]).toEqual(['rejected', 'fulfilled']);
    expect(await titles()).toEqual(['kept']);
  });

  it('that go on after a statement has failed are not acknowledged', async () => {
    const change = database.write(async manager => {
      await insert(manager, 'lost');
      await manager.query('SELECT 1/0').catch(() => undefined);
    });
    await expect(change).rejects.toThrow('nothing of it was kept');
    expect(await titles()).toEqual([]);
  });

  it('that wait for one another in a circle are made again, and both are kept', async () => {
    for (const title of ['a', 'b']) await database.write(manager => insert(manager, title));
    const [first, second] = [gate(), gate()];
    const rename = (manager: EntityManager, from: string, to: string) =>
      query(manager, 'UPDATE activity_type SET shortcut = shortcut || ? WHERE title = ?', [to, from]);
    await Promise.all([
      database.write(async manager => {
        await rename(manager, 'a', '1');
        first.open();
        await second.passed;
        await rename(manager, 'b', '1');
      }),
      database.write(async manager => {
        await rename(manager, 'b', '2');
        second.open();
        await first.passed;
        await rename(manager, 'a', '2');
      }),
    ]);
    const made = await database.read(manager =>
      manager.query<{ shortcut: string }[]>('SELECT shortcut FROM activity_type'),
    );
    expect(made.map(({ shortcut }) => [...shortcut].sort().join(''))).toEqual(['12', '12']);
  });

  it('that find a unique value taken meanwhile are made again, and see it', async () => {
    const both = gate();
    let looked = 0;
    const addOnce = () =>
      database.write(async manager => {
        if ((await titlesIn(manager)).includes('x')) return false;
        looked += 1;
        if (looked === 2) both.open();
        await both.passed;
        await insert(manager, 'x');
        return true;
      });
    expect((await Promise.all([addOnce(), addOnce()])).sort()).toEqual([false, true]);
  });

  it('are tried three times and then refused', async () => {
    let tries = 0;
    const change = database.write(async manager => {
      tries += 1;
      await manager.query(`DO $$ BEGIN RAISE SQLSTATE '40001'; END $$`);
    });
    await expect(change).rejects.toMatchObject({ name: 'StorageFault', reason: 'storage busy' });
    expect(tries).toBe(3);
  });

  it('are made again only for what others did', async () => {
    let tries = 0;
    const change = database.write(manager => {
      tries += 1;
      return manager.query('SELECT 1/0');
    });
    await expect(change).rejects.toThrow('division by zero');
    expect(tries).toBe(1);
  });

  it('decide alone after they have asked for it', async () => {
    await database.write(manager => insert(manager, 'counter'));
    const count = () =>
      database.write(async manager => {
        await lockByName(manager, 'counter');
        const [row] = await manager.query<{ frequency: number }[]>('SELECT frequency FROM activity_type');
        await query(manager, 'UPDATE activity_type SET frequency = ?', [(row?.frequency ?? 0) + 1]);
      });
    await Promise.all(Array.from({ length: 20 }, count));
    const counted = await database.read(manager => manager.query('SELECT frequency FROM activity_type'));
    expect(counted).toEqual([{ frequency: 21 }]);
  });

  it('that all wait for a lock leave reads alone', async () => {
    const [locked, mayEnd] = [gate(), gate()];
    const holder = database.write(async manager => {
      await manager.query('LOCK TABLE activity_type IN EXCLUSIVE MODE');
      locked.open();
      await mayEnd.passed;
    });
    await locked.passed;
    const waiting = Array.from({ length: 12 }, (_, n) => database.write(manager => insert(manager, `${n}`)));
    expect(await titles()).toEqual([]);
    mayEnd.open();
    await Promise.allSettled([holder, ...waiting]);
    expect((await titles()).length).toBeGreaterThan(0);
  });

  it('that wait longer for a lock than they may are refused as busy', async () => {
    // The statement itself might take as long as it likes.
    const waits = { DATABASE_LOCK_TIMEOUT_MS: '20', DATABASE_STATEMENT_TIMEOUT_MS: '60000' };
    const config = loadConfig({ DATABASE_URL: server.url, ...waits }, []);
    const other = await openDatabase(config, rows);
    await database.write(async manager => {
      await manager.query('LOCK TABLE activity_type IN EXCLUSIVE MODE');
      const fault: unknown = await other.write(each => insert(each, 'x')).catch((error: unknown) => error);
      expect(fault).toMatchObject({ reason: 'storage busy' });
    });
    await other.close();
  });

  it('are refused when too many wait, and taken again afterwards', async () => {
    const mayEnd = gate();
    const waiting = Array.from({ length: 2000 }, () => database.write(() => mayEnd.passed));
    await expect(database.write(() => Promise.resolve())).rejects.toMatchObject({ reason: 'storage busy' });
    mayEnd.open();
    await Promise.allSettled(waiting);
    expect(database.waiting).toBe(0);
    await database.write(manager => insert(manager, 'x'));
    expect(await titles()).toEqual(['x']);
  });

  it('of one kind are one statement, and fail each for itself', async () => {
    const runs: number[] = [];
    const make = database.batchWrites([], async (statements: Statements, items: readonly string[]) => {
      runs.push(items.length);
      await statements.all(
        `INSERT INTO activity_type (title, shortcut, frequency, signed)
         SELECT value, '', 1, FALSE FROM json_array_elements_text(?::json) t (value)`,
        [JSON.stringify(items)],
      );
      return items.map(item => `made ${item}`);
    });
    expect(await Promise.all(['a', 'b'].map(make))).toEqual(['made a', 'made b']);
    expect(runs).toEqual([2]);
    const outcomes = await Promise.allSettled(['c', 'a', 'd'].map(make));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await titles()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('begin with what is asked of every change', async () => {
    const companion = (manager: EntityManager) => insert(manager, 'with it').then(() => undefined);
    await database.withEveryWrite(companion, () => database.write(manager => insert(manager, 'a')));
    expect(await titles()).toEqual(['a', 'with it']);
  });

  it('give numbers as numbers and bytes as bytes', async () => {
    const [row] = await database.read((_, statements) =>
      statements.all('SELECT count(*) AS n, ?::bytea AS b FROM activity_type WHERE title = ?', [
        Buffer.from([0, 255]),
        'x',
      ]),
    );
    expect(row).toEqual({ n: 0, b: Buffer.from([0, 255]) });
  });
});
