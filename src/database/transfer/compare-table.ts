import { createHash, type Hash } from 'node:crypto';
import { encoded, keyOf, type MovedTable, type Row } from './moved-tables';
import { type Query, readRows } from './read-rows';

/** The contents of a table on one side. The digest covers all values of all rows, in the order of their keys. */
interface Contents {
  readonly rows: number;
  readonly digest: string;
}

export interface Comparison {
  readonly table: string;
  readonly source: Contents;
  readonly target: Contents;
  readonly isEqual: boolean;
  /** The first row that is missing, additional or changed on the target. */
  readonly firstDifference: string | undefined;
}

/** Reads a table on both sides at the same time, in batches. */
export async function compareTable(
  table: MovedTable,
  source: Query,
  target: Query,
  progress: (done: number) => void,
): Promise<Comparison> {
  const [ours, theirs] = [new Side(table, source), new Side(table, target)];
  let firstDifference: string | undefined;
  for (;;) {
    const [our, their] = await Promise.all([ours.next(), theirs.next()]);
    if (our.length === 0 && their.length === 0) break;
    firstDifference ??= differenceOf(table, our, their);
    progress(ours.rows);
  }
  const [a, b] = [ours.contents(), theirs.contents()];
  return {
    table: table.name,
    source: a,
    target: b,
    isEqual: a.rows === b.rows && a.digest === b.digest,
    firstDifference,
  };
}

interface Encoded {
  readonly row: Row;
  readonly text: string;
}

class Side {
  rows = 0;
  private readonly hash: Hash = createHash('sha256');
  private readonly batches: AsyncGenerator<readonly Row[], void>;

  constructor(
    private readonly table: MovedTable,
    query: Query,
  ) {
    this.batches = readRows(query, table);
  }

  async next(): Promise<readonly Encoded[]> {
    const next = await this.batches.next();
    const rows = next.done ? [] : next.value;
    this.rows += rows.length;
    return rows.map(row => {
      const text = encoded(this.table, row);
      this.hash.update(text).update('\n');
      return { row, text };
    });
  }

  contents(): Contents {
    return { rows: this.rows, digest: this.hash.digest('hex') };
  }
}

/** Up to the first difference, batches of both sides have the same rows. */
function differenceOf(
  table: MovedTable,
  our: readonly Encoded[],
  their: readonly Encoded[],
): string | undefined {
  for (let n = 0; n < Math.max(our.length, their.length); n += 1) {
    const [one, other] = [our[n], their[n]];
    if (one?.text === other?.text) continue;
    const order = one && other ? orderOf(table, one.row, other.row) : one ? -1 : 1;
    if (one && order < 0) return `${keyOf(table, one.row)} is missing`;
    if (other && order > 0) return `${keyOf(table, other.row)} is additional`;
    return one && `${keyOf(table, one.row)} is changed`;
  }
  return undefined;
}

/** Compares keys as both engines sort them. */
function orderOf({ key }: MovedTable, one: Row, other: Row): number {
  for (const name of key) {
    const [a, b] = [one[name], other[name]];
    const order =
      typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
    if (order !== 0) return order;
  }
  return 0;
}
