import { DataSource } from 'typeorm';
import { migrations } from '../../src/database/migrations';
import { FoldedDocuments1796000000000 } from '../../src/database/migrations/1796000000000-folded-documents';
import { documentKey } from '../../src/shared/visitor';

describe('the migration that folds documents', () => {
  let source: DataSource;
  const documents = [
    ['AB 998877', 'CZ'],
    ['ab998877', 'cz'],
    ['AB-998877', 'CZ'],
    ['- -', 'SK'],
    ['ＡＢ1', 'CZ'],
    [null, null],
  ] as const;

  beforeEach(async () => {
    source = await new DataSource({ type: 'sqlite', database: ':memory:' }).initialize();
    const runner = source.createQueryRunner();
    for (const Migration of migrations.sqlite) {
      if (Migration === FoldedDocuments1796000000000) break;
      await new Migration().up(runner);
    }
    for (const [index, [number, state]] of documents.entries())
      await source.query(
        `INSERT INTO visitor (id, name, surname, company, email, phone_number, doc_number, doc_state, doc_type, created_at, folded_name)
         VALUES (?, 'Ｊａｎ', 'O''Hara', '', '', '', ?, ?, 1, '', 'x')`,
        [index, number, state],
      );
    await new FoldedDocuments1796000000000().up(runner);
  });
  afterEach(() => source.destroy());

  it('gives the first of those that are spelt alike the key that the service looks for, and loses none', async () => {
    const rows = await source.query<{ seq: number; document_key: string | null }[]>(
      'SELECT seq, document_key FROM visitor ORDER BY seq',
    );
    const keyOf = (index: number) => {
      const [number, state] = documents[index] ?? [];
      return documentKey({ number: number ?? '', state: state ?? '', type: 1 });
    };
    const first = keyOf(0);
    expect(rows.map(row => row.document_key)).toEqual([
      first,
      `${first}\t2`,
      `${first}\t3`,
      keyOf(3),
      keyOf(4),
      null,
    ]);
  });

  it('folds again what folding gives otherwise now', async () => {
    const [row] = await source.query<object[]>('SELECT folded_name, search_text FROM visitor WHERE seq = 1');
    expect(row).toEqual({ folded_name: 'jan', search_text: "jan o'hara ab 998877" });
  });
});
