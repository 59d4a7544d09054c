import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn, foldedText } from './columns';
import { fillDocumentKeys, foldAgain } from './fold-again';

/** A document is found whatever its spelling, and typography no longer makes a difference in searched texts. */
export class FoldedDocuments1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'visitor', 'document_key', foldedText(600));
    await fillDocumentKeys(runner);
    await runner.query('CREATE UNIQUE INDEX "visitor_document_key" ON "visitor" ("document_key")');
    await foldAgain(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "visitor_document_key"');
    await dropColumn(runner, 'visitor', 'document_key');
  }
}
