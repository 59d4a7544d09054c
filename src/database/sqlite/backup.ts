import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseRefused } from '../database-refused';
import type { Rows } from '../source-options';
import { copyTo, flush, stamp } from './file-copy';
import { migrationsRun, refuseNewer } from './file-checks';
import { FileMarker } from './file-marker';
import { openReader } from './open-sqlite';
import { ServiceLock } from './service-lock';
import { readable } from './sqlite-faults';

/** What a checked copy holds. */
export interface CopyContents {
  readonly visits: number;
  readonly migrations: number;
}

/**
 * Writes a copy of a database file as it is at one moment, while the service goes on reading and writing. The copy
 * appears under its name when it is complete, checked and on disk.
 * @throws DatabaseRefused when the file cannot be read or is damaged, or `target` exists
 */
export async function backUpFile(file: string, target: string, rows: Rows): Promise<CopyContents> {
  if (!existsSync(file)) throw new DatabaseRefused(file, 'does not exist: there is nothing to back up');
  if (existsSync(target)) throw new DatabaseRefused(target, 'exists already and is not overwritten');
  try {
    const contents = await copyChecked(file, target, rows);
    writeFileSync(backupNote(file), '', { mode: 0o600 });
    return contents;
  } catch (error) {
    const isAboutCopy = (error as NodeJS.ErrnoException).path?.startsWith(target) === true;
    throw readable(error, isAboutCopy ? target : file);
  }
}

/** When `backUpFile` was last done for this file; undefined if never. */
export function lastBackupOf(file: string): Date | undefined {
  return statSync(backupNote(file), { throwIfNoEntry: false })?.mtime;
}

/** An empty file: the time of its last write is that of the last backup. */
function backupNote(file: string): string {
  return `${file}-backup`;
}

/**
 * Reads a copy from its first page to its last.
 * @throws DatabaseRefused when it is missing, damaged, from another program or from a newer version
 */
export async function checkCopy(copy: string, rows: Rows): Promise<CopyContents> {
  if (!existsSync(copy)) throw new DatabaseRefused(copy, 'does not exist');
  try {
    const reader = await openReader(copy, rows, new FileMarker(copy));
    try {
      await refuseNewer(reader, copy);
      const migrations = (await migrationsRun(reader)).length;
      const [row] = await reader.query<{ visits: number }[]>('SELECT count(*) AS visits FROM visit');
      return { visits: row?.visits ?? 0, migrations };
    } finally {
      await reader.destroy();
    }
  } catch (error) {
    throw readable(error, copy);
  }
}

export interface Restored extends CopyContents {
  /** Where the file that was there before is now. */
  readonly replaced: string | undefined;
}

/**
 * Puts a copy in the place of a database file that no service uses. The file that was there is kept under another name,
 * with its write-ahead log. Nothing is changed before the copy has been read and checked.
 * @throws DatabaseRefused as `checkCopy`, and while a service runs on the file
 */
export async function restoreFile(copy: string, file: string, rows: Rows, at: Date): Promise<Restored> {
  const draft = `${file}.restored-${stamp(at)}`;
  await checkCopy(copy, rows);
  const lock = await ServiceLock.take(file);
  try {
    // Read and written by SQLite, for the copy may be a file with a write-ahead log.
    const contents = await copyChecked(copy, draft, rows);
    const replaced = existsSync(file) ? `${file}.replaced-${stamp(at)}` : undefined;
    if (replaced !== undefined) {
      renameSync(file, replaced);
      const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
      if (log && log.size > 0) renameSync(`${file}-wal`, `${replaced}-wal`);
    }
    for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    renameSync(draft, file);
    // Last: if the power fails before, the next start finds it and refuses to begin with an empty database.
    rmSync(`${file}-open`, { force: true });
    flush(dirname(file));
    return { ...contents, replaced };
  } catch (error) {
    throw readable(error, file);
  } finally {
    rmSync(draft, { force: true });
    await lock.release();
  }
}

async function copyChecked(source: string, target: string, rows: Rows): Promise<CopyContents> {
  const reader = await openReader(source, rows, new FileMarker(source));
  try {
    return await copyTo(target, reader, draft => checkCopy(draft, rows));
  } finally {
    await reader.destroy();
  }
}
