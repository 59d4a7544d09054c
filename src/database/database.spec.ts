import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import type { EntityManager } from 'typeorm';
import { QueryFailedError } from 'typeorm';
import { type Database, openDatabase, type Statements, StorageFault } from '.';
import { commitsIn, statementsOf } from '../../test/support/statements';
import { asStorageFault } from './sqlite/sqlite-faults';

const insert = (manager: EntityManager, title: string) =>
  manager.query(`INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES (?, '', 1, 0)`, [
    title,
  ]);
const titlesIn = async (manager: EntityManager) =>
  (await manager.query<{ title: string }[]>('SELECT title FROM activity_type ORDER BY seq')).map(
    ({ title }) => title,
  );

/** Resolves after everything that can go on without us has gone on. */
const turnOfLoop = () => new Promise<void>(resolve => setImmediate(resolve));

/** A promise that is fulfilled from outside. */
function gate(): { passed: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>(resolve => (open = resolve));
  return { passed, open };
}

let folder: string;
let file: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-database-'));
  file = join(folder, 'gatehouse.sqlite');
  database = await openDatabase({ database: { kind: 'file', file }, migrateOnStart: true }, []);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});
const titles = () => database.read(titlesIn);

describe('connections', () => {
  const pragma = async (manager: EntityManager, name: string) =>
    Object.values((await manager.query<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {})[0];

  it('writes what is acknowledged to disk, with foreign keys on', async () => {
    const found = await database.write(async manager => ({
      journal: await pragma(manager, 'journal_mode'),
      synchronous: await pragma(manager, 'synchronous'),
      foreignKeys: await pragma(manager, 'foreign_keys'),
    }));
    const FULL = 2;
    expect(found).toEqual({ journal: 'wal', synchronous: FULL, foreignKeys: 1 });
  });

  it('refuses a reference to nothing', async () => {
    const orphan = database.write(manager =>
      manager.query('INSERT INTO visit_type_activity (visit_type_seq, activity_type_seq) VALUES (99, 99)'),
    );
    await expect(orphan).rejects.toThrow('FOREIGN KEY constraint failed');
  });

  it('reads through a connection that cannot write', async () => {
    await expect(database.read(manager => insert(manager, 'x'))).rejects.toMatchObject({
      name: 'StorageFault',
      reason: 'storage unavailable',
    });
    expect(await titles()).toEqual([]);
  });
});

describe('changes', () => {
  it('take their turn: 64 at once do not mix', async () => {
    const commands = Array.from({ length: 64 }, (_, index) => async (manager: EntityManager) => {
      const before = (await titlesIn(manager)).length;
      await insert(manager, `${index} first`);
      await turnOfLoop();
      await insert(manager, `${index} second`);
      if (index % 3 === 0) throw new Error(`refused ${index}`);
      return (await titlesIn(manager)).length - before;
    });
    const outcomes = await Promise.allSettled(commands.map(command => database.write(command)));
    const expected: string[] = [];
    outcomes.forEach((outcome, index) => {
      if (index % 3 === 0) expect(outcome).toMatchObject({ reason: { message: `refused ${index}` } });
      else {
        // Nobody else wrote in between.
        expect(outcome).toEqual({ status: 'fulfilled', value: 2 });
        expected.push(`${index} first`, `${index} second`);
      }
    });
    expect(await titles()).toEqual(expected);
  });

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

  it('leave nothing when they fail, and the next one works', async () => {
    const failed = database.write(async manager => {
      await insert(manager, 'x');
      await insert(manager, 'x');
    });
    await expect(failed).rejects.toThrow('UNIQUE constraint failed');
    expect(await titles()).toEqual([]);
    await database.write(manager => insert(manager, 'y'));
    expect(await titles()).toEqual(['y']);
  });

  it('that were acknowledged outlive the failure of those around them', async () => {
    const [begun, mayFail] = [gate(), gate()];
    const failing = database.write(async manager => {
      await insert(manager, 'lost');
      begun.open();
      await mayFail.passed;
      throw new Error('refused');
    });
    await begun.passed;
    const other = database.write(manager => insert(manager, 'kept'));
    await turnOfLoop();
    mayFail.open();
    await expect(failing).rejects.toThrow('refused');
    await other;
    expect(await titles()).toEqual(['kept']);
  });

  it('are refused when too many wait, and taken again afterwards', async () => {
    const mayEnd = gate();
    const waiting = Array.from({ length: 2000 }, () => database.write(() => mayEnd.passed));
    expect(database.waiting).toBe(2000);
    await expect(database.write(() => Promise.resolve())).rejects.toMatchObject({
      name: 'StorageFault',
      reason: 'storage busy',
    });
    mayEnd.open();
    await Promise.all(waiting);
    expect(database.waiting).toBe(0);
    await database.write(manager => insert(manager, 'x'));
    expect(await titles()).toEqual(['x']);
  });

  describe('that wait for the same turn', () => {
    /** Changes that are begun while another is under way, and the statements from then on. */
    async function together(...changes: ((manager: EntityManager) => Promise<unknown>)[]) {
      const mayEnd = gate();
      const first = database.write(() => mayEnd.passed);
      const waiting = Promise.allSettled(changes.map(change => database.write(change)));
      const statements = await statementsOf(async () => {
        mayEnd.open();
        await first;
        await waiting;
      });
      return { outcomes: await waiting, commits: commitsIn(statements) - 1 };
    }

    it('share one commit', async () => {
      const inserts = ['a', 'b', 'c'].map(title => (manager: EntityManager) => insert(manager, title));
      expect((await together(...inserts)).commits).toBe(1);
      expect(await titles()).toEqual(['a', 'b', 'c']);
    });

    it('fail each for itself, and leave nothing of what failed', async () => {
      const { outcomes, commits } = await together(
        manager => insert(manager, 'a'),
        async manager => {
          await insert(manager, 'lost');
          throw new Error('refused');
        },
        manager => insert(manager, 'a'),
        manager => insert(manager, 'b'),
      );
      expect(outcomes).toMatchObject([
        { status: 'fulfilled' },
        { status: 'rejected', reason: { message: 'refused' } },
        { status: 'rejected', reason: { message: expect.stringContaining('UNIQUE constraint failed') } },
        { status: 'fulfilled' },
      ]);
      expect(commits).toBe(1);
      expect(await titles()).toEqual(['a', 'b']);
    });

    it('are made one by one where the transaction cannot be kept, each once', async () => {
      const { outcomes } = await together(
        manager => insert(manager, 'a'),
        // The whole transaction is gone, as after some faults of the disk.
        manager => manager.query('ROLLBACK'),
        manager => insert(manager, 'b'),
      );
      expect(outcomes).toMatchObject([
        { status: 'fulfilled' },
        { status: 'rejected' },
        { status: 'fulfilled' },
      ]);
      expect(await titles()).toEqual(['a', 'b']);
    });

    it('are told only when all of them are on disk', async () => {
      const [begun, mayEnd] = [gate(), gate()];
      const told: string[] = [];
      const changes = together(
        manager => insert(manager, 'a').then(() => void told.push('made')),
        async () => {
          begun.open();
          await mayEnd.passed;
        },
      ).then(() => told.push('told'));
      await begun.passed;
      expect([told, await titles()]).toEqual([['made'], []]);
      mayEnd.open();
      await changes;
      expect([told, await titles()]).toEqual([['made', 'told'], ['a']]);
    });

    it('do not wait for one another for long: the next transaction begins', async () => {
      const slow = (title: string) => async (manager: EntityManager) => {
        await insert(manager, title);
        await new Promise(resolve => setTimeout(resolve, 30));
      };
      expect((await together(slow('a'), slow('b'))).commits).toBe(2);
      expect(await titles()).toEqual(['a', 'b']);
    });
  });

  describe('of one kind', () => {
    const SET_UP = ['CREATE TEMP TABLE noted (title)'];
    /** Inserts titles by one statement; those that are noted are known to this connection alone. */
    const insertAll = () =>
      database.batchWrites(SET_UP, async (statements: Statements, items: readonly string[]) => {
        await statements.all(
          `INSERT INTO activity_type (title, shortcut, frequency, signed)
           SELECT value, '', (SELECT count(*) FROM noted) + 1, 0 FROM json_each(?)`,
          [JSON.stringify(items)],
        );
        return items.map(item => `made ${item}`);
      });

    it('are one statement and one commit, whatever waits with them', async () => {
      const make = insertAll();
      const statements = await statementsOf(async () => {
        expect(await Promise.all(['a', 'b', 'c'].map(make))).toEqual(['made a', 'made b', 'made c']);
      });
      expect(statements.filter(statement => statement.startsWith('INSERT'))).toHaveLength(1);
      expect(commitsIn(statements)).toBe(1);
      expect(await titles()).toEqual(['a', 'b', 'c']);
    });

    it('fail each for itself', async () => {
      const make = insertAll();
      await make('taken');
      const outcomes = await Promise.allSettled(['a', 'taken', 'b'].map(make));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await titles()).toEqual(['taken', 'a', 'b']);
    });

    it('take their turn among the others', async () => {
      const make = insertAll();
      const mayEnd = gate();
      const first = database.write(() => mayEnd.passed);
      const changes = [make('a'), database.write(manager => insert(manager, 'b')), make('c')];
      await turnOfLoop();
      expect(database.waiting).toBe(4);
      mayEnd.open();
      await Promise.all([first, ...changes]);
      expect((await titles()).sort()).toEqual(['a', 'b', 'c']);
    });

    it('are refused when too many wait', async () => {
      const make = insertAll();
      const mayEnd = gate();
      const waiting = [
        database.write(() => mayEnd.passed),
        ...Array.from({ length: 1999 }, (_, n) => make(`${n}`)),
      ];
      await expect(make('one more')).rejects.toMatchObject({ reason: 'storage busy' });
      mayEnd.open();
      await Promise.all(waiting);
      expect(await titles()).toHaveLength(1999);
    });

    it('begin with what is asked of every change, and are then a transaction of their own', async () => {
      const make = insertAll();
      const companion = (manager: EntityManager) => insert(manager, 'with it').then(() => undefined);
      expect(await database.withEveryWrite(companion, () => make('a'))).toBe('made a');
      expect(await titles()).toEqual(['with it', 'a']);
      await expect(
        database.withEveryWrite(
          () => Promise.reject(new Error('refused')),
          () => make('b'),
        ),
      ).rejects.toThrow('refused');
      expect(await titles()).toEqual(['with it', 'a']);
    });
  });

  it('that wait are written before the data is closed', async () => {
    const changes = Array.from({ length: 20 }, (_, index) =>
      database.write(manager => insert(manager, String(index))),
    );
    await database.close();
    await Promise.all(changes);
    database = await openDatabase({ database: { kind: 'file', file }, migrateOnStart: true }, []);
    expect(await titles()).toHaveLength(20);
  });
});

