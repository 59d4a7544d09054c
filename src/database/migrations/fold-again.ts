import type { QueryRunner } from 'typeorm';
import { foldText } from '../../shared/fold-text';
import { rewriteRows, type Row, type Texts } from './rewrite-rows';

/** A table with folded texts. */
interface Folded {
  readonly table: string;
  readonly from: readonly string[];
  /** As the application made them when the migration that asks for this was written. */
  readonly fold: (row: Row) => Texts;
}

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

/** Folds all texts again, and writes the rows for which that makes a difference. */
export async function foldAgain(runner: QueryRunner): Promise<void> {
  for (const { table, from, fold } of tables) {
    const columns = [...from, ...Object.keys(fold({ seq: 0 }))];
    await rewriteRows(runner, table, columns, row => {
      const texts = fold(row);
      return Object.entries(texts).some(([name, each]) => row[name] !== each) ? texts : undefined;
    });
  }
}

/**
 * Fills the keys by which documents are found. Where only the spelling of two documents differs, the key finds the first
 * visitor; the others keep their documents, with a key that no search makes.
 */
export async function fillDocumentKeys(runner: QueryRunner): Promise<void> {
  const taken = new Set<string>();
  await rewriteRows(runner, 'visitor', ['doc_number', 'doc_state', 'doc_type'], row => {
    if (row.doc_number === null) return undefined;
    const key = keyOf(row);
    const document_key = taken.has(key) ? `${key}\t${row.seq}` : key;
    taken.add(key);
    return { document_key };
  });
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
