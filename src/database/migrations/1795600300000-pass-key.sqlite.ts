import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key that signs passes. */
export class PassKey1795600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "pass_key" (
      "seq" integer PRIMARY KEY NOT NULL,
      "private_key" varchar(200) NOT NULL,
      "created_at" varchar(24) NOT NULL,
      CONSTRAINT "CHK_f9f8679d6c8398c5ab799013ce" CHECK ("seq" = 1))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "pass_key"');
  }
}
