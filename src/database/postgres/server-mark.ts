import type { QueryRunner } from 'typeorm';

/** The comment on the table of migrations that marks a database as ours. */
export const MARK = 'Gatehouse';

/** The comment while rows of a file are moved here; it has the fingerprint of the file. */
export const moving = new RegExp(`^${MARK}, moving from (\\w+)$`);

interface Table {
  readonly name: string;
  readonly comment: string | null;
}

/** Undefined if there are no tables, null if they are not ours. */
export async function markOf(runner: QueryRunner): Promise<string | null | undefined> {
  const tables = (await runner.query(
    `SELECT relname AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')`,
  )) as Table[];
  if (tables.length === 0) return undefined;
  const comment = tables.find(({ name }) => name === 'migrations')?.comment ?? '';
  return comment === MARK || moving.test(comment) ? comment : null;
}

export async function setMark(runner: QueryRunner, mark: string): Promise<void> {
  await runner.query(`COMMENT ON TABLE migrations IS '${mark}'`);
}
