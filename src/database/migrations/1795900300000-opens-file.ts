import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumn, dropColumn } from './columns';

/** How far a visit opens the file of its visitor to the visited unit. Existing visits go on opening it. */
export class OpensFile1795900300000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return addColumn(runner, 'visit', 'opens_file', 'integer NOT NULL DEFAULT 2');
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumn(runner, 'visit', 'opens_file');
  }
}
