import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ExitCode, Failure } from '../exit-codes';
import { type BoundRow, bindRow } from '../http/bind';
import { type DtoClass, fieldsOf } from '../http/fields';
import { parseJson } from '../http/json';
import { parseXml } from '../http/xml';

/** What a file of rows holds. */
export interface RowKind<T extends object> {
  /** The list in JSON and XML, and the element of one row in XML. */
  readonly list: string;
  readonly item: string;
  readonly type: DtoClass<T>;
}

export interface RowFile<T> {
  /** What a place counts: rows of JSON and XML from 1, lines of CSV. */
  readonly counted: 'row' | 'line';
  readonly rows: Iterable<Placed<T>> | AsyncIterable<Placed<T>>;
}

interface Placed<T> {
  readonly place: number;
  readonly bound: BoundRow<T>;
}

/** More than any file has. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/**
 * Opens a file of rows; by its name it is CSV, JSON or XML.
 * @throws Failure when it cannot be read as such
 */
export function openRowFile<T extends object>(path: string, kind: RowKind<T>): RowFile<T> {
  const format = extname(path).toLowerCase();
  if (!['.csv', '.json', '.xml'].includes(format))
    throw new Failure(`${path}: the name must end in .csv, .json or .xml`, ExitCode.Usage);
  const bytes = readBytes(path);
  if (!isUtf8(bytes)) throw new Failure(`${path}: is not UTF-8`, ExitCode.BadData);
  if (format === '.csv') return { counted: 'line', rows: csvRows(path, bytes, kind.type) };
  const source = format === '.xml' ? 'xml' : 'json';
  const rows = treesOf(path, bytes.toString('utf8').replace(/^\ufeff/, ''), source, kind);
  return { counted: 'row', rows: bindAll(rows, kind.type, source) };
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`,
      ExitCode.InputOutput,
    );
  }
}

/** The rows of a JSON or XML text, not yet bound. */
function treesOf(
  path: string,
  text: string,
  source: 'json' | 'xml',
  { list, item }: Pick<RowKind<object>, 'list' | 'item'>,
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

function* bindAll<T extends object>(
  trees: readonly unknown[],
  type: DtoClass<T>,
  source: 'json' | 'xml',
): Generator<Placed<T>> {
  for (const [index, tree] of trees.entries()) yield { place: index + 1, bound: bindRow(type, tree, source) };
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a piece of the file at a time. The first line names the members; a cell is the text of one. */
async function* csvRows<T extends object>(
  path: string,
  bytes: Buffer,
  type: DtoClass<T>,
): AsyncGenerator<Placed<T>> {
  let columns: readonly string[] | undefined;
  try {
    for await (const { record, info } of recordsOf(bytes)) {
      if (columns) yield { place: info.lines, bound: bindCells(type, columns, record) };
      else columns = columnsOf(path, record, info.lines, type);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure(`${path}:${String(error.lines)}: is not readable as CSV`, ExitCode.BadData);
  }
  if (!columns) throw new Failure(`${path}: has no line that names the members`, ExitCode.BadData);
}

function recordsOf(bytes: Buffer): AsyncIterable<CsvRecord> {
  const [header = ''] = bytes.toString('utf8', 0, 10_000).split(/[\r\n]/, 1);
  const count = (delimiter: string) => header.split(delimiter).length;
  const parser = parse({
    bom: true,
    info: true,
    delimiter: count(';') > count(',') ? ';' : ',',
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
    const name = names[index] ?? '';
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
): BoundRow<T> {
  const { value, faults } = bindRow(
    type,
    Object.fromEntries(columns.map((column, index) => [column, cells[index]])),
    'query',
  );
  if (cells.length === columns.length) return { value, faults };
  const problem = `has ${cells.length} cells where the first line names ${columns.length}`;
  return { value, faults: [...faults, { field: '', problem }] };
}
