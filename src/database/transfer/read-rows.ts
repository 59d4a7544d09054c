import type { MovedTable, Row } from './moved-tables';

/** Queries one database; parameters are `?`. */
export type Query = <Result = Row>(sql: string, parameters?: readonly unknown[]) => Promise<Result[]>;

/** Limits of a batch: rows, and bytes of their blobs. */
const BATCH_ROWS = 2000;
const BATCH_BYTES = 4_194_304;

/** The rows of a table in the order of its key, in batches. The next one is read while the last one is used. */
export async function* readRows(
  query: Query,
  table: MovedTable,
  after?: Row,
): AsyncGenerator<readonly Row[], void> {
  let next = readBatch(query, table, after);
  // If it is never awaited, its failure must not end the process.
  next.catch(() => undefined);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (!last) return;
    next = readBatch(query, table, last);
    next.catch(() => undefined);
    yield rows;
  }
}

export async function countRows(query: Query, { name }: MovedTable): Promise<number> {
  const [row] = await query<{ count: number }>(`SELECT count(*) AS count FROM ${quoted(name)}`);
  return row?.count ?? 0;
}

async function readBatch(query: Query, table: MovedTable, after: Row | undefined): Promise<Row[]> {
  const size = await sizeOfBatch(query, table, after);
  const names = table.columns.map(({ name }) => quoted(name)).join(', ');
  return size === 0 ? [] : query(`SELECT ${names} ${from(table, after, size)}`, keyValues(table, after));
}

/** The number of rows of the next batch: fewer if they have pictures, but at least one. */
async function sizeOfBatch(query: Query, table: MovedTable, after: Row | undefined): Promise<number> {
  const carriers = table.columns.filter(({ kind }) => kind === 'bytes');
  if (carriers.length === 0) return BATCH_ROWS;
  const bytes = carriers.map(({ name }) => `coalesce(length(${quoted(name)}), 0)`).join(' + ');
  const rows = await query<{ bytes: number }>(
    `SELECT ${bytes} AS bytes ${from(table, after, BATCH_ROWS)}`,
    keyValues(table, after),
  );
  let sum = 0;
  const tooMany = rows.findIndex(row => (sum += row.bytes) > BATCH_BYTES);
  return tooMany < 0 ? rows.length : Math.max(tooMany, 1);
}

function from({ name, key }: MovedTable, after: Row | undefined, limit: number): string {
  const keys = key.map(quoted).join(', ');
  const where = after ? `WHERE (${keys}) > (${key.map(() => '?').join(', ')})` : '';
  return `FROM ${quoted(name)} ${where} ORDER BY ${keys} LIMIT ${limit}`;
}

const keyValues = ({ key }: MovedTable, row: Row | undefined) => (row ? key.map(name => row[name]) : []);

export function quoted(name: string): string {
  return `"${name}"`;
}
