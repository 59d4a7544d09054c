import type { AppConfig } from '../config/app-config';
import { Database } from './database';
import { migrations } from './migrations';
import { migrationsOfServer, openPostgres } from './postgres/open-postgres';
import type { Rows } from './source-options';
import { migrationsOfFile, openInMemory, openSqlite } from './sqlite/open-sqlite';

type DatabaseSettings = Pick<AppConfig, 'database' | 'migrateOnStart'> &
  Partial<Pick<AppConfig, 'migrationCopies'>>;

/**
 * Opens the database that the settings name. Creates and migrates it first if `config.migrateOnStart` allows that.
 * @param options `asService`: for the one service of a file, and not for a command
 * @throws DatabaseRefused if it is missing, empty, damaged, not ours, of a newer version, in use, or cannot be reached
 */
export async function openDatabase(
  { database, migrateOnStart: mayMigrate, migrationCopies: copies }: DatabaseSettings,
  rows: Rows,
  options: { asService?: boolean } = {},
): Promise<Database> {
  switch (database.kind) {
    case 'memory':
      return new Database(await openInMemory(rows));
    case 'file':
      return new Database(await openSqlite(database.file, rows, { mayMigrate, copies, ...options }));
    case 'server':
      return new Database(await openPostgres(database, rows, mayMigrate));
  }
}

/** What `gatehouse migrate --status` reports: the names of all migrations, and whether each was run here. */
export async function migrationStatus(
  { database }: Pick<AppConfig, 'database'>,
  rows: Rows,
): Promise<{ name: string; done: boolean }[]> {
  const done =
    database.kind === 'server'
      ? await migrationsOfServer(database, rows)
      : database.kind === 'file'
        ? await migrationsOfFile(database.file, rows)
        : [];
  return migrations[database.kind === 'server' ? 'postgres' : 'sqlite'].map(({ name }) => ({
    name,
    done: done.includes(name),
  }));
}
