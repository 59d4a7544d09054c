import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { ApplyFault, ApplyFile, type ApplyReport } from '../apply';
import { ApiKeys } from '../auth';
import { Database } from '../database';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { Clock } from '../shared/clock';
import { Random } from '../shared/random';
import { TimeZone } from '../shared/time-zone';
import { type Io, say } from './io';
import { migrated, untouched, withServices } from './services';

export function addApply(program: Command, io: Io): void {
  program
    .command('apply')
    .description('makes the database match a JSON or YAML file: all or nothing, and nothing is deleted')
    .argument('<file>', 'users, organizationalStructure, persons, activityTypes, visitTypes, identifiers')
    .option('--dry-run', 'shows what would be done and changes nothing', false)
    .action((file: string, { dryRun }: { dryRun: boolean }) => apply(io, file, dryRun));
}

async function apply(io: Io, path: string, dryRun: boolean): Promise<void> {
  const config = configFrom(io.env);
  const text = readText(path);
  const report = await withServices(dryRun ? untouched(config) : migrated(config), async services => {
    const file = new ApplyFile(
      services.get(Database),
      services.get(ApiKeys),
      services.get(Random),
      services.get(Clock),
      services.get(TimeZone),
    );
    return file.execute(text, { dryRun }).catch((error: unknown) => {
      throw error instanceof ApplyFault ? new Failure(faultsOf(path, error), ExitCode.BadData) : error;
    });
  });
  if (dryRun) say(io, 'dry run: nothing was changed');
  show(io, report, dryRun);
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) throw new Failure(`${path}: is not UTF-8`, ExitCode.BadData);
  return bytes.toString('utf8');
}

function faultsOf(path: string, { faults }: ApplyFault): string {
  return faults.map(({ line, field, problem }) => `${path}:${line}: ${field} ${problem}`).join('\n');
}

function show(io: Io, { things, keys }: ApplyReport, dryRun: boolean): void {
  const count = { created: 0, changed: 0, left: 0 };
  for (const { kind, name, outcome, members } of things) {
    count[outcome] += 1;
    say(io, `${outcome} ${kind} ${name}${members.length > 0 ? `: ${members.join(', ')}` : ''}`);
  }
  for (const { login, key } of dryRun ? [] : keys) say(io, `API key of ${login}, shown this once: ${key}`);
  say(io, `created ${count.created}, changed ${count.changed}, left ${count.left}`);
}
