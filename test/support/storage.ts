import sqlite3 from 'sqlite3';
import type { EntityManager } from 'typeorm';
import type { TestApp } from './test-app';

/**
 * A transaction of the writer that stays open until `release`; what it is given to do happens just before its commit.
 * `begun` resolves when it is its turn.
 */
export function holdWriter(
  app: TestApp,
  work: (manager: EntityManager) => Promise<unknown> = () => Promise.resolve(),
): { begun: Promise<void>; release: () => Promise<void> } {
  let open: () => void;
  const gate = new Promise<void>(resolve => (open = resolve));
  let begin: () => void;
  const begun = new Promise<void>(resolve => (begin = resolve));
  const held = app.database.write(async manager => {
    begin();
    await gate;
    await work(manager);
  });
  return {
    begun,
    release: () => {
      open();
      return held;
    },
  };
}

/** Resolves when so many changes are under way or waiting for their turn. */
export async function untilWaiting(app: TestApp, count: number): Promise<void> {
  while (app.database.waiting < count) await new Promise(resolve => setImmediate(resolve));
}

/** Another process that holds the write lock of the file while `work` runs. */
export async function whileLocked<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  const other = new sqlite3.Database(app.file);
  await run(other, 'BEGIN IMMEDIATE');
  try {
    return await work();
  } finally {
    await run(other, 'ROLLBACK');
    await new Promise<void>(resolve => other.close(() => resolve()));
  }
}

/** The disk is full while `work` runs: the file may not grow by a page. */
export async function whileFull<T>(app: TestApp, work: () => Promise<T>): Promise<T> {
  await limitPages(app, 1);
  try {
    return await work();
  } finally {
    await limitPages(app, 1_000_000_000);
  }
}

/** A table is gone while `work` runs: what is asked of it fails for a reason that nobody has foreseen. */
export async function whileBroken<T>(app: TestApp, table: string, work: () => Promise<T>): Promise<T> {
  await app.database.write(async manager => {
    // Else the triggers that name the table would follow it.
    await manager.query('PRAGMA legacy_alter_table = ON');
    await manager.query(`ALTER TABLE ${table} RENAME TO broken`);
  });
  try {
    return await work();
  } finally {
    await app.database.write(manager => manager.query(`ALTER TABLE broken RENAME TO ${table}`));
  }
}

/** As if the service had died after the changes under every `Idempotency-Key`, and before their answers were kept. */
export async function loseAnswers(app: TestApp): Promise<void> {
  await app.database.write(manager =>
    manager.query('UPDATE idempotency_key SET status = NULL, type = NULL, error = NULL, body = NULL'),
  );
}

/** SQLite takes the present size for any smaller limit. */
function limitPages(app: TestApp, pages: number): Promise<unknown> {
  return app.database.write(manager => manager.query(`PRAGMA max_page_count = ${pages}`));
}

function run(database: sqlite3.Database, statement: string): Promise<void> {
  return new Promise((resolve, reject) =>
    database.run(statement, (error: Error | null) => (error ? reject(error) : resolve())),
  );
}
