import type { EngineName } from './statements';

/** A condition on a table, as a piece of SQL with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** A folded text column (`foldText`) that is searched, of a table whose key is `seq`. */
export interface TextColumnRef {
  readonly table: string;
  readonly column: string;
}

/** Pieces shorter than this are not in the index. */
const PIECE = 3;

/**
 * SQLite: statements that index a text column by its pieces of three characters, and keep the index in step: with it, what
 * stands anywhere in a text is found without reading all rows. The column needs an ordinary index as well, for
 * what stands at its beginning.
 */
export function createTextIndex({ table, column }: TextColumnRef): string[] {
  const index = indexOf({ table, column });
  const remove = `INSERT INTO "${index}" ("${index}", rowid, "${column}") VALUES ('delete', old.seq, old."${column}");`;
  const add = `INSERT INTO "${index}" (rowid, "${column}") VALUES (new.seq, new."${column}");`;
  return [
    `CREATE VIRTUAL TABLE "${index}" USING fts5("${column}", content="${table}", content_rowid="seq", tokenize="trigram case_sensitive 1")`,
    `INSERT INTO "${index}" ("${index}") VALUES ('rebuild')`,
    `CREATE TRIGGER "${index}_insert" AFTER INSERT ON "${table}" BEGIN ${add} END`,
    `CREATE TRIGGER "${index}_delete" AFTER DELETE ON "${table}" BEGIN ${remove} END`,
    `CREATE TRIGGER "${index}_update" AFTER UPDATE OF "${column}" ON "${table}" BEGIN ${remove} ${add} END`,
  ];
}

export function dropTextIndex({ table, column }: TextColumnRef): string[] {
  const index = indexOf({ table, column });
  return [
    ...['insert', 'delete', 'update'].map(event => `DROP TRIGGER "${index}_${event}"`),
    `DROP TABLE "${index}"`,
  ];
}

/** Rows whose column holds the folded text anywhere; one shorter than three characters must stand at the beginning. */
export function containing(engine: EngineName, ref: TextColumnRef, text: string): Condition {
  const isShort = [...text].length < PIECE;
  if (engine === 'postgres')
    return likeExactly(ref, `${isShort ? '' : '%'}${escaped(text).replaceAll('%', '\\%')}%`);
  return isShort ? beginningWith(ref, text) : piecesIn(ref, [text]);
}

/** Rows whose column equals the folded pattern, in which `%` stands for any characters, also none. */
export function like(engine: EngineName, ref: TextColumnRef, pattern: string): Condition {
  const { table, column } = ref;
  const [first = '', ...rest] = pattern.split('%');
  if (rest.length === 0) return { sql: `"${table}"."${column}" = ?`, parameters: [pattern] };
  const exact = likeExactly(ref, escaped(pattern));
  if (engine === 'postgres') return exact;
  const pieces = [first, ...rest].filter(piece => [...piece].length >= PIECE);
  const narrowed =
    first !== '' ? [beginningWith(ref, first)] : pieces.length > 0 ? [piecesIn(ref, pieces)] : [];
  return allOf([...narrowed, exact]);
}

/** Rows that meet every condition. */
export function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || 'TRUE',
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** PostgreSQL narrows this by an index of its own. */
function likeExactly({ table, column }: TextColumnRef, pattern: string): Condition {
  return { sql: `"${table}"."${column}" LIKE ? ESCAPE '\\'`, parameters: [pattern] };
}

/** All but `%` stands for itself. */
function escaped(pattern: string): string {
  return pattern.replace(/[\\_]/g, '\\$&');
}

function beginningWith({ table, column }: TextColumnRef, text: string): Condition {
  const sql = `"${table}"."${column}" >= ? AND "${table}"."${column}" < ?`;
  return { sql, parameters: [text, `${text}\u{10ffff}`] };
}

function piecesIn(ref: TextColumnRef, pieces: readonly string[]): Condition {
  const index = indexOf(ref);
  const phrases = pieces.map(piece => `"${piece.replaceAll('"', '""')}"`).join(' ');
  return {
    sql: `"${ref.table}".seq IN (SELECT rowid FROM "${index}" WHERE "${index}" MATCH ?)`,
    parameters: [phrases],
  };
}

function indexOf({ table, column }: TextColumnRef): string {
  return `${table}_${column}_text`;
}
