import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { DatabaseRefused } from '../database-refused';
import { migrations, refuseUnknown } from '../migrations';

/** "Gths", in the header of each file that this program created. */
export const APPLICATION_ID = 0x47746873;

/** Reads only the header, before SQLite may touch the file. */
export function refuseForeign(file: string): void {
  if (statSync(file).size === 0) {
    throw new DatabaseRefused(
      file,
      'is empty where data is expected: restore a backup, or remove the file to begin anew',
    );
  }
  const header = Buffer.alloc(100);
  const handle = openSync(file, constants.O_RDONLY);
  try {
    readSync(handle, header, 0, 100, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new DatabaseRefused(
      file,
      'is damaged or no SQLite database: restore a backup, or name another file',
    );
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new DatabaseRefused(file, 'belongs to another program: name another file');
  }
}

/** Finds overwritten and missing pages. Takes as long as reading the file once. */
export async function refuseDamaged(source: DataSource, file: string): Promise<void> {
  const rows = await source.query<{ quick_check: string }[]>('PRAGMA quick_check(1)');
  if (rows[0]?.quick_check !== 'ok') {
    throw new DatabaseRefused(file, 'is damaged (quick_check): restore a backup');
  }
}

/** @returns whether migrations are missing */
export async function refuseNewer(source: DataSource, file: string): Promise<boolean> {
  const done = await migrationsRun(source);
  refuseUnknown('sqlite', done, file);
  return done.length < migrations.sqlite.length;
}

/** Names of the migrations that were run on this file, oldest first. */
export async function migrationsRun(source: DataSource): Promise<string[]> {
  const tables = await source.query<unknown[]>(`SELECT 1 FROM sqlite_master WHERE name = 'migrations'`);
  if (tables.length === 0) return [];
  const rows = await source.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return rows.map(({ name }) => name);
}
