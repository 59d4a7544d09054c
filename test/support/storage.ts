import sqlite3 from 'sqlite3';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { engine } from './engine';
import type { TestApp } from './test-app';

/** On PostgreSQL, this lock blocks other writers, but not readers. */
const LOCK = `LOCK TABLE "user", visitor, visit, visit_history, identifier, idempotency_key IN EXCLUSIVE MODE`;

/**
 * A transaction that stays open and blocks all other writers until `release`. The given work runs just before its commit.
 * `begun` resolves when the transaction has started.
 */
export function holdWriter(
  app: TestApp,
  work: (manager: EntityManager) => Promise<unknown> = () => Promise.resolve(),
): { begun: Promise<void>; release: () => Promise<void> } {
  let open: () => void;
  const gate = new Promise<void>(resolve => (open = resolve));
  let begin: () => void;
  let fail: (error: unknown) => void;
  const begun = new Promise<void>((resolve, reject) => ([begin, fail] = [resolve, reject]));
  const held = app.database.write(async manager => {
    if (engine === 'postgres') await manager.query(LOCK);
    begin();
    await gate;
    await work(manager);
  });
  held.catch((error: unknown) => fail(error));
  // A caller that does not wait for it gets the error at the release.
  begun.catch(() => undefined);
  return {
    begun,
    release: () => {
      open();
      return held;
    },
  };
}

/** Resolves when so many writes run or wait; all but the holder are waiting. */
export async function untilWaiting(app: TestApp, count: number): Promise<void> {
  const giveUpMs = performance.now() + 15_000;
  while (app.database.waiting < count) {
    if (performance.now() > giveUpMs)
      throw new Error(`${app.database.waiting} changes wait, and not ${count}`);
    await new Promise(resolve => setImmediate(resolve));
  }
  if (engine === 'postgres') await untilBlocked(app.databaseUrl, Math.min(count, CONNECTIONS) - 1);
}

/** Default number of connections for writes. */
const CONNECTIONS = 5;

async function untilBlocked(connectionString: string, count: number): Promise<void> {
  const beside = new Client({ connectionString });
  await beside.connect();
  for (let blocked = -1; blocked < count;) {
    const { rows } = await beside.query<{ blocked: number }>(
      `SELECT count(DISTINCT l.pid)::integer AS blocked FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE NOT l.granted AND a.datname = current_database()`,
    );
    blocked = rows[0]?.blocked ?? 0;
  }
  await beside.end();
}

/** Another process blocks all writers while `work` runs. */
export function whileLocked<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  return engine === 'postgres' ? whileTablesLocked(app, work) : whileFileLocked(app, work);
}

async function whileTablesLocked<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const other = new Client({ connectionString: app.databaseUrl });
  await other.connect();
  try {
    await other.query('BEGIN');
    await other.query(LOCK);
    return await work();
  } finally {
    await other.end();
  }
}

async function whileFileLocked<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const other = new sqlite3.Database(app.file);
  await run(other, 'BEGIN IMMEDIATE');
  try {
    return await work();
  } finally {
    await run(other, 'ROLLBACK');
    await new Promise<void>(resolve => other.close(() => resolve()));
  }
}

/** Simulates a full disk while `work` runs: the file cannot grow by a page. */
export async function whileFull<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  await limitPages(app, 1);
  try {
    return await work();
  } finally {
    await limitPages(app, 1_000_000_000);
  }
}

/** Removes a table while `work` runs, so that its queries fail with an unexpected error. */
export async function whileBroken<T>(app: TestApp, table: string, work: () => Promise<T>): Promise<T> {
  await app.database.write(async manager => {
    // Otherwise triggers that refer to the table would be renamed with it.
    if (engine === 'sqlite') await manager.query('PRAGMA legacy_alter_table = ON');
    await manager.query(`ALTER TABLE ${table} RENAME TO broken`);
  });
  try {
    return await work();
  } finally {
    await app.database.write(manager => manager.query(`ALTER TABLE broken RENAME TO ${table}`));
  }
}

/** Simulates a crash after the changes of every `Idempotency-Key`, and before their answers were stored. */
export async function loseAnswers(app: TestApp): Promise<void> {
  await app.database.write(manager =>
    manager.query('UPDATE idempotency_key SET status = NULL, type = NULL, error = NULL, body = NULL'),
  );
}

/** SQLite replaces a smaller limit by the current size. */
function limitPages(app: TestApp, pages: number): Promise<unknown> {
  return app.database.write(manager => manager.query(`PRAGMA max_page_count = ${pages}`));
}

function run(database: sqlite3.Database, statement: string): Promise<void> {
  return new Promise((resolve, reject) =>
    database.run(statement, (error: Error | null) => (error ? reject(error) : resolve())),
  );
}
