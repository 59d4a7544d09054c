/** What became of a record that was put on file as described. */
export interface PutResult {
  readonly outcome: 'created' | 'changed' | 'left';
  /** The members that differed; none of a new record. */
  readonly members: readonly string[];
}

export interface PutOptions {
  /** Reports what would be done, and changes nothing. */
  readonly dryRun: boolean;
  /** What the record refers to and what counts as on file: it comes with the same file. */
  readonly alsoOnFile?: ReadonlySet<string>;
}

/** Compares what is wanted, which may be some members alone, with the record on file. */
export function compareWanted<T extends object>(before: T | undefined, wanted: Partial<T>): PutResult {
  if (!before) return { outcome: 'created', members: [] };
  const names = Object.keys(wanted) as (keyof T & string)[];
  const members = names.filter(name => wanted[name] !== undefined && !isSame(before[name], wanted[name]));
  return { outcome: members.length > 0 ? 'changed' : 'left', members };
}

/** Dates, lists and plain objects are compared by what they hold. */
function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [one, other] = [a, b] as Record<string, unknown>[];
  const names = Object.keys({ ...one, ...other });
  return Array.isArray(a) === Array.isArray(b) && names.every(name => isSame(one?.[name], other?.[name]));
}
