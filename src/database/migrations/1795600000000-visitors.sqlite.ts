import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldText } from '../../shared/fold-text';
import { createTextIndex, dropTextIndex } from '../text-search';
import { addColumn, dropColumn } from './columns';
import { rewriteRows } from './rewrite-rows';

const visitorText = { table: 'visitor', column: 'search_text' };

/** The user that registered a visitor, and the folded texts by which visitors are sorted, matched and searched. */
export class Visitors1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [column, type] of columns) await addColumn(runner, 'visitor', column, type);
    await rewriteRows(runner, 'visitor', texts, row => {
      const folded = (column: string) => foldText(String(row[column])).trim();
      return {
        folded_surname: folded('surname'),
        folded_name: folded('name'),
        folded_email: folded('email'),
        search_text: foldText(texts.map(column => row[column] ?? '').join(' ')),
      };
    });
    for (const [name, on] of indexes) await runner.query(`CREATE INDEX "${name}" ON "visitor" (${on})`);
    for (const statement of createTextIndex(visitorText)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of dropTextIndex(visitorText)) await runner.query(statement);
    for (const [name] of indexes) await runner.query(`DROP INDEX "${name}"`);
    for (const [column] of columns) await dropColumn(runner, 'visitor', column);
  }
}

const columns = [
  ['created_by', 'varchar(36)'],
  ['folded_surname', `varchar(300) NOT NULL DEFAULT ''`],
  ['folded_name', `varchar(300) NOT NULL DEFAULT ''`],
  ['folded_email', `varchar(600) NOT NULL DEFAULT ''`],
  ['search_text', `varchar(3000) NOT NULL DEFAULT ''`],
] as const;

const texts = ['name', 'surname', 'company', 'email', 'phone_number', 'doc_number'];

const indexes = [
  ['IDX_200f5452e3854a22b3ddc8e263', '"folded_surname", "folded_name"'],
  ['IDX_8abf87137bf080f925099c47c8', '"created_by", "folded_surname", "folded_name"'],
  ['IDX_79cc5eb9db3ff6d5c82f8eaed3', '"date_of_birth", "folded_surname", "folded_name"'],
  ['IDX_59d65c8def5d71762df807584c', '"folded_email", "folded_surname", "folded_name"'],
  ['IDX_28ac22bd8ffcbe802aa4065642', '"search_text"'],
] as const;
