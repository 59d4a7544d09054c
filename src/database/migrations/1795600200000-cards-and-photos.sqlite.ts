import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn } from './columns';

/** The user that entered a card, cards in the order of their lists, and what kind of picture a photo is. */
export class CardsAndPhotos1795600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column, type] of columns) await addColumn(runner, table, column, type);
    for (const [name, on] of indexes) await runner.query(`CREATE INDEX "${name}" ON "identifier" (${on})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of indexes) await runner.query(`DROP INDEX "${name}"`);
    for (const [table, column] of columns) await dropColumn(runner, table, column);
  }
}

/** All nullable: existing rows do not have them. */
const columns = [
  ['identifier', 'created_by', 'varchar(36)'],
  ['visit_photo', 'type', 'varchar(10)'],
  ['visit_photo', 'width', 'integer'],
  ['visit_photo', 'height', 'integer'],
] as const;

const indexes = [
  ['IDX_148d7aea435236bf529aa75d8f', '"registration_nr", "internal_nr"'],
  ['IDX_1c6e0dd0c512460541f6296c13', '"created_by", "registration_nr", "internal_nr"'],
] as const;
