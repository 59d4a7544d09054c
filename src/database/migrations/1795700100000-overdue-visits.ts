import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds open visits of visitors outside the area by the end of their window. */
export class OverdueVisits1795700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "visit_overdue" ON "visit" ("valid_to", "seq") WHERE "state" < 6');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "visit_overdue"');
  }
}
