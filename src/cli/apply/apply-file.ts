import type { AdministerUsers, DescribedUser } from '../../auth';
import type { Database } from '../../database';
import {
  type DirectoryStorage,
  type ImportDirectory,
  type ImportOptions,
  personRow,
  unitRow,
  unitsAbove,
} from '../../directory';
import { type AdministerIdentifiers, identifierRequest } from '../../identifiers';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import type { PutOptions, PutResult } from '../../shared/put';
import type { TimeZone } from '../../shared/time-zone';
import {
  type AdministerActivityTypes,
  type AdministerVisitTypes,
  activityTypeRequest,
  visitTypeRequest,
} from '../../visit-types';
import { ApplyFault, type FileFault } from './apply-fault';
import { fieldName, type Path } from './located-file';
import { type FileCard, type Item, memberPath, readSections, type Reading } from './read-sections';

/** What writes the records. */
export interface Writers {
  readonly users: AdministerUsers;
  readonly activityTypes: AdministerActivityTypes;
  readonly visitTypes: AdministerVisitTypes;
  readonly directory: ImportDirectory;
  readonly directoryStorage: DirectoryStorage;
  readonly identifiers: AdministerIdentifiers;
}

/** One record of the file, or a unit above one of its units, and what became of it. */
interface Thing extends PutResult {
  readonly kind: 'activity type' | 'visit type' | 'org unit' | 'person' | 'user' | 'identifier';
  /** What others refer to it by. */
  readonly name: string;
}

export interface ApplyReport {
  readonly things: readonly Thing[];
  /** Keys made for new users; they are stored nowhere. */
  readonly keys: readonly { readonly login: string; readonly key: string }[];
}

/** Members that the file calls otherwise. */
const fileNames: Readonly<Record<string, string>> = { keyDigest: 'apiKey', description: 'desc' };

/**
 * Makes the database match a JSON or YAML file: all of it or nothing, in one transaction. Nothing is deleted.
 * @throws ApplyFault with every fault of the file; StorageFault
 */
export async function applyFile(
  text: string,
  { dryRun }: { dryRun: boolean },
  writers: Writers,
  database: Database,
  zone: TimeZone,
): Promise<ApplyReport> {
  const reading = readSections(text, zone);
  const planned = await new FileWriter(reading, writers, true).run();
  if (dryRun) return planned;
  return database.transaction(() => new FileWriter(reading, writers, false).run());
}

/** Goes through the file once. What others refer to comes first. */
class FileWriter {
  private readonly things: Thing[] = [];
  private readonly keys: { login: string; key: string }[] = [];
  private readonly faults: FileFault[];

  constructor(
    private readonly reading: Reading,
    private readonly writers: Writers,
    private readonly dryRun: boolean,
  ) {
    this.faults = [...reading.faults];
  }

  /** @throws ApplyFault */
  async run(): Promise<ApplyReport> {
    const { activityTypes, visitTypes, users, identifiers } = this.reading;
    const units = this.unitsOfFile();
    const { writers } = this;
    await this.putAll('activity type', activityTypes, ({ key, value }, options) =>
      writers.activityTypes.put(key, activityTypeRequest(value), options),
    );
    const alsoOnFile = new Set(activityTypes.map(({ key }) => key));
    await this.putAll('visit type', visitTypes, ({ key, value }, options) =>
      writers.visitTypes.put(key, visitTypeRequest(value), { ...options, alsoOnFile }),
    );
    await this.importUnits();
    await this.importPersons(units);
    await this.refuseUnknownUnits(units);
    await this.putAll('user', users, ({ key, value }, options) =>
      writers.users.put({ ...(value as DescribedUser), login: key }, options),
    );
    await this.putAll('identifier', identifiers, ({ key, value }, options) =>
      writers.identifiers.put(key, { ...identifierRequest(value), status: statusOf(value) }, options),
    );
    if (this.faults.length > 0) throw new ApplyFault(this.faults);
    return { things: this.things, keys: this.keys };
  }

