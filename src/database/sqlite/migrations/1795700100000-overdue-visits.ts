import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds visits that are open and out of the area by the end of their time. */
export class OverdueVisits1795700100000 implements MigrationInterface {
  name = 'OverdueVisits1795700100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "visit_overdue" ON "visit" ("valid_to", "seq") WHERE "state" < 6');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "visit_overdue"');
  }
}
