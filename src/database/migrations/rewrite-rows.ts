import type { QueryRunner } from 'typeorm';
import { engineOf, query } from '../statements';

/** A row of any table whose key is `seq`, by the names of its columns. */
export type Row = Readonly<Record<string, string | number | null>> & { readonly seq: number };
export type Texts = Readonly<Record<string, string | null>>;

const BATCH = 1000;

/**
 * Reads the columns `from` of a table, some rows at a time, and writes what `texts` makes of each row. Rows for which it
 * answers undefined stay as they are.
 */
export async function rewriteRows(
  runner: QueryRunner,
  table: string,
  from: readonly string[],
  texts: (row: Row) => Texts | undefined,
): Promise<void> {
  for (let last = 0; ;) {
    const rows = await query<Row>(
      runner.manager,
      `SELECT seq, ${from.join(', ')} FROM "${table}" WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`,
      [last],
    );
    const newest = rows.at(-1);
    if (!newest) return;
    await write(
      runner,
      table,
      rows.flatMap(row => {
        const changed = texts(row);
        return changed ? [{ ...changed, seq: row.seq }] : [];
      }),
    );
    last = newest.seq;
  }
}

async function write({ manager }: QueryRunner, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter(name => name !== 'seq');
  const each =
    engineOf(manager) === 'postgres' ? 'json_array_elements(?::json) AS each (value)' : 'json_each(?)';
  await query(
    manager,
    `UPDATE "${table}" SET ${columns.map(name => `${name} = value->>'${name}'`).join(', ')}
      FROM ${each} WHERE "${table}".seq = CAST(value->>'seq' AS integer)`,
    [JSON.stringify(rows)],
  );
}