  private async putAll<T>(
    kind: Thing['kind'],
    items: readonly Item<T>[],
    put: (item: Item<T>, options: PutOptions) => Promise<PutResult & { key?: string }>,
  ): Promise<void> {
    for (const item of items) {
      this.report(item.path, item.faults);
      if (item.key === '') continue;
      try {
        const { key, ...result } = await put(item, { dryRun: this.dryRun });
        this.note(kind, item.key, result);
        if (key !== undefined) this.keys.push({ login: item.key, key });
      } catch (error) {
        if (!(error instanceof AppError) || !error.details) throw error;
        this.report(item.path, error.details);
      }
    }
  }

  private async importUnits(): Promise<void> {
    const items = this.reading.organizationalStructure;
    const listed = new Set(items.map(({ key }) => key));
    const blank = { title: '', description: '', type: '', shortcut: '' };
    const rows = items.map((item, index) => unitRow(item, index));
    await this.writers.directory.units(
      rows.map(row => ({ ...row, item: { ...blank, ...row.item } })),
      this.options('org unit', items, path => {
        if (!listed.has(path)) this.note('org unit', path, { outcome: 'created', members: [] });
      }),
    );
  }

  private async importPersons(units: ReadonlySet<string>): Promise<void> {
    const items = this.reading.persons;
    const blank = { email: '', structure: '' };
    const rows = items.map((item, index) => personRow(item, index));
    await this.writers.directory.persons(
      rows.map(row => ({ ...row, item: { ...blank, ...row.item } })),
      { ...this.options('person', items), alsoOnFile: units },
    );
  }

  /** One row at fault undoes the transaction, so all are stored at once instead of being judged again before. */
  private options(
    kind: Thing['kind'],
    items: readonly Item<object>[],
    onUnitAbove: (path: string) => void = () => undefined,
  ): ImportOptions {
    return {
      dryRun: this.dryRun,
      partial: true,
      mayEdit: () => true,
      onResult: ({ row, key, outcome, faults, members = [], above = [] }) => {
        above.forEach(onUnitAbove);
        if (outcome !== 'refused') this.note(kind, key, { outcome, members });
        // A key that comes twice was reported when the file was read.
        else
          this.report(
            items[row]?.path ?? [],
            faults.filter(({ field }) => field !== ''),
          );
      },
    };
  }

  /** Those of the file and all above them, also of items that are at fault: a reference to one is no second fault. */
  private unitsOfFile(): ReadonlySet<string> {
    return new Set(this.reading.organizationalStructure.flatMap(({ key }) => [...unitsAbove(key), key]));
  }

  private async refuseUnknownUnits(units: ReadonlySet<string>): Promise<void> {
    const named = this.reading.users.flatMap(unitsNamedBy);
    const stored = await this.writers.directoryStorage.reads.units(named.map(({ unit }) => unit));
    const onFile = new Set(stored.map(({ structure }) => structure));
    for (const { path, unit } of named)
      if (!units.has(unit) && !onFile.has(unit))
        this.reportAt(path, 'names an org unit that neither the file nor the database has');
  }

  private note(kind: Thing['kind'], name: string, { outcome, members }: PutResult): void {
    this.things.push({ kind, name, outcome, members: members.map(member => fileNames[member] ?? member) });
  }

  private report(item: Path, faults: readonly FieldProblem[]): void {
    for (const { field, problem } of faults) this.reportAt([...item, ...memberPath(field)], problem);
  }

  private reportAt(path: Path, problem: string): void {
    this.faults.push({ line: this.reading.file.lineOf(path), field: fieldName(path), problem });
  }
}

/** Null: stays as it is. */
function statusOf({ Lost }: Partial<FileCard>): 0 | 2 | null {
  if (typeof Lost !== 'number') return null;
  return Lost === 1 ? 2 : 0;
}

function unitsNamedBy({ path, value }: Item<DescribedUser>): { path: Path; unit: string }[] {
  return Object.entries(value.recordPermissions ?? {}).flatMap(([agenda, permissions]) =>
    Object.entries(permissions).flatMap(([right, units]) =>
      typeof units === 'string'
        ? []
        : units.map((unit, index) => ({ path: [...path, 'recordPermissions', agenda, right, index], unit })),
    ),
  );
}
