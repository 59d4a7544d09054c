import { pathToFileURL } from 'node:url';
import sqlite3 from 'sqlite3';

/** The header of a file; zeros if it is not a SQLite file. */
export interface RawHeader {
  readonly applicationId: number;
  readonly userVersion: number;
  readonly pageCount: number;
  readonly pageSize: number;
}

const READ = `SELECT application_id AS applicationId, user_version AS userVersion, page_count AS pageCount, page_size AS pageSize
  FROM pragma_application_id, pragma_user_version, pragma_page_count, pragma_page_size`;

/**
 * Reads the file without its log and regardless of locks. It has to be read by SQLite: opening and closing it in another way
 * would drop the locks that this process has on it.
 */
export function rawHeader(file: string): Promise<RawHeader> {
  const none = { applicationId: 0, userVersion: 0, pageCount: 0, pageSize: 0 };
  const url = `${pathToFileURL(file).href}?immutable=1`;
  return new Promise(resolve => {
    const connection = new sqlite3.Database(url, sqlite3.OPEN_READONLY | sqlite3.OPEN_URI, fault => {
      if (fault) return resolve(none);
      connection.get<RawHeader | undefined>(READ, (_, row) => connection.close(() => resolve(row ?? none)));
    });
  });
}
