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

/**
 * Rows whose column holds every word of the folded text, in any order and each anywhere; where all are shorter than three
 * characters, one of them must stand at the beginning. A text without a word is in no row.
 */
export function containing(engine: EngineName, ref: TextColumnRef, text: string): Condition {
  const words = wordsOf(text);
  const [long, short] = [words.filter(word => !isShort(word)), words.filter(isShort)];
  if (words.length === 0) return { sql: 'FALSE', parameters: [] };
  const anywhere = (each: readonly string[]) => each.map(word => likeExactly(ref, `%${literal(word)}%`));
  if (long.length > 0)
    return allOf(engine === 'postgres' ? anywhere(words) : [piecesIn(ref, long), ...anywhere(short)]);
  const atStart = (word: string) =>
    engine === 'postgres' ? likeExactly(ref, `${literal(word)}%`) : beginningWith(ref, word);
  if (words.length === 1) return allOf(words.map(atStart));
  const phrase = words.join(' ');
  const together = engine === 'postgres' ? anywhere([phrase]) : [piecesIn(ref, [phrase])];
  return allOf([anyOf([...words.map(atStart), ...together]), ...anywhere(words)]);
}

/** Rows of which this expression of folded columns holds every word of the folded text anywhere; no index narrows it. */
export function holdingWords(expression: string, text: string): Condition {
  return allOf(
    wordsOf(text).map(word => ({
      sql: `${expression} LIKE ? ESCAPE '\\'`,
      parameters: [`%${literal(word)}%`],
    })),
  );
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter(word => word !== '');
}

function isShort(word: string): boolean {
  return [...word].length < PIECE;
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

/**
 * What rows are sorted by, and found by where a text begins: the text, or on PostgreSQL the beginning of it that its index has.
 * An entry there has 2,700 bytes at most, and a character up to four.
 */
export function sortedBy(engine: EngineName, column: string, characters: number): string {
  return engine === 'postgres' ? `left(${column}, ${characters})` : column;
}

/** Rows that meet one condition at least. Of what all rows meet, nothing is left to look at. */
export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.some(({ sql }) => sql === 'TRUE')) return { sql: 'TRUE', parameters: [] };
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' OR ') || 'FALSE',
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** PostgreSQL narrows this by an index of its own. */
function likeExactly({ table, column }: TextColumnRef, pattern: string): Condition {
  return { sql: `"${table}"."${column}" LIKE ? ESCAPE '\\'`, parameters: [pattern] };
}

/** Every character stands for itself. */
function literal(text: string): string {
  return escaped(text).replaceAll('%', '\\%');
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
