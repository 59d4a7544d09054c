import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { AppConfig } from '../config/app-config';
import { Database } from './database';
import { DatabaseRefused, readable } from './database-refused';
import { APPLICATION_ID, migrationsRun, refuseDamaged, refuseForeign, refuseNewer } from './file-checks';
import { FileMarker } from './file-marker';
import { LogCheckpoints } from './log-checkpoints';
import { migrations } from './migrations';
import { SnakeCaseNaming } from './naming';

export type Rows = readonly (new () => object)[];

const BUSY_TIMEOUT_MS = 2000;

/** Lists of a large site look through some ten megabytes of an index; SQLite would keep two. */
const READ_CACHE_KB = 32_768;

/** What visits are found and sorted by is changed all over its indexes. */
const WRITE_CACHE_KB = 16_384;

/** Pages of the write-ahead log (64 MB) at which a commit copies it: only where `LogCheckpoints` did not get to it. */
const COPY_IN_COMMIT_AT = 16_384;

/**
 * Opens the data that the settings name, making and migrating it first where `config.migrateOnStart` allows.
 * @throws DatabaseRefused when it is missing, empty, damaged, not ours, or of a newer version
 */
export async function openDatabase(
  config: Pick<AppConfig, 'database' | 'migrateOnStart'>,
  rows: Rows,
): Promise<Database> {
  if (config.database.kind === 'memory') return openInMemory(rows);
  const { file } = config.database;
  try {
    if (!existsSync(file)) await createFile(file, rows, config.migrateOnStart);
    return await openFile(file, rows, config.migrateOnStart);
  } catch (error) {
    throw readable(error, file);
  }
}

/** Looks through the connection that cannot write until the file has proven to be whole, ours and of a known version. */
async function openFile(file: string, rows: Rows, mayMigrate: boolean): Promise<Database> {
  const marker = new FileMarker(file);
  const reader = await openReader(file, rows, marker);
  try {
    const isOld = await refuseNewer(reader, file);
    if (isOld && !mayMigrate) {
      throw new DatabaseRefused(
        file,
        'is of an older version: run `gatehouse migrate`, or set MIGRATE_ON_START=on',
      );
    }
    const writer = await openWriter(file, rows, isOld);
    marker.put();
    return new Database(writer, reader, marker, await LogCheckpoints.open(file));
  } catch (error) {
    await reader.destroy();
    throw error;
  }
}

async function openReader(file: string, rows: Rows, marker: FileMarker): Promise<DataSource> {
  refuseForeign(file);
  marker.refuseLostLog();
  const reader = await new DataSource({
    ...sourceOptions(file, rows),
    flags: sqlite3.OPEN_READONLY,
  } as DataSourceOptions).initialize();
  try {
    await refuseDamaged(reader, file);
    await reader.query(`PRAGMA cache_size = -${READ_CACHE_KB}`);
    return reader;
  } catch (error) {
    await reader.destroy();
    throw error;
  }
}

/** What `gatehouse migrate --status` tells: the names of all migrations, and whether each was run here. */
export async function migrationStatus(
  config: Pick<AppConfig, 'database'>,
  rows: Rows,
): Promise<{ name: string; done: boolean }[]> {
  const names = migrations.map(({ name }) => name);
  if (config.database.kind === 'memory' || !existsSync(config.database.file)) {
    return names.map(name => ({ name, done: false }));
  }
  const { file } = config.database;
  try {
    const reader = await openReader(file, rows, new FileMarker(file));
    const done = await migrationsRun(reader);
    await reader.destroy();
    return names.map(name => ({ name, done: done.includes(name) }));
  } catch (error) {
    throw readable(error, file);
  }
}

async function openInMemory(rows: Rows): Promise<Database> {
  const source = await new DataSource(sourceOptions(':memory:', rows)).initialize();
  await source.runMigrations({ transaction: 'each' });
  return new Database(source, source);
}

/**
 * TypeORM switches on the traces of the driver, which take longer than most statements, and write what was bound into
 * the stack of an error.
 */
const driver: object = { ...sqlite3, verbose: () => sqlite3 };

function sourceOptions(database: string, rows: Rows): DataSourceOptions {
  return {
    type: 'sqlite',
    driver,
    database,
    busyTimeout: BUSY_TIMEOUT_MS,
    entities: [...rows],
    migrations: [...migrations],
    namingStrategy: new SnakeCaseNaming(),
    // Without it, a condition on undefined or null is left out, and the first row of the table is found.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  };
}

async function openWriter(file: string, rows: Rows, migrate: boolean): Promise<DataSource> {
  const source = new DataSource({ ...sourceOptions(file, rows), enableWAL: true } as DataSourceOptions);
  await source.initialize();
  try {
    // An acknowledged change survives a power cut; NORMAL would lose the last ones.
    await source.query('PRAGMA synchronous = FULL');
    await source.query(`PRAGMA cache_size = -${WRITE_CACHE_KB}`);
    await source.query(`PRAGMA wal_autocheckpoint = ${COPY_IN_COMMIT_AT}`);
    if (migrate) await source.runMigrations({ transaction: 'each' });
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

/** The file appears under its name only when it is whole, so that a first start that is cut off leaves nothing half made. */
async function createFile(file: string, rows: Rows, allowed: boolean): Promise<void> {
  for (const beside of [`${file}-wal`, `${file}-open`]) {
    // An empty log holds nothing: SQLite leaves one when a file was only looked at.
    if (!existsSync(beside) || (beside.endsWith('-wal') && statSync(beside).size === 0)) continue;
    // Another process may have made all of them just now.
    if (existsSync(file)) return;
    throw new DatabaseRefused(
      file,
      `is missing while ${beside} is there: restore the file, or remove ${beside} to begin anew`,
    );
  }
  if (!allowed)
    throw new DatabaseRefused(file, 'does not exist: run `gatehouse migrate`, or set MIGRATE_ON_START=on');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Not named by process id: two containers that share a folder have the same.
  const draft = `${file}.new-${randomUUID()}`;
  try {
    // SQLite gives the files beside it the same mode.
    closeSync(openSync(draft, 'wx', 0o600));
    const source = await openWriter(draft, rows, true);
    await source.query(`PRAGMA application_id = ${APPLICATION_ID}`);
    await source.destroy();
    linkSync(draft, file);
    flushFolder(dirname(file));
  } catch (error) {
    // Another process was first: its file is as good.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    removeDraft(draft);
  }
}

function removeDraft(draft: string): void {
  for (const part of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(part, { force: true });
}

function flushFolder(folder: string): void {
  const handle = openSync(folder, constants.O_RDONLY);
  fsyncSync(handle);
  closeSync(handle);
}
