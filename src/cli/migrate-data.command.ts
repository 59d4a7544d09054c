import type { Command } from 'commander';
import { rows } from '../app.rows';
import type { ServerLocation } from '../config/app-config';
import { databaseUrl } from '../config/database-url';
import { type Comparison, Transfer, TransferRefused } from '../database';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { type Io, say, sayTable } from './io';
import { progressOf } from './progress';

interface Options {
  from: string;
  to: string;
  verify: boolean;
}

interface Places {
  readonly file: string;
  readonly server: ServerLocation;
}

export function addMigrateData(program: Command, io: Io): void {
  program
    .command('migrate-data')
    .description(
      'moves all data of a database file to an empty database of PostgreSQL; stop the service first',
    )
    .requiredOption('--from <url>', 'sqlite:FILE, which is only read')
    .requiredOption(
      '--to <url>',
      'postgres://USER:PASSWORD@HOST:PORT/NAME; the password may be in PGPASSWORD instead',
    )
    .option('--verify', 'compares both sides row by row, also where all was moved before', false)
    .action((options: Options) => migrateData(io, options));
}

async function migrateData(io: Io, options: Options): Promise<void> {
  const places = placesOf(io, options);
  io.progress?.('looking through both sides');
  try {
    const transfer = await Transfer.open(places.file, places.server, rows);
    try {
      if (options.verify && (await transfer.isFilled()))
        say(io, 'the target has rows already: nothing is moved, both sides are compared');
      else await move(io, transfer);
      if (options.verify) show(io, await transfer.compare(progressOf(io, 'comparing')));
    } finally {
      await transfer.close();
    }
  } catch (error) {
    io.progress?.('');
    throw error instanceof TransferRefused ? failureOf(error, places) : error;
  }
}

/** @throws Failure with all that is wrong with the options */
function placesOf(io: Io, { from, to }: Options): Places {
  const [source, target] = [databaseUrl(from), databaseUrl(to)];
  const faults = [
    ...(source?.kind === 'file' ? [] : ['--from: must be sqlite:FILE']),
    ...(target?.kind === 'server'
      ? []
      : ['--to: must be postgres://USER:PASSWORD@HOST:PORT/NAME, with %xx for what is special in a URL']),
  ];
  const { database: server } = configFrom({
    ...io.env,
    ...(target?.kind === 'server' && { DATABASE_URL: to }),
  });
  if (faults.length > 0 || source?.kind !== 'file' || server.kind !== 'server')
    throw new Failure(faults.join('\n'), ExitCode.Usage);
  return { file: source.file, server };
}

async function move(io: Io, transfer: Transfer): Promise<void> {
  const rowsMoved = new Map<string, number>();
  const progress = progressOf(io, 'moving');
  await transfer.move((table, done, total) => {
    rowsMoved.set(table, done);
    progress(table, done, total);
  });
  const sum = [...rowsMoved.values()].reduce((one, other) => one + other, 0);
  say(io, `all ${sum} rows of ${rowsMoved.size} tables are moved`);
}

/** @throws Failure when a table differs */
function show(io: Io, comparisons: readonly Comparison[]): void {
  const lines = comparisons.map(({ table, source, target, isEqual, firstDifference }) => [
    table,
    String(source.rows),
    String(target.rows),
    isEqual ? 'equal' : `differs: ${firstDifference}`,
  ]);
  sayTable(io, [['table', 'rows', 'moved', 'digest'], ...lines], [1, 2]);
  const different = comparisons.filter(({ isEqual }) => !isEqual).map(({ table }) => table);
  if (different.length > 0) throw new Failure(`not equal: ${different.join(', ')}`, ExitCode.BadData);
  say(io, 'both sides are equal');
}

/** By the option that names the side. */
function failureOf({ faults }: TransferRefused, { file }: Places): Failure {
  const lines = faults.map(
    ({ database, problem }) => `${database === file ? '--from' : '--to'}: ${database} ${problem}`,
  );
  return new Failure(lines.join('\n'), ExitCode.InputOutput);
}
