import { keyOf, type Kind, type MovedColumn, type MovedTable } from './moved-tables';
import { type Query, quoted } from './read-rows';

/** Faults that are reported for each table. */
const REPORTED = 20;

/**
 * Finds what PostgreSQL would refuse, before anything is written: SQLite accepts any value of any length in any column, and
 * may have references to missing rows.
 */
export async function unfitRows(query: Query, tables: readonly MovedTable[]): Promise<string[]> {
  const faults: string[] = [];
  for (const table of tables) {
    faults.push(...(await unfitValues(query, table)));
    faults.push(...(await lostReferences(query, table)));
  }
  return faults;
}

async function unfitValues(query: Query, table: MovedTable): Promise<string[]> {
  const faulty = table.columns.map(
    column => `CASE WHEN ${quoted(column.name)} IS NOT NULL AND (${unfit(column)}) THEN 1 END`,
  );
  const rows = await query(
    `SELECT ${table.key.map(quoted).join(', ')}, ${faulty.map((each, n) => `${each} AS unfit_${n}`).join(', ')}
      FROM ${quoted(table.name)} WHERE coalesce(${[...faulty, 'NULL'].join(', ')}) LIMIT ${REPORTED}`,
  );
  return rows.flatMap(row =>
    table.columns
      .filter((_, n) => row[`unfit_${n}`] === 1)
      .map(column => `${table.name} ${keyOf(table, row)}: ${column.name} is not ${wanted(column)}`),
  );
}

function unfit({ name, kind, length }: MovedColumn): string {
  const value = quoted(name);
  const conditions: Readonly<Record<Kind, string>> = {
    integer: `typeof(${value}) <> 'integer' OR ${value} NOT BETWEEN -2147483648 AND 2147483647`,
    boolean: `typeof(${value}) <> 'integer' OR ${value} NOT IN (0, 1)`,
    text: `typeof(${value}) <> 'text' OR instr(${value}, char(0)) > 0${length < Infinity ? ` OR length(${value}) > ${length}` : ''}`,
    bytes: `typeof(${value}) <> 'blob'`,
  };
  return conditions[kind];
}

function wanted({ kind, length }: MovedColumn): string {
  const sentences: Readonly<Record<Kind, string>> = {
    integer: 'a whole number of 32 bits',
    boolean: '0 or 1',
    text: `a text without U+0000${length < Infinity ? ` of ${length} characters at most` : ''}`,
    bytes: 'bytes',
  };
  return sentences[kind];
}

async function lostReferences(query: Query, table: MovedTable): Promise<string[]> {
  const lost = await query<{ rowid: number; parent: string }>(
    `SELECT rowid, parent FROM pragma_foreign_key_check('${table.name}') LIMIT ${REPORTED}`,
  );
  return lost.map(
    ({ rowid, parent }) => `${table.name}, row ${rowid}: refers to a ${parent} that is not there`,
  );
}
