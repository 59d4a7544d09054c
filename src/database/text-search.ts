import type { EngineName } from './statements';

/** A condition of a WHERE clause, with its parameters. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** A folded text column (`foldText`) of a table whose key is `seq`. */
export interface TextColumnRef {
  readonly table: string;
  readonly column: string;
}

/** Shorter texts are not in a trigram index. */
const TRIGRAM = 3;

/**
 * Statements that create a trigram index of a text column on SQLite, and triggers that keep it up to date. It finds a
 * substring without reading all rows. The column needs an ordinary index as well, for the beginning of the text.
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
 * Rows whose column contains every word of the folded text, anywhere and in any order. If all words are shorter than three
 * characters, one of them must be at the beginning. A text without words matches no row.
 */
export function containing(engine: EngineName, ref: TextColumnRef, text: string): Condition {
  const words = wordsOf(text);
  const [long, short] = [words.filter(word => !isShort(word)), words.filter(isShort)];
  if (words.length === 0) return { sql: 'FALSE', parameters: [] };
  const anywhere = (each: readonly string[]) => each.map(word => likeExactly(ref, `%${literal(word)}%`));
  if (long.length > 0)
    return allOf(
      engine === 'postgres' ? anywhere(words) : [containingTrigrams(ref, long), ...anywhere(short)],
    );
  const atStart = (word: string) =>
    engine === 'postgres' ? likeExactly(ref, `${literal(word)}%`) : beginningWith(ref, word);
  if (words.length === 1) return allOf(words.map(atStart));
  const phrase = words.join(' ');
  const together = engine === 'postgres' ? anywhere([phrase]) : [containingTrigrams(ref, [phrase])];
  return allOf([anyOf([...words.map(atStart), ...together]), ...anywhere(words)]);
}

/** Rows for which an expression of folded columns contains every word of the folded text. Uses no index. */
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
  return [...word].length < TRIGRAM;
}

/** Rows whose column matches the folded pattern, in which `%` stands for any number of characters. */
export function like(engine: EngineName, ref: TextColumnRef, pattern: string): Condition {
  const { table, column } = ref;
  const [first = '', ...rest] = pattern.split('%');
  if (rest.length === 0) return { sql: `"${table}"."${column}" = ?`, parameters: [pattern] };
  const exact = likeExactly(ref, escaped(pattern));
  if (engine === 'postgres') return exact;
  const pieces = [first, ...rest].filter(piece => [...piece].length >= TRIGRAM);
  const narrowed =
    first !== '' ? [beginningWith(ref, first)] : pieces.length > 0 ? [containingTrigrams(ref, pieces)] : [];
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
 * The expression by which rows are sorted, and by which the beginning of a text is found. On PostgreSQL it is the part of
 * the text that is in the index: an entry has at most 2,700 bytes, and a character up to four.
 */
export function sortedBy(engine: EngineName, column: string, characters: number): string {
  return engine === 'postgres' ? `left(${column}, ${characters})` : column;
}

/** Rows that meet at least one condition. */
export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.some(({ sql }) => sql === 'TRUE')) return { sql: 'TRUE', parameters: [] };
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' OR ') || 'FALSE',
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** PostgreSQL uses its trigram index for this. */
function likeExactly({ table, column }: TextColumnRef, pattern: string): Condition {
  return { sql: `"${table}"."${column}" LIKE ? ESCAPE '\\'`, parameters: [pattern] };
}

/** Escapes all special characters of LIKE. */
function literal(text: string): string {
  return escaped(text).replaceAll('%', '\\%');
}

/** Escapes all special characters of LIKE but `%`. */
function escaped(pattern: string): string {
  return pattern.replace(/[\\_]/g, '\\$&');
}

function beginningWith({ table, column }: TextColumnRef, text: string): Condition {
  const sql = `"${table}"."${column}" >= ? AND "${table}"."${column}" < ?`;
  return { sql, parameters: [text, `${text}\u{10ffff}`] };
}

function containingTrigrams(ref: TextColumnRef, pieces: readonly string[]): Condition {
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
