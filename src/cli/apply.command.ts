import type { Command } from 'commander';
import { AdministerUsers } from '../auth';
import { Database } from '../database';
import { DirectoryModule, DirectoryStorage, ImportDirectory } from '../directory';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { AdministerIdentifiers, IdentifiersModule } from '../identifiers';
import { TimeZone } from '../shared/time-zone';
import { AdministerActivityTypes, AdministerVisitTypes, VisitTypesModule } from '../visit-types';
import { ApplyFault } from './apply/apply-fault';
import { applyFile, type ApplyReport } from './apply/apply-file';
import { type Io, say } from './io';
import { refuseUnseenKeys } from './unseen-keys';
import { readTextOf, shownName } from './read-file';
import { migrated, untouched, withServices } from './services';

export function addApply(program: Command, io: Io): void {
  program
    .command('apply')
    .description('makes the database match a JSON or YAML file: all or nothing, and nothing is deleted')
    .argument(
      '<file>',
      'users, organizationalStructure, persons, activityTypes, visitTypes, identifiers; - reads standard input',
    )
    .option('--dry-run', 'shows what would be done and changes nothing', false)
    .action((file: string, { dryRun }: { dryRun: boolean }) => apply(io, file, dryRun));
}

async function apply(io: Io, path: string, dryRun: boolean): Promise<void> {
  const config = configFrom(io.env);
  const text = await readTextOf(io, path);
  const report = await withServices(
    dryRun ? untouched(config) : migrated(config),
    services => {
      const writers = {
        users: services.get(AdministerUsers),
        activityTypes: services.get(AdministerActivityTypes),
        visitTypes: services.get(AdministerVisitTypes),
        directory: services.get(ImportDirectory),
        directoryStorage: services.get(DirectoryStorage),
        identifiers: services.get(AdministerIdentifiers),
      };
      return applyFile(text, { dryRun }, writers, services.get(Database), services.get(TimeZone));
    },
    [DirectoryModule, IdentifiersModule, VisitTypesModule],
  ).catch((error: unknown) => {
    throw error instanceof ApplyFault
      ? new Failure(faultsOf(shownName(path), error), ExitCode.BadData)
      : error;
  });
  if (dryRun) say(io, 'dry run: nothing was changed');
  await show(io, report, dryRun);
}

/** A file of another kind is at fault on every line: more would hide that. */
const MOST_UNREADABLE_LINES = 10;
const MOST_FAULTS = 100;

function faultsOf(name: string, { faults }: ApplyFault): string {
  const most = faults.every(({ field }) => field === 'the file') ? MOST_UNREADABLE_LINES : MOST_FAULTS;
  const lines = faults
    .slice(0, most)
    .map(({ line, field, problem }) => `${name}:${line}: ${field} ${problem}`);
  const left = faults.length - lines.length;
  return [...lines, ...(left > 0 ? [`${name}: and ${left} more faults`] : [])].join('\n');
}

async function show(io: Io, { things, keys }: ApplyReport, dryRun: boolean): Promise<void> {
  const count = { created: 0, changed: 0, left: 0 };
  for (const { kind, name, outcome, members } of things) {
    count[outcome] += 1;
    say(io, `${outcome} ${kind} ${onOneLine(name)}${members.length > 0 ? `: ${members.join(', ')}` : ''}`);
  }
  const made = dryRun ? [] : keys;
  for (const { login, key } of made) say(io, `API key of ${login}, shown this once: ${key}`);
  say(io, `created ${count.created}, changed ${count.changed}, left ${count.left}`);
  await refuseUnseenKeys(
    io,
    made.map(({ login }) => login),
  );
}

/** A name may have line breaks; a line of the report may not. */
function onOneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}
