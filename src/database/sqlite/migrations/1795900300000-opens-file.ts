import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a visit opens the file of its visitor to the visited unit. Those that there are go on opening it. */
export class OpensFile1795900300000 implements MigrationInterface {
  name = 'OpensFile1795900300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "visit" ADD COLUMN "opens_file" integer NOT NULL DEFAULT 2');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "visit" DROP COLUMN "opens_file"');
  }
}
