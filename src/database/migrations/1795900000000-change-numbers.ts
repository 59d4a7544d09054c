import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../statements';
import { addColumn, dropColumn, text } from './columns';

/** Visits are ordered by the number of their last change instead of its time, and have the time of their last move. */
export class ChangeNumbers1795900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'visit', 'moved_at', text(24));
    await addColumn(runner, 'visit', 'change_number', 'integer');
    await runner.query(NUMBER_VISITS);
    for (const statement of raiseCounter[engineOf(runner.manager)]) await runner.query(statement);
    await runner.query('DROP INDEX "IDX_71e0bf274dd29bfef12a957b9f"');
    await runner.query('CREATE INDEX "IDX_8fffb66ceca4f3a8f611a664bd" ON "visit" ("change_number")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IDX_8fffb66ceca4f3a8f611a664bd"');
    await runner.query('CREATE INDEX "IDX_71e0bf274dd29bfef12a957b9f" ON "visit" ("changed_at")');
    await dropColumn(runner, 'visit', 'change_number');
    await dropColumn(runner, 'visit', 'moved_at');
  }
}

const NUMBER_VISITS = `UPDATE "visit" SET "change_number" = "ranked"."number", "moved_at" = coalesce(
      (SELECT max("at") FROM "visit_history" WHERE "visit_seq" = "visit"."seq"), "changed_at")
    FROM (SELECT "seq", row_number() OVER (ORDER BY "changed_at", "id") AS "number" FROM "visit") AS "ranked"
    WHERE "ranked"."seq" = "visit"."seq"`;

/** The next number is that of the next step. Where steps were removed, the counter may be below the number of visits. */
const raiseCounter = {
  sqlite: [
    `INSERT INTO sqlite_sequence (name, seq) SELECT 'visit_history', 0
      WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'visit_history')`,
    `UPDATE sqlite_sequence SET seq = max(seq, (SELECT count(*) FROM "visit")) WHERE name = 'visit_history'`,
  ],
  postgres: [
    `SELECT setval('visit_history_seq_seq', count) FROM (SELECT count(*) FROM "visit") AS "visits", visit_history_seq_seq
      WHERE count > last_value`,
  ],
};
