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
import { DatabaseRefused } from '../database-refused';
import { migrations } from '../migrations';
import { commonOptions, type Rows } from '../source-options';
import { copyBeforeMigration } from './migration-copies';
import { APPLICATION_ID, migrationsRun, refuseDamaged, refuseForeign, refuseNewer } from './file-checks';
import { FileGuard } from './file-guard';
import { FileMarker } from './file-marker';
import { FileWatch } from './file-watch';
import { LogCheckpoints } from './log-checkpoints';
import { ServiceLock } from './service-lock';
import { type FileParts, SqliteEngine } from './sqlite-engine';
import { readable } from './sqlite-faults';

const BUSY_TIMEOUT_MS = 2000;

/** Lists of a large site read some ten megabytes of an index; the default cache is two. */
const READ_CACHE_KB = 32_768;

/** Saves of visits write pages all over the indexes. */
const WRITE_CACHE_KB = 16_384;

/** Pages of the write-ahead log (64 MB) at which a commit copies it, in case `LogCheckpoints` did not. */
const COPY_IN_COMMIT_AT = 16_384;

export interface HowToOpen {
  readonly mayMigrate: boolean;
  /** As the one service of the file, and not as a command. */
  readonly asService?: boolean;
  /** How many copies from before migrations are kept beside the file; 0 makes none. */
  readonly copies?: number;
}

/** Opens a file. Creates and migrates it first if that is allowed. @throws DatabaseRefused */
export async function openSqlite(
  file: string,
  rows: Rows,
  { mayMigrate, asService = false, copies = 0 }: HowToOpen,
): Promise<SqliteEngine> {
  let lock: ServiceLock | undefined;
  try {
    const isMissing = !existsSync(file);
    if (isMissing) prepareCreation(file, mayMigrate);
    if (asService) lock = await ServiceLock.take(file);
    if (isMissing) await createFile(file, rows);
    return await openFile(file, rows, { mayMigrate, copies }, lock);
  } catch (error) {
    await lock?.release();
    throw readable(error, file);
  }
}

/** Opens a read-only connection first, until the file has proven to be intact, ours and of a known version. */
async function openFile(
  file: string,
  rows: Rows,
  { mayMigrate, copies = 0 }: HowToOpen,
  lock: ServiceLock | undefined,
): Promise<SqliteEngine> {
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
    if (isOld) await copyBeforeMigration(file, reader, copies);
    const writer = await openWriter(file, rows, isOld);
    marker.put();
    return new SqliteEngine(writer, reader, { ...(await openParts(file, marker)), lock });
  } catch (error) {
    await reader.destroy();
    throw error;
  }
}

/** Called when the writer has opened the log. */
async function openParts(file: string, marker: FileMarker): Promise<Omit<FileParts, 'lock'>> {
  const checkpoints = await LogCheckpoints.open(file);
  const watch = await FileWatch.on(file, checkpoints.pages);
  checkpoints.around = copy => watch.duringCopy(copy);
  const guard = new FileGuard(file, watch, marker, () => checkpoints.copyAll());
  return { marker, checkpoints, guard };
}

/** A read-only connection to a file that is intact and ours. @throws DatabaseRefused */
export async function openReader(file: string, rows: Rows, marker: FileMarker): Promise<DataSource> {
  refuseForeign(file);
  await marker.refuseDoubtful();
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

/** Names of the migrations that were run on a file; none if it is missing. @throws DatabaseRefused */
export async function migrationsOfFile(file: string, rows: Rows): Promise<string[]> {
  if (!existsSync(file)) return [];
  try {
    const reader = await openReader(file, rows, new FileMarker(file));
    const done = await migrationsRun(reader);
    await reader.destroy();
    return done;
  } catch (error) {
    throw readable(error, file);
  }
}

export async function openInMemory(rows: Rows): Promise<SqliteEngine> {
  const source = await new DataSource(sourceOptions(':memory:', rows)).initialize();
  await source.runMigrations({ transaction: 'each' });
  return new SqliteEngine(source, source);
}

/**
 * TypeORM calls `verbose()` of the driver. Its traces take longer than most statements, and put bound values into the stack
 * of errors.
 */
const driver: object = { ...sqlite3, verbose: () => sqlite3 };

function sourceOptions(database: string, rows: Rows): DataSourceOptions {
  return {
    type: 'sqlite',
    driver,
    database,
    busyTimeout: BUSY_TIMEOUT_MS,
    migrations: [...migrations.sqlite],
    ...commonOptions(rows),
  };
}

async function openWriter(file: string, rows: Rows, migrate: boolean): Promise<DataSource> {
  const source = new DataSource({ ...sourceOptions(file, rows), enableWAL: true } as DataSourceOptions);
  await source.initialize();
  try {
    // Acknowledged changes survive a power cut; NORMAL would lose the last ones.
    await source.query('PRAGMA synchronous = FULL');
    await source.query(`PRAGMA cache_size = -${WRITE_CACHE_KB}`);
    await source.query(`PRAGMA wal_autocheckpoint = ${COPY_IN_COMMIT_AT}`);
    if (migrate) await source.runMigrations({ transaction: 'each' });
    // The write-ahead log of a file that was not in WAL mode, as a copy is, appears when it is first read.
    await source.query('SELECT 1 FROM sqlite_master LIMIT 1');
    return source;
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

/** Creates the folder. @throws DatabaseRefused if a missing file must not be created */
function prepareCreation(file: string, allowed: boolean): void {
  for (const beside of [`${file}-wal`, `${file}-open`]) {
    // SQLite leaves an empty log when a file was only read.
    if (!existsSync(beside) || (beside.endsWith('-wal') && statSync(beside).size === 0)) continue;
    // Another process may have created all of them just now.
    if (existsSync(file)) return;
    throw new DatabaseRefused(
      file,
      `is missing while ${beside} is there: restore the file, or remove ${beside} to begin anew`,
    );
  }
  if (!allowed)
    throw new DatabaseRefused(file, 'does not exist: run `gatehouse migrate`, or set MIGRATE_ON_START=on');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}

/** The file gets its name when it is complete, so that a killed first start leaves nothing half made. */
async function createFile(file: string, rows: Rows): Promise<void> {
  // Not named by process id: two containers that share a folder may have the same one.
  const draft = `${file}.new-${randomUUID()}`;
  try {
    // SQLite creates the log with the same mode.
    closeSync(openSync(draft, 'wx', 0o600));
    const source = await openWriter(draft, rows, true);
    await source.query(`PRAGMA application_id = ${APPLICATION_ID}`);
    await source.destroy();
    linkSync(draft, file);
    flushFolder(dirname(file));
  } catch (error) {
    // Another process was first, and its file will do.
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
