import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldText } from '../../shared/fold-text';
import { createTextIndex, dropTextIndex } from '../text-search';
import { addColumn, dropColumn } from './columns';
import { rewriteRows } from './rewrite-rows';

/** The folded texts by which persons and units are sorted, matched and searched. */
export class Directory1795600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, column, length } of texts)
      await addColumn(runner, table, column, `varchar(${length}) NOT NULL DEFAULT ''`);
    await rewriteRows(runner, 'person', ['name', 'surname'], ({ name, surname }) => ({
      search_name: foldText(`${name} ${surname}`),
      search_surname: foldText(`${surname} ${name}`),
    }));
    await rewriteRows(
      runner,
      'org_unit',
      ['title', 'shortcut', 'structure'],
      ({ title, shortcut, structure }) => ({ search_text: foldText(`${title} ${shortcut} ${structure}`) }),
    );
    for (const [name, on] of indexes) await runner.query(`CREATE INDEX "${name}" ON ${on}`);
    for (const statement of texts.flatMap(createTextIndex)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of texts.flatMap(dropTextIndex)) await runner.query(statement);
    for (const [name] of indexes) await runner.query(`DROP INDEX "${name}"`);
    for (const { table, column } of texts) await dropColumn(runner, table, column);
  }
}

const texts = [
  { table: 'person', column: 'search_name', length: 500 },
  { table: 'person', column: 'search_surname', length: 500 },
  { table: 'org_unit', column: 'search_text', length: 2500 },
];

const indexes = [
  ['IDX_0b7bb57a5c47c9a61be97c2f55', '"person" ("search_name")'],
  ['IDX_eb9daedecfba9a6655e9cea75a', '"person" ("search_surname")'],
  ['IDX_332e1c45625ee9fbadbb1392e5', '"org_unit" ("search_text")'],
  ['IDX_614b58a7d2671c9bb48abeb573', '"org_unit" ("parent_unit", "structure")'],
] as const;
