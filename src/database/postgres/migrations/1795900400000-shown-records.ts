import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which records a kept answer shows: a repeat asks for them again. */
export class ShownRecords1795900400000 implements MigrationInterface {
  name = 'ShownRecords1795900400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "idempotency_key" ADD COLUMN "shows" varchar(2000) COLLATE "C"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "idempotency_key" DROP COLUMN "shows"');
  }
}
