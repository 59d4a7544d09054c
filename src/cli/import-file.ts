import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { ImportRow, Rows } from '../directory';
import type { TimeZone } from '../shared/time-zone';
import { ExitCode, Failure } from '../exit-codes';
import { bindRow, type BoundRow, type DtoClass, fieldsOf } from '../http/fields';
import { parseJson } from '../http/wire/json';
import { parseXml } from '../http/wire/xml';
import { shownName } from './read-file';

/** What a file of rows holds. */
export interface RowKind<T extends object, Change> {
  /** The list in JSON and XML, and the element of one row in XML. */
  readonly list: string;
  readonly item: string;
  readonly type: DtoClass<T>;
  /** @param place the row of JSON and XML, from 1, or the line of CSV */
  readonly rowOf: (bound: BoundRow<T>, place: number) => ImportRow<Change>;
}

export interface RowFile<Change> {
  readonly counted: 'row' | 'line';
  readonly rows: Rows<Change>;
}

/** More than any file has. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

export const rowFormats = ['csv', 'json', 'xml'] as const;
export type RowFormat = (typeof rowFormats)[number];

/** What a file is by its name, unless that is said. @throws Failure when it is neither */
export function rowFormatOf(path: string, said: RowFormat | undefined): RowFormat {
  const format = said ?? rowFormats.find(each => extname(path).toLowerCase() === `.${each}`);
  if (format !== undefined) return format;
  const problem = `the name must end in .csv, .json or .xml, or --format say which it is`;
  throw new Failure(`${shownName(path)}: ${problem}`, ExitCode.Usage);
}

/**
 * Opens a text of rows; `name` is how its faults call it.
 * @param zone the site's, for dates without an offset
 * @throws Failure when it cannot be read as such
 */
export function openRows<T extends object, Change>(
  name: string,
  text: string,
  format: RowFormat,
  kind: RowKind<T, Change>,
  zone: TimeZone,
): RowFile<Change> {
  // Bound while they are read, each time: bound rows take several times the memory of the text.
  if (format === 'csv') {
    const bytes = Buffer.from(text);
    return { counted: 'line', rows: { [Symbol.asyncIterator]: () => csvRows(name, bytes, kind, zone) } };
  }
  const trees = treesOf(name, text, format, kind);
  return {
    counted: 'row',
    rows: {
      *[Symbol.iterator]() {
        for (const [index, tree] of trees.entries())
          yield kind.rowOf(bindRow(kind.type, tree, format, zone), index + 1);
      },
    },
  };
}

/** The rows of a JSON or XML text, not yet bound. */
function treesOf(
  path: string,
  text: string,
  source: 'json' | 'xml',
  { list, item }: { list: string; item: string },
): unknown[] {
  const root = parseText(path, text, source);
  if (Array.isArray(root)) return root;
  const held = memberOf(root, list, source);
  const rows = source === 'xml' ? [memberOf(held, item, source) ?? []].flat() : held;
  if (held !== undefined && Array.isArray(rows)) return rows;
  const expected =
    source === 'xml' ? `<Request><${list}><${item}>` : `a list, or an object with a list ${list}`;
  throw new Failure(`${path}: must hold ${expected}`, ExitCode.BadData);
}

function parseText(path: string, text: string, source: 'json' | 'xml'): unknown {
  try {
    return source === 'xml' ? parseXml(text, NO_LIMIT) : parseJson(text, NO_LIMIT);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Failure(`${path}: the file ${error.message}`, ExitCode.BadData);
  }
}

function memberOf(tree: unknown, name: string, source: 'json' | 'xml'): unknown {
  if (typeof tree !== 'object' || tree === null) return undefined;
  const same = (given: string) =>
    source === 'xml' ? given === name : given.toLowerCase() === name.toLowerCase();
  return Object.entries(tree).find(([given]) => same(given))?.[1];
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a piece of the file at a time. The first line names the members; a cell is the text of one. */
async function* csvRows<T extends object, Change>(
  path: string,
  bytes: Buffer,
  { type, rowOf }: RowKind<T, Change>,
  zone: TimeZone,
): AsyncGenerator<ImportRow<Change>> {
  let columns: readonly string[] | undefined;
  try {
    for await (const { record, info } of recordsOf(bytes)) {
      // What a spreadsheet shows as an empty line, it writes as separators alone.
      if (record.every(cell => cell.trim() === '')) continue;
      if (columns) yield rowOf(bindCells(type, columns, record, zone), info.lines);
      else columns = columnsOf(path, shown(record), info.lines, type);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure(`${path}:${String(error.lines)}: is not readable as CSV`, ExitCode.BadData);
  }
  if (!columns) throw new Failure(`${path}: has no line that names the members`, ExitCode.BadData);
}

/** The cells without the empty ones at the right: columns that are used in no row. */
function shown(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex(cell => cell.trim() !== '') + 1);
}

/** Excel names the separator in a line of its own, before all others. */
const SEPARATOR_LINE = /^\ufeff?"?sep=([;,\t])"?[;,\t]*\r?\n/i;

function recordsOf(bytes: Buffer): AsyncIterable<CsvRecord> {
  const beginning = bytes.toString('utf8', 0, 10_000);
  const said = SEPARATOR_LINE.exec(beginning);
  const header = beginning.split(/\r?\n|\r/).find(line => /[^\s;,\t\ufeff]/.test(line)) ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  const likely = [',', ';', '\t'].reduce((most, each) => (count(each) > count(most) ? each : most));
  const parser = parse({
    bom: true,
    info: true,
    delimiter: said?.[1] ?? likely,
    from_line: said ? 2 : 1,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return Readable.from(piecesOf(bytes)).pipe(parser);
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  const size = 65_536;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** @throws Failure for a column that is not known or comes twice */
function columnsOf(path: string, names: readonly string[], line: number, type: DtoClass): readonly string[] {
  const known = fieldsOf(type).map(({ name }) => name);
  const lower = known.map(name => name.toLowerCase());
  const columns = names.map(name => name.trim().toLowerCase());
  const faults = columns.flatMap((column, index) => {
    // What is no name may be a row of people, where the line with the names is missing.
    const name = /^[a-z]{1,30}$/.test(column) ? (names[index] ?? '') : String(index + 1);
    if (!lower.includes(column)) return [`column ${name} is not known; known are ${known.join(', ')}`];
    return columns.indexOf(column) < index ? [`column ${name} is given twice`] : [];
  });
  if (faults.length > 0)
    throw new Failure(faults.map(fault => `${path}:${line}: ${fault}`).join('\n'), ExitCode.BadData);
  return columns;
}

function bindCells<T extends object>(
  type: DtoClass<T>,
  columns: readonly string[],
  cells: readonly string[],
  zone: TimeZone,
): BoundRow<T> {
  const { value, faults } = bindRow(
    type,
    Object.fromEntries(columns.map((column, index) => [column, cells[index]?.trim()])),
    'query',
    zone,
  );
  const isFull = cells.length >= columns.length && shown(cells).length <= columns.length;
  if (isFull) return { value, faults };
  const problem = `has ${cells.length} cells where the first line names ${columns.length}`;
  return { value, faults: [...faults, { field: '', problem }] };
}
