import { type Command, Option } from 'commander';
import {
  DirectoryModule,
  ImportDirectory,
  type ImportOptions,
  OrgStructure,
  Person,
  personRow,
  type RowResult,
  type Rows,
  type Totals,
  unitRow,
} from '../directory';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { openRows, type RowFile, type RowFormat, rowFormatOf, rowFormats, type RowKind } from './import-file';
import { type Io, say } from './io';
import { readTextOf, shownName } from './read-file';
import { migrated, untouched, withServices } from './services';

interface Wishes {
  dryRun: boolean;
  partial: boolean;
  format?: RowFormat;
}

/** Rows between two lines of progress. */
const STEP = 1000;

const persons = { list: 'Persons', item: 'Person', type: Person, rowOf: personRow };
const units = { list: 'OrgStructures', item: 'OrgStructure', type: OrgStructure, rowOf: unitRow };

export function addImport(program: Command, io: Io): void {
  const command = program.command('import').description('makes and changes persons or org units from a file');
  const add = (name: string, description: string, run: (path: string, wishes: Wishes) => Promise<void>) =>
    command
      .command(name)
      .description(description)
      .argument(
        '<file>',
        '.csv with a first line that names the members, .json or .xml; - reads standard input',
      )
      .addOption(new Option('--format <format>', 'what the file is, whatever its name').choices(rowFormats))
      .option('--dry-run', 'shows what would be done and changes nothing', false)
      .option('--partial', 'stores the good rows although others are at fault', false)
      .action(run);
  add('persons', 'PersonId, Name, Surname, Email, Structure', (path, wishes) =>
    importFile(io, path, wishes, persons, (directory, rows, options) => directory.persons(rows, options)),
  );
  add('units', 'Structure, Title, Desc, ParentUnit, Type, Shortcut', (path, wishes) =>
    importFile(io, path, wishes, units, (directory, rows, options) => directory.units(rows, options)),
  );
}

async function importFile<T extends object, Change>(
  io: Io,
  path: string,
  { dryRun, partial, format }: Wishes,
  kind: RowKind<T, Change>,
  run: (directory: ImportDirectory, rows: Rows<Change>, options: ImportOptions) => Promise<Totals>,
): Promise<void> {
  const config = configFrom(io.env);
  const rowFormat = rowFormatOf(path, format);
  const name = shownName(path);
  const file = openRows(name, await readTextOf(io, path), rowFormat, kind, config.timeZone);
  const report = new Report(io, name, file.counted);
  // An operator of the machine: no record permission is asked.
  const options = { dryRun, partial, counted: file.counted, mayEdit: () => true, onResult: report.note };
  const totals = await withServices(
    dryRun ? untouched(config) : migrated(config),
    services => run(services.get(ImportDirectory), file.rows, options),
    [DirectoryModule],
  );
  const isStored = !dryRun && (partial || totals.refused === 0);
  report.finish(isStored || dryRun ? totals : { ...totals, created: 0, changed: 0, left: 0 }, isStored);
}

/** Tells faults as they are found, how far the import is, and what became of it. */
class Report {
  private count = 0;

  constructor(
    private readonly io: Io,
    private readonly path: string,
    private readonly counted: RowFile<unknown>['counted'],
  ) {}

  readonly note = ({ row, key, faults }: RowResult): void => {
    this.count += 1;
    if (this.count % STEP === 0) this.io.progress?.(`${this.count} rows`);
    const at = this.counted === 'line' ? `${this.path}:${row}` : `${this.path}: row ${row}`;
    for (const { field, problem } of faults)
      this.io.complain(`${[`${at}:`, field, key && `[${key}]`, problem].filter(Boolean).join(' ')}\n`);
  };

  /** @throws Failure when a row was at fault */
  finish({ created, changed, left, refused }: Totals, isStored: boolean): void {
    this.io.progress?.('');
    if (!isStored)
      say(this.io, refused > 0 ? 'rows are at fault: nothing was changed' : 'dry run: nothing was changed');
    say(this.io, `created ${created}, changed ${changed}, left ${left}, refused ${refused}`);
    if (refused > 0) throw new Failure(`${this.path}: ${refused} rows are at fault`, ExitCode.BadData);
  }
}
