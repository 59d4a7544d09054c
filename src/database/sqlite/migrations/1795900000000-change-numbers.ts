import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits are told apart by the number of their last change and no longer by its time; and they know when they moved last. */
export class ChangeNumbers1795900000000 implements MigrationInterface {
  name = 'ChangeNumbers1795900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  'ALTER TABLE "visit" ADD COLUMN "moved_at" varchar(24)',
  'ALTER TABLE "visit" ADD COLUMN "change_number" integer',
  `UPDATE "visit" SET "change_number" = "ranked"."number", "moved_at" = coalesce(
      (SELECT max("at") FROM "visit_history" WHERE "visit_seq" = "visit"."seq"), "changed_at")
    FROM (SELECT "seq", row_number() OVER (ORDER BY "changed_at", "id") AS "number" FROM "visit") AS "ranked"
    WHERE "ranked"."seq" = "visit"."seq"`,
  // The next number is the one after that of the last step; there are as many steps as visits, if nobody has removed any.
  `INSERT INTO sqlite_sequence (name, seq) SELECT 'visit_history', 0
    WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'visit_history')`,
  `UPDATE sqlite_sequence SET seq = max(seq, (SELECT count(*) FROM "visit")) WHERE name = 'visit_history'`,
  'DROP INDEX "IDX_71e0bf274dd29bfef12a957b9f"',
  'CREATE INDEX "IDX_8fffb66ceca4f3a8f611a664bd" ON "visit" ("change_number")',
];

const down = [
  'DROP INDEX "IDX_8fffb66ceca4f3a8f611a664bd"',
  'CREATE INDEX "IDX_71e0bf274dd29bfef12a957b9f" ON "visit" ("changed_at")',
  'ALTER TABLE "visit" DROP COLUMN "change_number"',
  'ALTER TABLE "visit" DROP COLUMN "moved_at"',
];
