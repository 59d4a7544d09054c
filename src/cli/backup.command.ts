import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { rows } from '../app.rows';
import { backUpFile, checkCopy, type CopyContents, DatabaseRefused, restoreFile } from '../database';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { SystemClock } from '../runtime/system-clock';
import { type Io, say } from './io';

const ELSEWHERE = {
  memory: 'DATABASE_URL: sqlite::memory: keeps nothing, so there is nothing to back up or restore',
  server:
    'DATABASE_URL: names a PostgreSQL server: use pg_dump and pg_restore, as docs/deployment.md shows (The data)',
};

export function addBackup(program: Command, io: Io): void {
  program
    .command('backup')
    .description('writes a checked copy of the database file, also while the service runs')
    .argument('<file>', 'where the copy goes; a file that exists is not overwritten')
    .action((file: string) => backUp(io, resolve(file)));
  program
    .command('restore')
    .description('puts a copy in the place of the database file; stop the service first')
    .argument('<file>', 'a copy that `gatehouse backup` made')
    .option('--check', 'only reads and checks the copy', false)
    .action((file: string, { check }: { check: boolean }) =>
      check ? checkBackup(io, resolve(file)) : restore(io, resolve(file)),
    );
}

async function backUp(io: Io, target: string): Promise<void> {
  const contents = await naming(target, () => backUpFile(databaseFile(io), target, rows));
  say(io, `backed up to ${describe(target, contents)}`);
}

async function checkBackup(io: Io, copy: string): Promise<void> {
  const contents = await naming(copy, () => checkCopy(copy, rows));
  say(io, `can be restored: ${describe(copy, contents)}`);
}

async function restore(io: Io, copy: string): Promise<void> {
  const file = databaseFile(io);
  const { replaced, ...contents } = await naming(copy, () =>
    restoreFile(copy, file, rows, new SystemClock().now()),
  );
  say(io, `restored from ${describe(copy, contents)}`);
  if (replaced !== undefined) say(io, `the database before is kept as ${replaced}`);
}

function describe(copy: string, { visits, migrations }: CopyContents): string {
  const megabytes = (statSync(copy).size / 1_048_576).toFixed(1);
  return `${copy} (${megabytes} MB, ${visits} visits, ${migrations} migrations)`;
}

/** @throws Failure where the data is no file */
function databaseFile(io: Io): string {
  const { database } = configFrom(io.env);
  if (database.kind === 'file') return database.file;
  throw new Failure(ELSEWHERE[database.kind], ExitCode.Usage);
}

/** Names the argument, and not DATABASE_URL, where the file that was given is refused. */
async function naming<T>(given: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DatabaseRefused) || !error.database.startsWith(given)) throw error;
    throw new Failure(`${given} ${error.problem}`, ExitCode.InputOutput);
  }
}
