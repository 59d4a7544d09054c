import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Idempotency keys of the last 24 hours, with the answers that repeats get. */
export class IdempotencyKey1795600400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "idempotency_key" (
      "user_id" varchar(36) NOT NULL,
      "key_digest" varchar(64) NOT NULL,
      "fingerprint" varchar(64) NOT NULL,
      "attempt" varchar(36) NOT NULL,
      "committed" boolean NOT NULL,
      "status" integer,
      "type" varchar(100),
      "error" varchar(100),
      "body" blob,
      "created_at" varchar(24) NOT NULL,
      PRIMARY KEY ("user_id", "key_digest")
    )`);
    await runner.query('CREATE INDEX "IDX_72d9c713a563e6e92176fe0e44" ON "idempotency_key" ("created_at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "idempotency_key"');
  }
}
