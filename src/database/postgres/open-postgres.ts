import { Logger } from '@nestjs/common';
import { types } from 'pg';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { ServerLocation } from '../../config/app-config';
import { DatabaseRefused } from '../database-refused';
import { migrations } from '../migrations';
import { isFolded } from '../columns';
import { commonOptions, type Rows } from '../source-options';
import { Leadership } from './leadership';
import { PostgresEngine } from './postgres-engine';
import { readable } from './postgres-faults';
import { MARK, markOf, setMark } from './server-mark';

/** Whoever migrates holds this lock, so that several who start at once do it once: "Gths". */
const MIGRATING = 0x47746873;

/** The client waits that much longer than the server should, for the words in which it refuses. */
const ANSWER_MS = 500;
const IDLE_IN_TRANSACTION_MS = 5000;

/** Opens a database of a server, making its tables first where that is allowed. @throws DatabaseRefused */
export async function openPostgres(
  server: ServerLocation,
  rows: Rows,
  mayMigrate: boolean,
): Promise<PostgresEngine> {
  await withPatience(server, rows, async (runner, source) => {
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

/** Names of the migrations that a database has seen, the oldest first. @throws DatabaseRefused */
export function migrationsOfServer(server: ServerLocation, rows: Rows): Promise<string[]> {
  return withPatience(server, rows, runner => migrationsRun(runner, server.shown));
}

/** Runs `work` on a connection on which statements may take their time. */
async function withPatience<T>(
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

/** Names of people are in any script. LATIN1 fails at the first that it has not; SQL_ASCII keeps bytes that nobody checks. */
export async function refuseOtherEncodings(runner: QueryRunner, shown: string): Promise<void> {
  const [row] = (await runner.query('SHOW server_encoding')) as { server_encoding: string }[];
  if (row?.server_encoding === 'UTF8') return;
  const remedy = "make it anew by CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8', or name another";
  throw new DatabaseRefused(shown, `has the encoding ${row?.server_encoding}: ${remedy}`, true);
}

/** Makes all tables, or those that came with newer versions. */
export async function migrate(runner: QueryRunner, source: DataSource, shown: string): Promise<void> {
  await runner.startTransaction();
  try {
    await runner.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
    // Another process may have done it meanwhile.
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
 * Names of the migrations that the tables have seen, the oldest first.
 * @throws DatabaseRefused when they are those of another program, of a newer version, or half filled by somebody else
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
  const newer = done.filter(name => !migrations.postgres.some(known => known.name === name));
  if (newer.length > 0) {
    throw new DatabaseRefused(
      shown,
      `was written by a newer version (${newer.join(', ')}): install that version`,
    );
  }
  return done;
}

/** A pool whose connections wait no longer than they are told. @throws DatabaseRefused */
async function connected(server: ServerLocation, rows: Rows): Promise<DataSource> {
  const { statementTimeoutMs, lockTimeoutMs } = server;
  const patience = {
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    query_timeout: statementTimeoutMs + ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
  try {
    return await sourceOf(server, rows, patience).initialize();
  } catch (error) {
    throw readable(error, server.shown);
  }
}

/** A data source that is not yet connected. */
export function sourceOf(
  { url, poolSize, connectTimeoutMs }: ServerLocation,
  rows: Rows,
  patience: Readonly<Record<string, number>> = {},
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
    // Without it, a connection that is lost while nobody uses it ends the process. The error itself knows the password.
    poolErrorHandler: (error: Error) =>
      new Logger('Database').warn({ msg: 'an idle connection was lost', reason: error.message }),
    extra: { ...patience, keepAlive: true, types: { getTypeParser: parserOf } },
  });
  callBlobsBytea(source.driver as PostgresDriver);
  letTextsBeLong(source);
  return source;
}

/** Counts and sums are bigint, which the driver gives as text. None here is beyond what a number holds. */
function parserOf(...[type, format]: Parameters<typeof types.getTypeParser>): (text: string) => unknown {
  if (type === types.builtins.INT8) return Number;
  return types.getTypeParser(type, format) as (text: string) => unknown;
}

/** The rows are declared once, with the name that SQLite has for bytes. */
function callBlobsBytea(driver: PostgresDriver): void {
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = column => (column.type === 'blob' ? 'bytea' : normalizeType(column));
}

/** Characters of a text of which an index has all, four bytes each. */
const INDEXED_AT_MOST = 600;

/** What TypeORM reads from the rows is for SQLite: here, folded texts have no length, and of long texts a migration makes the index. */
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
