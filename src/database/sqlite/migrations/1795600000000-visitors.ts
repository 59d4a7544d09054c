import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldText } from '../../../shared/fold-text';
import { createTextIndex, dropTextIndex } from '../../text-search';

/** Rows that are filled at once. */
const BATCH = 1000;

const visitorText = { table: 'visitor', column: 'search_text' };

/** Who registered a visitor, and the folded texts by which visitors are sorted, matched and searched. */
export class Visitors1795600000000 implements MigrationInterface {
  name = 'Visitors1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE "visitor" ADD COLUMN ${column}`);
    await fillFoldedColumns(runner);
    for (const [name, on] of indexes) await runner.query(`CREATE INDEX "${name}" ON "visitor" (${on})`);
    for (const statement of createTextIndex(visitorText)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of dropTextIndex(visitorText)) await runner.query(statement);
    for (const [name] of indexes) await runner.query(`DROP INDEX "${name}"`);
    for (const column of columns)
      await runner.query(`ALTER TABLE "visitor" DROP COLUMN ${column.split(' ')[0]}`);
  }
}

const columns = [
  '"created_by" varchar(36)',
  `"folded_surname" varchar(300) NOT NULL DEFAULT ''`,
  `"folded_name" varchar(300) NOT NULL DEFAULT ''`,
  `"folded_email" varchar(600) NOT NULL DEFAULT ''`,
  `"search_text" varchar(3000) NOT NULL DEFAULT ''`,
];

const indexes = [
  ['IDX_200f5452e3854a22b3ddc8e263', '"folded_surname", "folded_name"'],
  ['IDX_8abf87137bf080f925099c47c8', '"created_by", "folded_surname", "folded_name"'],
  ['IDX_79cc5eb9db3ff6d5c82f8eaed3', '"date_of_birth", "folded_surname", "folded_name"'],
  ['IDX_59d65c8def5d71762df807584c', '"folded_email", "folded_surname", "folded_name"'],
  ['IDX_28ac22bd8ffcbe802aa4065642', '"search_text"'],
] as const;

interface Visitor {
  seq: number;
  name: string;
  surname: string;
  company: string;
  email: string;
  phone_number: string;
  doc_number: string | null;
}

async function fillFoldedColumns(runner: QueryRunner): Promise<void> {
  for (let last = 0; ;) {
    const visitors = (await runner.query(
      `SELECT seq, name, surname, company, email, phone_number, doc_number FROM "visitor" WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`,
      [last],
    )) as Visitor[];
    const newest = visitors.at(-1);
    if (!newest) return;
    await runner.query(
      `UPDATE "visitor" SET folded_surname = value->>'surname', folded_name = value->>'name',
         folded_email = value->>'email', search_text = value->>'text'
       FROM json_each(?) WHERE "visitor".seq = value->>'seq'`,
      [JSON.stringify(visitors.map(foldedTexts))],
    );
    last = newest.seq;
  }
}

function foldedTexts({ seq, name, surname, company, email, phone_number, doc_number }: Visitor) {
  return {
    seq,
    surname: foldText(surname).trim(),
    name: foldText(name).trim(),
    email: foldText(email).trim(),
    text: foldText([name, surname, company, email, phone_number, doc_number ?? ''].join(' ')),
  };
}