describe('reads that are asked for at the same time', () => {
  it('are one statement, and each gets its own answer', async () => {
    for (const title of ['a', 'b']) await database.write(manager => insert(manager, title));
    const find = database.batchReads(async (statements: Statements, wanted: readonly string[]) => {
      const rows = await statements.all<{ title: string }>(
        'SELECT title FROM activity_type WHERE title IN (SELECT value FROM json_each(?))',
        [JSON.stringify(wanted)],
      );
      return wanted.map(title => rows.some(row => row.title === title));
    });
    const statements = await statementsOf(async () => {
      expect(await Promise.all(['b', 'c', 'a', 'b'].map(find))).toEqual([true, false, true, true]);
    });
    expect(statements).toHaveLength(1);
  });

  it('go by the connection that writes where one is alone and no change is under way, else by the reader', async () => {
    const cacheKb = database.batchReads(async (statements: Statements, wanted: readonly string[]) => {
      const [row] = await statements.all<{ cache_size: number }>('PRAGMA cache_size');
      return wanted.map(() => -(row?.cache_size ?? 0));
    });
    const [WRITER, READER] = [16_384, 32_768];
    expect(await cacheKb('alone')).toBe(WRITER);
    expect(await Promise.all(['one', 'of two'].map(cacheKb))).toEqual([READER, READER]);
    const [begun, mayEnd] = [gate(), gate()];
    const change = database.write(async () => {
      begun.open();
      await mayEnd.passed;
    });
    await begun.passed;
    const late = new Promise(resolve => setTimeout(() => resolve('waited for the change'), 2000).unref());
    const beside = await Promise.race([cacheKb('beside a change'), late]);
    mayEnd.open();
    expect(beside).toBe(READER);
    await change;
  });

  it('fail as what they are: a storage that cannot be read', async () => {
    const find = database.batchReads((statements: Statements) =>
      statements.all(`ATTACH '${join(file, 'none')}' AS none`),
    );
    const found = await Promise.allSettled(['x', 'y'].map(find));
    await expect(find('alone')).rejects.toMatchObject({ reason: 'storage unavailable' });
    for (const each of found) expect(each).toMatchObject({ reason: { reason: 'storage unavailable' } });
  });
});

