import { words } from '../../shared/enumeration';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import type { DirectoryChanges, DirectoryReads, DirectoryStorage } from './ports';
import { DryRunChanges } from './dry-run-changes';

/** One row of an import. */
export interface ImportRow<Item> {
  /** Row number, from 1. */
  readonly row: number;
  /** PersonId or path; empty if malformed. */
  readonly key: string;
  /** The other members, without malformed ones. */
  readonly item: Item;
  readonly faults: readonly FieldProblem[];
}

export type Outcome = 'created' | 'changed' | 'left' | 'refused';

export const outcomes = words<Outcome>('UpsertOutcome', 'Outcome of a row', {
  created: 'it was new',
  changed: 'it differed from the stored record',
  left: 'it was equal to the stored record',
  refused: 'it has a fault',
});

export interface RowResult {
  readonly row: number;
  readonly key: string;
  readonly outcome: Outcome;
  readonly faults: readonly FieldProblem[];
  /** Of a changed one: the members that differed. */
  readonly members?: readonly string[];
  /** Paths of the units that are made because they are above this one, from the root down. */
  readonly above?: readonly string[];
}

export type Totals = Readonly<Record<Outcome, number>>;

export interface ImportOptions {
  /** Reports the outcome of each row without storing anything. */
  readonly dryRun: boolean;
  /** Stores the valid rows even if others have faults. */
  readonly partial: boolean;
  /** The unit of `row`, for faults that refer to another row. */
  readonly counted?: 'row' | 'line';
  /** Whether a record of these units may be edited. */
  readonly mayEdit: (structures: readonly string[]) => boolean;
  /** Units that count as on file: they come with the same file as the persons. */
  readonly alsoOnFile?: ReadonlySet<string>;
  /** Maximum number of units created only as parents of others. Default: no limit. */
  readonly maxUnitsAbove?: number;
  /** Called for every row, in order. */
  readonly onResult: (result: RowResult) => void;
}

/** Imports one kind of rows, slice by slice. */
export interface Importer<Item> {
  /** Upper bound of the cost of a row, in characters read, written and indexed. */
  weightOf(row: ImportRow<Item>): number;
  /** Reads the records that these rows refer to. */
  begin(reads: DirectoryReads, rows: readonly ImportRow<Item>[]): Promise<void>;
  /** Decides the outcome of one of these rows. */
  judge(row: ImportRow<Item>): Omit<RowResult, 'row' | 'key'>;
  /** Writes the changes decided since `begin`. */
  write(changes: DirectoryChanges): Promise<void>;
}

export const outsidePermission = 'is outside the record permission Edit';

/** Limits of a slice. Other writers wait less than a quarter of a second for one. */
const MAX_ROWS = 250;
const MAX_WEIGHT = 50_000;

/** Rows that can be iterated more than once. */
export type Rows<Item> = Iterable<ImportRow<Item>> | AsyncIterable<ImportRow<Item>>;

/**
 * Imports rows. Without `partial`, one row with a fault refuses all: all rows are judged by a dry run before the first is
 * stored. Rows are stored in one transaction a slice, so that other writers get in between. Each slice is judged again in
 * its transaction.
 * @param importerOf creates an importer without state
 * @throws AppError VisitUpdateFailed if a concurrent change makes a later slice invalid; StorageFault. The slices before
 * it stay stored, and the same rows again store the rest
 */
export async function importRows<Item>(
  storage: DirectoryStorage,
  rows: Rows<Item>,
  importerOf: () => Importer<Item>,
  options: ImportOptions,
): Promise<Totals> {
  const { dryRun, partial, onResult } = options;
  if (dryRun || !partial) {
    const results: RowResult[] = [];
    const changes = new DryRunChanges(storage.reads);
    const importer = importerOf();
    for await (const slice of slicesOf(rows, importer, options))
      results.push(...(await importSlice(slice, importer, changes)));
    if (dryRun || results.some(isRefused)) return report(results, onResult, noRows());
  }
  return store(storage, rows, importerOf(), options);
}

async function store<Item>(
  storage: DirectoryStorage,
  rows: Rows<Item>,
  importer: Importer<Item>,
  options: ImportOptions,
): Promise<Totals> {
  const totals = noRows();
  for await (const slice of slicesOf(rows, importer, options)) {
    const results = await storage.change(async changes => {
      const result = await importSlice(slice, importer, changes);
      return { keep: options.partial || !result.some(isRefused), result };
    });
    const isRolledBack = !options.partial && results.some(isRefused);
    if (isRolledBack && totals.created + totals.changed > 0)
      throw new AppError('VisitUpdateFailed', 'concurrent update');
    report(results, options.onResult, totals);
    if (isRolledBack) return totals;
  }
  return totals;
}

async function importSlice<Item>(
  slice: readonly ImportRow<Item>[],
  importer: Importer<Item>,
  changes: DirectoryChanges,
): Promise<RowResult[]> {
  await importer.begin(changes, slice);
  const results = slice.map(row => {
    const verdict = row.key === '' ? refused(row.faults) : importer.judge(row);
    return { row: row.row, key: row.key, ...verdict };
  });
  await importer.write(changes);
  return results;
}

const noRows = () => ({ created: 0, changed: 0, left: 0, refused: 0 });

/** Reports each result and adds it to the totals. */
function report(
  results: readonly RowResult[],
  onResult: ImportOptions['onResult'],
  totals: Record<Outcome, number>,
): Totals {
  for (const result of results) {
    totals[result.outcome] += 1;
    onResult(result);
  }
  return totals;
}

function isRefused({ outcome }: RowResult): boolean {
  return outcome === 'refused';
}

export function refused(faults: readonly FieldProblem[]): Omit<RowResult, 'row' | 'key'> {
  return { outcome: 'refused', faults };
}

/** The faults of a row and further ones; the first of each member counts. */
export function withFaults(
  faults: readonly FieldProblem[],
  found: readonly FieldProblem[],
): readonly FieldProblem[] {
  return [...faults, ...found.filter(({ field }) => !faults.some(known => known.field === field))];
}

function duplicateFault(
  { key, row }: ImportRow<unknown>,
  firstOf: Map<string, number>,
  counted: string,
): FieldProblem[] {
  const first = firstOf.get(key);
  if (key !== '' && first === undefined) firstOf.set(key, row);
  return first === undefined ? [] : [{ field: '', problem: `has the same key as ${counted} ${first}` }];
}

/** Splits rows into slices, and adds a fault to a row that has the key of an earlier one. */
async function* slicesOf<Item>(
  rows: Rows<Item>,
  importer: Importer<Item>,
  { counted = 'row' }: ImportOptions,
): AsyncGenerator<ImportRow<Item>[]> {
  const firstOf = new Map<string, number>();
  let slice: ImportRow<Item>[] = [];
  let weight = 0;
  for await (const given of rows) {
    const row = { ...given, faults: [...given.faults, ...duplicateFault(given, firstOf, counted)] };
    const more = importer.weightOf(row);
    if (slice.length >= MAX_ROWS || (slice.length > 0 && weight + more > MAX_WEIGHT)) {
      yield slice;
      slice = [];
      weight = 0;
    }
    slice.push(row);
    weight += more;
  }
  if (slice.length > 0) yield slice;
}
