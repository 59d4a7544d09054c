import type { QueryRunner } from 'typeorm';
import { foldText } from '../shared/fold-text';
import { engineOf, query } from './statements';

type Row = Readonly<Record<string, string | number | null>> & { readonly seq: number };
type Texts = Readonly<Record<string, string | null>>;

/** A table with texts that folding has made of others. */
interface Folded {
  readonly table: string;
  readonly from: readonly string[];
  /** As the application made them when the migration that asks for this was written. */
  readonly fold: (row: Row) => Texts;
}

const BATCH = 1000;
const text = (row: Row, name: string): string => String(row[name] ?? '');
const joined = (row: Row, ...names: string[]): string =>
  foldText(names.map(name => text(row, name)).join(' '));
const plate = (row: Row, name: string): string | null =>
  row[name] === null ? null : foldText(text(row, name)).replace(/[^\p{L}\p{N}]/gu, '');

const tables: readonly Folded[] = [
  {
    table: 'visitor',
    from: ['name', 'surname', 'company', 'email', 'phone_number', 'doc_number'],
    fold: row => ({
      folded_surname: foldText(text(row, 'surname')).trim(),
      folded_name: foldText(text(row, 'name')).trim(),
      folded_email: foldText(text(row, 'email')).trim(),
      search_text: joined(row, 'name', 'surname', 'company', 'email', 'phone_number', 'doc_number'),
    }),
  },
  {
    table: 'person',
    from: ['name', 'surname'],
    fold: row => ({
      search_name: joined(row, 'name', 'surname'),
      search_surname: joined(row, 'surname', 'name'),
    }),
  },
  {
    table: 'org_unit',
    from: ['title', 'shortcut', 'structure'],
    fold: row => ({ search_text: joined(row, 'title', 'shortcut', 'structure') }),
  },
  {
    table: 'visit',
    from: ['vehicle_plate', 'trailer_plate'],
    fold: row => ({
      vehicle_plate_key: plate(row, 'vehicle_plate'),
      trailer_plate_key: plate(row, 'trailer_plate'),
    }),
  },
];

/** Folds all texts again, and writes the rows where that gives others. */
export async function foldAgain(runner: QueryRunner): Promise<void> {
  for (const { table, from, fold } of tables) {
    const columns = [...from, ...Object.keys(fold({ seq: 0 }))];
    for await (const rows of batches(runner, table, columns)) {
      const differing = rows
        .map(row => ({ seq: row.seq, before: row, texts: fold(row) }))
        .filter(({ before, texts }) => Object.entries(texts).some(([name, each]) => before[name] !== each));
      await write(runner, table, differing);
    }
  }
}

/**
 * Fills the keys by which documents are found. Of visitors whose documents are told apart by their spelling alone, the first one is
 * found by it from now on; the others keep theirs as it is written.
 */
export async function fillDocumentKeys(runner: QueryRunner): Promise<void> {
  const taken = new Set<string>();
  for await (const rows of batches(runner, 'visitor', ['doc_number', 'doc_state', 'doc_type'])) {
    const keyed = rows.flatMap(row => {
      if (row.doc_number === null) return [];
      const key = keyOf(row);
      const document_key = taken.has(key) ? `${key}\t${row.seq}` : key;
      taken.add(key);
      return [{ seq: row.seq, texts: { document_key } }];
    });
    await write(runner, 'visitor', keyed);
  }
}

/** As `documentKey` of the visitors made it when this was written. */
function keyOf(row: Row): string {
  const [number, state] = [text(row, 'doc_number'), text(row, 'doc_state')].map(each => {
    const wide = each.normalize('NFKC');
    return (wide.length > 2 * each.length ? each.normalize('NFC') : wide).toLowerCase();
  });
  const bare = (number ?? '').replace(/[\s\p{Pd}\u2212]/gu, '');
  return [bare || number, (state ?? '').trim(), text(row, 'doc_type')].join('\t');
}

async function* batches(
  { manager }: QueryRunner,
  table: string,
  columns: readonly string[],
): AsyncGenerator<Row[]> {
  for (let last = 0; ;) {
    const rows = await query<Row>(
      manager,
      `SELECT seq, ${columns.join(', ')} FROM "${table}" WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`,
      [last],
    );
    const newest = rows.at(-1);
    if (!newest) return;
    yield rows;
    last = newest.seq;
  }
}

async function write(
  { manager }: QueryRunner,
  table: string,
  rows: readonly { readonly seq: number; readonly texts: Texts }[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const set = Object.keys(first.texts).map(name => `${name} = value->>'${name}'`);
  const each =
    engineOf(manager) === 'postgres' ? 'json_array_elements(?::json) AS each (value)' : 'json_each(?)';
  await query(
    manager,
    `UPDATE "${table}" SET ${set.join(', ')} FROM ${each} WHERE "${table}".seq = CAST(value->>'seq' AS integer)`,
    [JSON.stringify(rows.map(({ seq, texts }) => ({ seq, ...texts })))],
  );
}
