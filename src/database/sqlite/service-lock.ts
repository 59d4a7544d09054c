import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { DatabaseRefused } from '../database-refused';
import { rawHeader } from './raw-header';

const TRIES = 5;

/** Keeps the lock of the commit, and makes no other file. The number of the process stands in the header, for others to read. */
const TAKE = `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
  BEGIN EXCLUSIVE; PRAGMA user_version = ${process.pid}; COMMIT`;

/**
 * One service to a file: two would have tokens and rates of their own, and each would take itself for the leader. It is held by a
 * lock of the system on a file beside, and so ends with its process, however that ends. Commands do without.
 */
export class ServiceLock {
  private constructor(
    private readonly path: string,
    private readonly connection: sqlite3.Database,
  ) {}

  /** @throws DatabaseRefused where another service has it */
  static async take(file: string): Promise<ServiceLock> {
    const path = `${file}-lock`;
    for (let tries = 1; ; tries += 1) {
      const lock = await ServiceLock.attempt(path);
      if (lock) return lock;
      const { userVersion } = await rawHeader(path);
      // The one before may be removing it just now.
      if (tries < TRIES && !existsSync(path)) continue;
      throw new DatabaseRefused(
        file,
        `is in use by another service (process ${userVersion}): end that process, or name another file`,
      );
    }
  }

  /** The file goes first: whoever opens it meanwhile finds it gone, and begins anew. */
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

/** SQLite would let others read it. */
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