describe('the write-ahead log', () => {
  const write = (sql: string) => database.write(manager => manager.query(sql));
  /** They change each time that SQLite begins the log anew. */
  const salts = () => {
    const [log, head] = [openSync(`${file}-wal`, 'r'), Buffer.alloc(24)];
    readSync(log, head);
    closeSync(log);
    return head.toString('hex', 16);
  };
  beforeEach(() => write('CREATE TABLE marker AS SELECT 1 AS value'));

  it('is copied into the file while it is in use, and then begun anew, before a commit has to do that', async () => {
    const before = salts();
    // Some fifteen pages each, of the 16,384 at which SQLite copies them within a commit.
    const large = Array.from({ length: 600 }, () => write('INSERT INTO marker VALUES (randomblob(60000))'));
    await Promise.all(large);
    let small = 0;
    for (; salts() === before && small < 3000; small += 1)
      await write('UPDATE marker SET value = value + 1 WHERE rowid = 1');
    expect(small).toBeLessThan(3000);
  });
});

describe('faults of the storage', () => {
  const limitPages = (count: number) =>
    database.write(manager => manager.query(`PRAGMA max_page_count = ${count}`));

  it('a full disk refuses changes, leaves reads alone, and is over when there is room', async () => {
    await database.write(manager => insert(manager, 'before'));
    await limitPages(1);
    const big = async (manager: EntityManager) => {
      await insert(manager, 'lost');
      await insert(manager, 'x'.repeat(100_000));
    };
    await expect(database.write(big)).rejects.toMatchObject({ reason: 'storage full' });
    await expect(database.write(big)).rejects.toMatchObject({ reason: 'storage full' });
    expect(await titles()).toEqual(['before']);
    await limitPages(1_000_000);
    await database.write(manager => insert(manager, 'after'));
    expect(await titles()).toEqual(['before', 'after']);
  });

  it('what a change has read holds until it is written, against other processes too', async () => {
    const other = new sqlite3.Database(file);
    other.configure('busyTimeout', 0);
    const writeElsewhere = () =>
      new Promise<unknown>(resolve =>
        other.run(`INSERT INTO activity_type VALUES (NULL, 'other', '', 1, 0)`, resolve),
      );
    await database.write(async manager => {
      expect(await titlesIn(manager)).toEqual([]);
      expect(await writeElsewhere()).toMatchObject({ code: 'SQLITE_BUSY' });
      await insert(manager, 'x');
    });
    expect(await writeElsewhere()).toBeNull();
    await new Promise<void>(resolve => other.close(() => resolve()));
    expect(await titles()).toEqual(['x', 'other']);
  });

  it('another process that writes for long makes it busy, and is waited for no more than 2 s', async () => {
    const other = new sqlite3.Database(file);
    const run = (statement: string) =>
      new Promise<void>((resolve, reject) =>
        other.run(statement, (error: Error | null) => (error ? reject(error) : resolve())),
      );
    await run('BEGIN IMMEDIATE');
    const begun = performance.now();
    await expect(database.write(manager => insert(manager, 'x'))).rejects.toMatchObject({
      reason: 'storage busy',
    });
    expect(performance.now() - begun).toBeLessThan(3000);
    expect(await titles()).toEqual([]);
    await run('ROLLBACK');
    await database.write(manager => insert(manager, 'x'));
    await new Promise<void>(resolve => other.close(() => resolve()));
    expect(await titles()).toEqual(['x']);
  });

  it.each([
    ['SQLITE_BUSY', 'storage busy'],
    ['SQLITE_LOCKED', 'storage busy'],
    ['SQLITE_FULL', 'storage full'],
    ['SQLITE_IOERR', 'storage unavailable'],
    ['SQLITE_CANTOPEN', 'storage unavailable'],
    ['SQLITE_READONLY', 'storage unavailable'],
    ['SQLITE_CORRUPT', 'storage unavailable'],
    ['SQLITE_NOTADB', 'storage unavailable'],
  ])('%s is told as %s, with the words of the driver as its cause alone', (code, reason) => {
    const failure = new QueryFailedError('UPDATE secret', [], Object.assign(new Error(code), { code }));
    const fault = asStorageFault(failure);
    expect(fault).toBeInstanceOf(StorageFault);
    expect(fault).toMatchObject({ reason, message: reason, cause: failure });
  });

  it.each([
    [
      'a violated constraint',
      new QueryFailedError('', [], Object.assign(new Error(), { code: 'SQLITE_CONSTRAINT' })),
    ],
    ['a refusal of ours', new Error('refused')],
    ['what is no error', 'text'],
  ])('%s stays what it is', (_, error) => {
    expect(asStorageFault(error)).toBe(error);
  });
});

it('a database in memory reads what is written and takes turns, too', async () => {
  const memory = await openDatabase({ database: { kind: 'memory' }, migrateOnStart: true }, []);
  const changes = [1, 2, 3].map(each => memory.write(manager => insert(manager, String(each))));
  expect(await memory.read(titlesIn)).toEqual(['1', '2', '3']);
  await Promise.all(changes);
  await memory.close();
});
