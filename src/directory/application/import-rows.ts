import type { FieldProblem } from '../../shared/errors/app-error';
import type { DirectoryChanges, DirectoryStorage } from './ports';

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

export interface RowResult {
  readonly row: number;
  readonly key: string;
  readonly outcome: Outcome;
  readonly faults: readonly FieldProblem[];
}

export type Totals = Readonly<Record<Outcome, number>>;

export interface ImportOptions {
  /** Does the same work and takes it back. */
  readonly dryRun: boolean;
  /** Stores the good rows although others are at fault. */
  readonly partial: boolean;
  /** What `row` counts, for faults that name another one. */
  readonly counted?: 'row' | 'line';
  /** Whether a record that belongs to these units may be edited. */
  readonly mayEdit: (structures: readonly string[]) => boolean;
  /** Told of every row, in order. */
  readonly onResult: (result: RowResult) => void;
}

/** What one kind of rows does to the directory, some rows at a time. */
export interface Importer<Item> {
  /** Looks up what these rows are about. */
  begin(changes: DirectoryChanges, rows: readonly ImportRow<Item>[]): Promise<void>;
  /** Decides about one of them. */
  judge(row: ImportRow<Item>): Omit<RowResult, 'row' | 'key'>;
  /** Writes what was decided since `begin`. */
  write(changes: DirectoryChanges): Promise<void>;
}

export const outsidePermission = 'is outside the record permission Edit';

/** Rows that are looked up and written at once: a few statements for all of them. */
const CHUNK = 500;

/**
 * Imports rows in one transaction: all of them, or none when one is at fault and `partial` does not say otherwise.
 * @throws StorageFault
 */
export function importRows<Item>(
  storage: DirectoryStorage,
  rows: Iterable<ImportRow<Item>> | AsyncIterable<ImportRow<Item>>,
  importer: Importer<Item>,
  { dryRun, partial, counted = 'row', onResult }: ImportOptions,
): Promise<Totals> {
  return storage.change(async changes => {
    const result = { created: 0, changed: 0, left: 0, refused: 0 };
    const firstOf = new Map<string, number>();
    for await (const chunk of chunksOf(rows)) {
      await importer.begin(changes, chunk);
      for (const given of chunk) {
        const row = { ...given, faults: [...given.faults, ...twinFault(given, firstOf, counted)] };
        const verdict = row.key === '' ? refused(row.faults) : importer.judge(row);
        result[verdict.outcome] += 1;
        onResult({ row: row.row, key: row.key, ...verdict });
      }
      await importer.write(changes);
    }
    return { keep: !dryRun && (partial || result.refused === 0), result };
  });
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

async function* chunksOf<T>(rows: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
