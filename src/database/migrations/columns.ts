import type { QueryRunner } from 'typeorm';
import { engineOf, type Sql, textFor } from '../statements';

/** The type of a text column. PostgreSQL compares it by its bytes, as SQLite does. */
export const text = (length: number): Sql => ({
  sqlite: `varchar(${length})`,
  postgres: `varchar(${length}) COLLATE "C"`,
});

/** The type of a text that `foldText` has made. It may be longer than its source, so PostgreSQL sets no limit. */
export const foldedText = (length: number): Sql => ({
  sqlite: `varchar(${length})`,
  postgres: 'varchar COLLATE "C"',
});

/**
 * Plain SQL: `runner.addColumn` of TypeORM copies the whole table on SQLite, and loses its triggers.
 * @param type with `NOT NULL DEFAULT …` if the column must not be null
 */
export async function addColumn(
  runner: QueryRunner,
  table: string,
  column: string,
  type: Sql,
): Promise<void> {
  await runner.query(
    `ALTER TABLE "${table}" ADD COLUMN "${column}" ${textFor(engineOf(runner.manager), type)}`,
  );
}

export async function dropColumn(runner: QueryRunner, table: string, column: string): Promise<void> {
  await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
}
