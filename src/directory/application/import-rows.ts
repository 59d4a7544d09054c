import { words } from '../../shared/enumeration';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import type { DirectoryChanges, DirectoryReads, DirectoryStorage } from './ports';
import { Rehearsal } from './rehearsal';

/** One row of an import. */
export interface ImportRow<Item> {
  /** Where it stands, from 1. */
  readonly row: number;
  /** PersonId or path; empty when it is at fault itself. */
  readonly key: string;
  /** Its other members, without those that are at fault. */
  readonly item: Item;
  readonly faults: readonly FieldProblem[];
}

export type Outcome = 'created' | 'changed' | 'left' | 'refused';

export const outcomes = words<Outcome>('UpsertOutcome', 'What became of a row', {
  created: 'it was new',
  changed: 'it differed from what was on file',
  left: 'it did not differ, and nothing was stored',
  refused: 'it is at fault',
});

export interface RowResult {
  readonly row: number;
  readonly key: string;
  readonly outcome: Outcome;
  readonly faults: readonly FieldProblem[];
}

export type Totals = Readonly<Record<Outcome, number>>;

export interface ImportOptions {
  /** Tells what would become of the rows, and changes nothing. */
  readonly dryRun: boolean;
  /** Stores the good rows although others are at fault. */
  readonly partial: boolean;
  /** What `row` counts, for faults that name another one. */
  readonly counted?: 'row' | 'line';
  /** Whether a record that belongs to these units may be edited. */
  readonly mayEdit: (structures: readonly string[]) => boolean;
  /** Most units that may be made because something below them is; as many as it takes when left out. */
  readonly maxUnitsAbove?: number;
  /** Told of every row, in order. */
  readonly onResult: (result: RowResult) => void;
}

/** What one kind of rows does to the directory, some rows at a time. */
export interface Importer<Item> {
  /** How much a row may cost, in characters that are looked up, written and indexed. */
  weightOf(row: ImportRow<Item>): number;
  /** Looks up what these rows are about. */
  begin(reads: DirectoryReads, rows: readonly ImportRow<Item>[]): Promise<void>;
  /** Decides about one of them. */
  judge(row: ImportRow<Item>): Omit<RowResult, 'row' | 'key'>;
  /** Writes what was decided since `begin`. */
  write(changes: DirectoryChanges): Promise<void>;
}

export const outsidePermission = 'is outside the record permission Edit';

/** Rows of one slice. Slices are so small that nobody who writes waits a quarter of a second for one. */
const MAX_ROWS = 250;
const MAX_WEIGHT = 50_000;

/** Rows that can be gone through more than once. */
export type Rows<Item> = Iterable<ImportRow<Item>> | AsyncIterable<ImportRow<Item>>;

/**
 * Imports rows: all of them, or none when one is at fault and `partial` does not say otherwise. All are judged by reading
 * alone, before the first is stored. They are then stored slice by slice, so that others get in between, and each slice is
 * judged once more by what is on file then.
 * @param importerOf makes one that knows of no row yet
 * @throws AppError VisitUpdateFailed when others have changed what a later slice is about, so that it cannot be stored;
 * StorageFault. Those before it are stored then, and the same rows again store the rest
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
    const rehearsal = new Rehearsal(storage.reads);
    const importer = importerOf();
    for await (const slice of slicesOf(rows, importer, options))
      results.push(...(await take(slice, importer, rehearsal)));
    if (dryRun || results.some(isRefused)) return tell(results, onResult);
  }
  return store(storage, rows, importerOf(), options);
}

async function store<Item>(
  storage: DirectoryStorage,
  rows: Rows<Item>,
  importer: Importer<Item>,
  options: ImportOptions,
): Promise<Totals> {
  let totals: Totals = { created: 0, changed: 0, left: 0, refused: 0 };
  for await (const slice of slicesOf(rows, importer, options)) {
    const results = await storage.change(async changes => {
      const result = await take(slice, importer, changes);
      return { keep: options.partial || !result.some(isRefused), result };
    });
    const isTakenBack = !options.partial && results.some(isRefused);
    if (isTakenBack && totals.created + totals.changed > 0)
      throw new AppError('VisitUpdateFailed', 'concurrent update');
    totals = sum(totals, tell(results, options.onResult));
    if (isTakenBack) return totals;
  }
  return totals;
}

/** What becomes of the rows of a slice. */
async function take<Item>(
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

function tell(results: readonly RowResult[], onResult: ImportOptions['onResult']): Totals {
  const totals = { created: 0, changed: 0, left: 0, refused: 0 };
  for (const result of results) {
    totals[result.outcome] += 1;
    onResult(result);
  }
  return totals;
}

function sum(one: Totals, other: Totals): Totals {
  return {
    created: one.created + other.created,
    changed: one.changed + other.changed,
    left: one.left + other.left,
    refused: one.refused + other.refused,
  };
}

function isRefused({ outcome }: RowResult): boolean {
  return outcome === 'refused';
}

export function refused(faults: readonly FieldProblem[]): Omit<RowResult, 'row' | 'key'> {
  return { outcome: 'refused', faults };
}

/** The faults of a row and those found besides; of one member the first. */
export function withFaults(
  faults: readonly FieldProblem[],
  found: readonly FieldProblem[],
): readonly FieldProblem[] {
  return [...faults, ...found.filter(({ field }) => !faults.some(known => known.field === field))];
}

function twinFault(
  { key, row }: ImportRow<unknown>,
  firstOf: Map<string, number>,
  counted: string,
): FieldProblem[] {
  const first = firstOf.get(key);
  if (key !== '' && first === undefined) firstOf.set(key, row);
  return first === undefined ? [] : [{ field: '', problem: `has the same key as ${counted} ${first}` }];
}

/** Slices of rows, each row with the fault of having the key of one before. */
async function* slicesOf<Item>(
  rows: Rows<Item>,
  importer: Importer<Item>,
  { counted = 'row' }: ImportOptions,
): AsyncGenerator<ImportRow<Item>[]> {
  const firstOf = new Map<string, number>();
  let slice: ImportRow<Item>[] = [];
  let weight = 0;
  for await (const given of rows) {
    const row = { ...given, faults: [...given.faults, ...twinFault(given, firstOf, counted)] };
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
