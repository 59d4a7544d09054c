import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillDocumentKeys, foldAgain } from '../../fold-again';

/** Documents are found however they are spelt, and typography no longer tells texts apart that are searched. */
export class FoldedDocuments1796000000000 implements MigrationInterface {
  name = 'FoldedDocuments1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "visitor" ADD COLUMN "document_key" varchar COLLATE "C"');
    await fillDocumentKeys(runner);
    await runner.query('CREATE UNIQUE INDEX "visitor_document_key" ON "visitor" ("document_key")');
    await foldAgain(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "visitor_document_key"');
    await runner.query('ALTER TABLE "visitor" DROP COLUMN "document_key"');
  }
}
