import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldText } from '../../../shared/fold-text';
import { createTextIndex, dropTextIndex } from '../../text-search';

/** Rows that are filled at once. */
const BATCH = 1000;

/** The folded texts by which persons and units are sorted, matched and searched. */
export class Directory1795600100000 implements MigrationInterface {
  name = 'Directory1795600100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column } of texts)
      await runner.query(
        `ALTER TABLE "${table}" ADD COLUMN "${column}" varchar(${lengths[table]}) NOT NULL DEFAULT ''`,
      );
    await fill(runner, 'person', ['name', 'surname'], ([name, surname]) => ({
      search_name: foldText(`${name} ${surname}`),
      search_surname: foldText(`${surname} ${name}`),
    }));
    await fill(runner, 'org_unit', ['title', 'shortcut', 'structure'], parts => ({
      search_text: foldText(parts.join(' ')),
    }));
    for (const [name, on] of indexes) await runner.query(`CREATE INDEX "${name}" ON ${on}`);
    for (const statement of texts.flatMap(createTextIndex)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of texts.flatMap(dropTextIndex)) await runner.query(statement);
    for (const [name] of indexes) await runner.query(`DROP INDEX "${name}"`);
    for (const { table, column } of texts)
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
  }
}

const texts = [
  { table: 'person', column: 'search_name' },
  { table: 'person', column: 'search_surname' },
  { table: 'org_unit', column: 'search_text' },
] as const;

const lengths = { person: 500, org_unit: 2500 } as const;

const indexes = [
  ['IDX_0b7bb57a5c47c9a61be97c2f55', '"person" ("search_name")'],
  ['IDX_eb9daedecfba9a6655e9cea75a', '"person" ("search_surname")'],
  ['IDX_332e1c45625ee9fbadbb1392e5', '"org_unit" ("search_text")'],
  ['IDX_614b58a7d2671c9bb48abeb573', '"org_unit" ("parent_unit", "structure")'],
] as const;

/** Fills columns of every row from others of it, in batches. */
async function fill(
  runner: QueryRunner,
  table: string,
  from: readonly string[],
  folded: (values: string[]) => Record<string, string>,
): Promise<void> {
  for (let last = 0; ;) {
    const rows = (await runner.query(
      `SELECT seq, ${from.join(', ')} FROM "${table}" WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`,
      [last],
    )) as ({ seq: number } & Record<string, string>)[];
    const newest = rows.at(-1);
    if (!newest) return;
    const filled = rows.map(row => ({ seq: row.seq, ...folded(from.map(column => row[column] ?? '')) }));
    const changes = Object.keys(folded(from.map(() => ''))).map(column => `${column} = value->>'${column}'`);
    await runner.query(
      `UPDATE "${table}" SET ${changes.join(', ')} FROM json_each(?) WHERE "${table}".seq = value->>'seq'`,
      [JSON.stringify(filled)],
    );
    last = newest.seq;
  }
}
