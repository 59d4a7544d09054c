import type { Sql, Statements } from '../../database';

/**
 * Every change of a visit has a number that is higher than those of all changes that were visible before. A client that asks
 * for the changes after the highest number it knows misses none, whatever the clock does. The number is the key of the first
 * step that the change adds to the history.
 *
 * SQLite runs one transaction after the other. On PostgreSQL they run concurrently, and the higher number may be committed
 * first. So until its end, each change marks the number above which its own will be, by an advisory lock whose key is the
 * highest number so far. Nothing waits for these locks: readers look for them, and read up to the lowest one.
 */
const CHANGING = 0x47746368;

/** The highest number so far, those of rolled-back transactions included. */
const GIVEN: Readonly<Record<Statements['engine'], string>> = {
  sqlite: `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'visit_history'), 0) AS number`,
  postgres: `SELECT (CASE WHEN is_called THEN last_value ELSE last_value - 1 END)::integer AS number FROM visit_history_seq_seq`,
};

/** The number of this change. On PostgreSQL, the mark is set first. */
export const NEXT_CHANGE: Readonly<Record<Statements['engine'], string>> = {
  sqlite: `SELECT number + 1 FROM (${GIVEN.sqlite})`,
  postgres: `SELECT CASE WHEN pg_try_advisory_xact_lock_shared(${CHANGING}, number)
      THEN nextval('visit_history_seq_seq') END AS number FROM (${GIVEN.postgres}) given`,
};

/** The marks are read after the highest number: a change without a mark then has a higher number. */
const VISIBLE: Sql = {
  sqlite: GIVEN.sqlite,
  postgres: `WITH given AS MATERIALIZED (${GIVEN.postgres})
    SELECT least(number, (
      SELECT min(objid::bigint) FROM pg_locks
      WHERE locktype = 'advisory' AND classid = ${CHANGING} AND objsubid = 2 AND given.number IS NOT NULL
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))) AS number
    FROM given`,
};

/** From now on, readers see all changes up to this number, and all other changes have a higher one; 0 if there are none. */
export async function newestChangeIn(statements: Statements): Promise<number> {
  const [row] = await statements.all<{ number: number }>(VISIBLE);
  return row?.number ?? 0;
}

/**
 * The highest number such that all changes up to it were made before a time. The times of changes rise with their numbers,
 * so a binary search looks at some thirty of them.
 */
export const LAST_BEFORE = `WITH RECURSIVE place (number, step) AS (
    SELECT -1, 1073741824
    UNION ALL
    SELECT CASE WHEN (
        SELECT changed_at FROM visit WHERE change_number > number + step ORDER BY change_number LIMIT 1) < ?
      THEN number + step ELSE number END, step / 2
    FROM place WHERE step > 0
  ) SELECT number + 1 AS number FROM place WHERE step = 0`;
