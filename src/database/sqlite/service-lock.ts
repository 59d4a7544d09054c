import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { DatabaseRefused } from '../database-refused';
import { rawHeader } from './raw-header';

const TRIES = 5;

/** Keeps the lock of the commit, and creates no other file. The header has the process id, for others to read. */
const TAKE = `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
  BEGIN EXCLUSIVE; PRAGMA user_version = ${process.pid}; COMMIT`;

/**
 * Only one service may use a file: two would have separate tokens and rates, and both would lead. The lock is held by the
 * operating system on a file beside the database, so it ends with its process. Commands do not need it.
 */
export class ServiceLock {
  private constructor(
    private readonly path: string,
    private readonly connection: sqlite3.Database,
  ) {}

  /** @throws DatabaseRefused if another service has it */
  static async take(file: string): Promise<ServiceLock> {
    const path = `${file}-lock`;
    for (let tries = 1; ; tries += 1) {
      const lock = await ServiceLock.attempt(path);
      if (lock) return lock;
      const { userVersion } = await rawHeader(path);
      // The previous holder may be removing it.
      if (tries < TRIES && !existsSync(path)) continue;
      throw new DatabaseRefused(
        file,
        `is in use by another service (process ${userVersion}): end that process, or name another file`,
      );
    }
  }

  /** The file is removed first: a process that opens it meanwhile notices that, and tries again. */
  async release(): Promise<void> {
    rmSync(this.path, { force: true });
    await new Promise(resolve => this.connection.close(resolve));
  }

  private static async attempt(path: string): Promise<ServiceLock | undefined> {
    create(path);
    const before = fileNumber(path);
    const connection = await opened(path);
    const isTaken = await new Promise(resolve => connection.exec(TAKE, fault => resolve(!fault)));
    if (isTaken && before !== undefined && before === fileNumber(path))
      return new ServiceLock(path, connection);
    await new Promise(resolve => connection.close(resolve));
    return undefined;
  }
}

/** SQLite would create it readable by others. */
function create(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function opened(path: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const connection: sqlite3.Database = new sqlite3.Database(path, sqlite3.OPEN_READWRITE, fault =>
      fault ? reject(fault) : resolve(connection),
    );
  });
}

function fileNumber(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}
