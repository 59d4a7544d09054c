import type { Sql, Statements } from '../../database';

/**
 * Every change of a visit has a number, higher than that of any change that anybody can have read: who asks for the changes
 * after the highest number that they know of misses none, whatever the clock does. The number is that of the first step
 * that the change adds to the history, which no later step ever has again.
 *
 * SQLite makes one change after the other. PostgreSQL makes them side by side, and the higher number may be committed first. So
 * each change marks, until it has ended, above which number its own will be: it holds an advisory lock that is named
 * after the highest number so far, which nobody ever waits for. Readers go up to the lowest mark.
 */
const CHANGING = 0x47746368;

/** The highest number that was given, also to what was taken back. */
const GIVEN: Readonly<Record<Statements['engine'], string>> = {
  sqlite: `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'visit_history'), 0) AS number`,
  postgres: `SELECT (CASE WHEN is_called THEN last_value ELSE last_value - 1 END)::integer AS number FROM visit_history_seq_seq`,
};

/** The number of the change under way. On PostgreSQL, the mark is set first. */
export const NEXT_CHANGE: Readonly<Record<Statements['engine'], string>> = {
  sqlite: `SELECT number + 1 FROM (${GIVEN.sqlite})`,
  postgres: `SELECT CASE WHEN pg_try_advisory_xact_lock_shared(${CHANGING}, number)
      THEN nextval('visit_history_seq_seq') END AS number FROM (${GIVEN.postgres}) given`,
};

/** The marks are looked at after the highest number, so that a change without one has a higher number. */
const TOLD: Sql = {
  sqlite: GIVEN.sqlite,
  postgres: `WITH given AS MATERIALIZED (${GIVEN.postgres})
    SELECT least(number, (
      SELECT min(objid::bigint) FROM pg_locks
      WHERE locktype = 'advisory' AND classid = ${CHANGING} AND objsubid = 2 AND given.number IS NOT NULL
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))) AS number
    FROM given`,
};

/** All changes up to this number are to be seen by who reads from now on, and all others have a higher one; 0 when there is none. */
export async function newestChangeIn(statements: Statements): Promise<number> {
  const [row] = await statements.all<{ number: number }>(TOLD);
  return row?.number ?? 0;
}

/**
 * The highest number of which all changes up to it were made before a time. The times of changes go up with their
 * numbers, so that this looks at some thirty of them.
 */
export const LAST_BEFORE = `WITH RECURSIVE place (number, step) AS (
    SELECT -1, 1073741824
    UNION ALL
    SELECT CASE WHEN (
        SELECT changed_at FROM visit WHERE change_number > number + step ORDER BY change_number LIMIT 1) < ?
      THEN number + step ELSE number END, step / 2
    FROM place WHERE step > 0
  ) SELECT number + 1 AS number FROM place WHERE step = 0`;
