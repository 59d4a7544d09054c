import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldText } from '../../shared/fold-text';
import { addColumn, dropColumn } from './columns';
import { rewriteRows } from './rewrite-rows';

/** Columns and indexes by which lists of visits are filtered and sorted. */
export class VisitLists1795600500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'visit', 'changed_at', 'varchar(24)');
    for (const plate of plates) await addColumn(runner, 'visit', `${plate}_key`, 'varchar(100)');
    await runner.query(
      'UPDATE "visit" SET "changed_at" = coalesce((SELECT max("at") FROM "visit_history" WHERE "visit_seq" = "visit"."seq"), "valid_from")',
    );
    // As `plateKey` of the visits made it when this was written.
    const keyOf = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
    for (const plate of plates)
      await rewriteRows(runner, 'visit', [plate], row =>
        row[plate] ? { [`${plate}_key`]: keyOf(String(row[plate])) } : undefined,
      );
    await runner.query('DROP INDEX "IDX_7a541df76f2305fe294e522b71"');
    for (const [name, column] of indexes)
      await runner.query(`CREATE INDEX "${name}" ON "visit" ("${column}")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of indexes) await runner.query(`DROP INDEX "${name}"`);
    await runner.query('CREATE INDEX "IDX_7a541df76f2305fe294e522b71" ON "visit" ("visitor_seq", "state")');
    for (const plate of plates) await dropColumn(runner, 'visit', `${plate}_key`);
    await dropColumn(runner, 'visit', 'changed_at');
  }
}

const plates = ['vehicle_plate', 'trailer_plate'];

const indexes = [
  ['IDX_cd3a48649316dd7f2d0344d5cc', 'state'],
  ['IDX_e5ff909a363d7227f94eabb480', 'valid_from'],
  ['IDX_71e0bf274dd29bfef12a957b9f', 'changed_at'],
  ['IDX_dc60163f53f01f69bfaaa76c8d', 'created_by'],
  ['IDX_0639afca16593090f92421bc7e', 'visitor_seq'],
  ['IDX_c68293cad3bfc1c5caf206c73f', 'visit_type_seq'],
  ['IDX_c7e286b294b8e82ef10f584e05', 'visited_person_seq'],
  ['IDX_72b32ee58dab25cad0c15f5edc', 'visited_unit_seq'],
  ['IDX_61b4bd3c1f3be5460ca9975dab', 'vehicle_plate_key'],
  ['IDX_82b87fe2e9affc527e06bb65d4', 'trailer_plate_key'],
] as const;
