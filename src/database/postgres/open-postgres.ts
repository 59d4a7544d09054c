import { Logger } from '@nestjs/common';
import { types } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { ServerLocation } from '../../config/app-config';
import { DatabaseRefused } from '../database-refused';
import { migrations, refuseUnknown } from '../migrations';
import { isFolded } from '../columns';
import { commonOptions, type Rows } from '../source-options';
import { Leadership } from './leadership';
import { PostgresEngine } from './postgres-engine';
import { readable } from './postgres-faults';
import { MARK, markOf, setMark } from './server-mark';

/** "Gths": the lock held by a migration, so that nodes that start at once migrate once. */
const MIGRATING = 0x47746873;

/** The client waits a little longer than the server, so that it gets the error message of the server. */
const ANSWER_MS = 500;
const IDLE_IN_TRANSACTION_MS = 5000;

/** Opens a database of a server. Migrates it first if that is allowed. @throws DatabaseRefused */
export async function openPostgres(
  server: ServerLocation,
  rows: Rows,
  mayMigrate: boolean,
): Promise<PostgresEngine> {
  await withoutTimeouts(server, rows, async (runner, source) => {
    const done = await migrationsRun(runner, server.shown);
    if (done.length === migrations.postgres.length) return;
    if (!mayMigrate) {
      const state = done.length === 0 ? 'is empty' : 'is of an older version';
      throw new DatabaseRefused(
        server.shown,
        `${state}: run \`gatehouse migrate\`, or set MIGRATE_ON_START=on`,
      );
    }
    await migrate(runner, source, server.shown);
  });
  const poolSize = Math.floor(server.poolSize / 2);
  const writers = await connected({ ...server, poolSize }, rows);
  try {
    return new PostgresEngine(
      writers,
      await connected({ ...server, poolSize: server.poolSize - poolSize }, rows),
      new Leadership(server),
    );
  } catch (error) {
    await writers.destroy();
    throw error;
  }
}

/** Names of the migrations that were run on a database, oldest first. @throws DatabaseRefused */
export function migrationsOfServer(server: ServerLocation, rows: Rows): Promise<string[]> {
  return withoutTimeouts(server, rows, runner => migrationsRun(runner, server.shown));
}

/** Runs `work` on a connection without time-outs. */
async function withoutTimeouts<T>(
  server: ServerLocation,
  rows: Rows,
  work: (runner: QueryRunner, source: DataSource) => Promise<T>,
): Promise<T> {
  try {
    const source = await sourceOf({ ...server, poolSize: 1 }, rows).initialize();
    const runner = source.createQueryRunner();
    try {
      await refuseOtherEncodings(runner, server.shown);
      return await work(runner, source);
    } finally {
      await runner.release();
      await source.destroy();
    }
  } catch (error) {
    throw readable(error, server.shown);
  }
}

/** Names may be in any script. LATIN1 fails at the first character that it lacks; SQL_ASCII checks nothing. */
export async function refuseOtherEncodings(runner: QueryRunner, shown: string): Promise<void> {
  const [row] = (await runner.query('SHOW server_encoding')) as { server_encoding: string }[];
  if (row?.server_encoding === 'UTF8') return;
  const remedy = "make it anew by CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8', or name another";
  throw new DatabaseRefused(shown, `has the encoding ${row?.server_encoding}: ${remedy}`, true);
}

/** Runs the pending migrations, all in one transaction. */
export async function migrate(runner: QueryRunner, source: DataSource, shown: string): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
    // Another process may have migrated meanwhile.
    if ((await migrationsRun(runner, shown)).length < migrations.postgres.length) {
      const executor = new MigrationExecutor(source, runner);
      executor.transaction = 'all';
      await executor.executePendingMigrations();
      await setMark(runner, MARK);
    }
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/**
 * Names of the migrations that were run, oldest first.
 * @throws DatabaseRefused if the tables are of another program or of a newer version, or are still being filled
 */
export async function migrationsRun(
  runner: QueryRunner,
  shown: string,
  { isMoving = false } = {},
): Promise<string[]> {
  const mark = await markOf(runner);
  if (mark === undefined) return [];
  if (mark === null)
    throw new DatabaseRefused(shown, 'holds tables of another program: name another database');
  if (mark !== MARK && !isMoving) {
    throw new DatabaseRefused(
      shown,
      'is half filled: run the same `gatehouse migrate-data` again, or make the database anew',
    );
  }
  const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as { name: string }[];
  const done = rows.map(({ name }) => name);
  refuseUnknown('postgres', done, shown);
  return done;
}

/** A pool whose connections have time-outs. @throws DatabaseRefused */
async function connected(server: ServerLocation, rows: Rows): Promise<DataSource> {
  const { statementTimeoutMs, lockTimeoutMs } = server;
  const timeouts = {
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    query_timeout: statementTimeoutMs + ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
  try {
    return await sourceOf(server, rows, timeouts).initialize();
  } catch (error) {
    throw readable(error, server.shown);
  }
}

/** A data source that is not connected yet. */
export function sourceOf(
  { url, poolSize, connectTimeoutMs }: ServerLocation,
  rows: Rows,
  timeouts: Readonly<Record<string, number>> = {},
): DataSource {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'gatehouse',
    poolSize,
    connectTimeoutMS: connectTimeoutMs,
    installExtensions: false,
    migrations: [...migrations.postgres],
    ...commonOptions(rows),
    // Without it, a lost idle connection ends the process. Only the message is logged: the error has the password.
    poolErrorHandler: (error: Error) =>
      new Logger('Database').warn({ msg: 'an idle connection was lost', reason: error.message }),
    extra: { ...timeouts, keepAlive: true, types: { getTypeParser: parserOf } },
  });
  callBlobsBytea(source.driver as PostgresDriver);
  letTextsBeLong(source);
  return source;
}

/** Counts and sums are bigint, which the driver returns as text. All of ours fit into a number. */
function parserOf(...[type, format]: Parameters<typeof types.getTypeParser>): (text: string) => unknown {
  if (type === types.builtins.INT8) return Number;
  return types.getTypeParser(type, format) as (text: string) => unknown;
}

/** The rows are declared with the type name of SQLite for bytes. */
function callBlobsBytea(driver: PostgresDriver): void {
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = column => (column.type === 'blob' ? 'bytea' : normalizeType(column));
}

/** Texts up to this length fit into an index entry, at four bytes for each character. */
const INDEXED_AT_MOST = 600;

/** The rows declare the schema of SQLite. Here folded texts have no length, and a migration creates the indexes of long texts. */
function letTextsBeLong(source: DataSource): void {
  const afterConnect = source.driver.afterConnect.bind(source.driver);
  source.driver.afterConnect = () => {
    for (const entity of source.entityMetadatas) {
      for (const column of entity.columns.filter(isFolded)) column.length = '';
      entity.uniques = entity.uniques.filter(({ columns }) =>
        columns.every(({ length }) => Number(length) <= INDEXED_AT_MOST),
      );
    }
    return afterConnect();
  };
}
