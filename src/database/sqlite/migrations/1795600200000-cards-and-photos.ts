import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who entered a card, cards in the order of their lists, and what kind of picture a photo is. */
export class CardsAndPhotos1795600200000 implements MigrationInterface {
  name = 'CardsAndPhotos1795600200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns.map(addColumn), ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of indexNames) await runner.query(`DROP INDEX "${index}"`);
    for (const { table, name } of [...columns].reverse())
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${name}"`);
  }
}

/** All nullable: of what was there before, nobody noted it. */
const columns = [
  { table: 'identifier', name: 'created_by', type: 'varchar(36)' },
  { table: 'visit_photo', name: 'type', type: 'varchar(10)' },
  { table: 'visit_photo', name: 'width', type: 'integer' },
  { table: 'visit_photo', name: 'height', type: 'integer' },
];

const addColumn = ({ table, name, type }: (typeof columns)[number]): string =>
  `ALTER TABLE "${table}" ADD COLUMN "${name}" ${type}`;

const indexNames = ['IDX_148d7aea435236bf529aa75d8f', 'IDX_1c6e0dd0c512460541f6296c13'];

const indexes = [
  `CREATE INDEX "${indexNames[0]}" ON "identifier" ("registration_nr", "internal_nr")`,
  `CREATE INDEX "${indexNames[1]}" ON "identifier" ("created_by", "registration_nr", "internal_nr")`,
];
