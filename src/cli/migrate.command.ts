import type { Command } from 'commander';
import { rows } from '../app.rows';
import { migrationStatus, openDatabase } from '../database';
import { configFrom } from '../environment';
import { type Io, say } from './io';
import { migrated } from './services';

export function addMigrate(program: Command, io: Io): void {
  program
    .command('migrate')
    .description('brings the database to the version of this program, making it when it is missing')
    .option('--status', 'only tells which migrations were run and which are pending')
    .action(({ status }: { status?: true }) => (status ? showStatus(io) : migrate(io)));
}

async function showStatus(io: Io): Promise<void> {
  for (const { name, done } of await migrationStatus(configFrom(io.env), rows)) {
    say(io, `${done ? 'done' : 'pending'} ${name}`);
  }
}

async function migrate(io: Io): Promise<void> {
  const config = migrated(configFrom(io.env));
  const before = await migrationStatus(config, rows);
  const database = await openDatabase(config, rows);
  await database.close();
  const pending = before.filter(({ done }) => !done);
  for (const { name } of pending) say(io, `ran ${name}`);
  say(io, pending.length === 0 ? 'the database is up to date' : 'the database is now up to date');
}
