import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn, text } from './columns';

/** The records that a stored answer shows: a repeat checks the permission for each of them again. */
export class ShownRecords1795900400000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, 'idempotency_key', 'shows', text(2000));
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumn(runner, 'idempotency_key', 'shows');
  }
}
