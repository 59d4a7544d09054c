import { QueryFailedError } from 'typeorm';
import type { Sql, Statements } from '../../database';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { ConcurrentUpdate } from '../application/ports';
import type { Visit, VisitSnapshot } from '../domain/visit';
import { finalStates } from '../domain/visit-state';
import { NEXT_CHANGE } from './change-numbers';

/** A visit that has moved since it was loaded, and who moved it. */
export interface MovedVisit {
  readonly visit: Visit;
  readonly by: Caller;
}

/** Nothing where it was stored, else why nothing of it was. */
export type Refusal = AppError | ConcurrentUpdate | undefined;

const OUTDATED = 'a visit is not as it was loaded';

const INTO_HISTORY = `INSERT INTO visit_history
    (visit_seq, at, command, from_state, to_state, reason, reason_code, login, address, request_id)`;

const HISTORY = `${INTO_HISTORY}
  SELECT v.seq, s.value->>1, s.value->>2, s.value->>3, s.value->>4, s.value->>5, s.value->>6, s.value->>7, s.value->>8,
    s.value->>9`;

/**
 * On SQLite, a save is one statement, because each one more costs a way to another thread and back: an insert into a view of the
 * connection that writes, whose trigger does all that a save is. One visit that is not as it was loaded, or that nobody
 * of the directory has confirmed, undoes all of it. `jsonb_each` hands on what was parsed; `json_each` would make a text of
 * each visit, to be parsed again, member by member. The index of a column that is set is written anew, changed or not: when
 * visits begin is set for those alone for which it was changed.
 */
export const SAVING = [
  `CREATE TEMP VIEW moved_visits AS
    SELECT NULL AS visits, NULL AS steps, NULL AS over, NULL AS begins, NULL AS changed_at`,
  `CREATE TEMP TRIGGER save_moved_visits INSTEAD OF INSERT ON moved_visits BEGIN
    UPDATE visit SET version = c.version + 1, state = c.state, approved_by_seq = c.approvedBySeq, entry_code = c.entryCode,
      valid_to = c.validTo, moved_at = c.movedAt, changed_at = NEW.changed_at, change_number = c.number
    FROM (
      SELECT value->>'id' AS id, value->>'version' AS version, value->>'state' AS state, p.seq AS approvedBySeq,
        value->>'entryCode' AS entryCode, value->>'validTo' AS validTo,
        value->>'movedAt' AS movedAt, (${NEXT_CHANGE.sqlite}) AS number
      FROM jsonb_each(NEW.visits) LEFT JOIN person p ON p.person_id = value->>'approvedBy'
      WHERE p.seq IS NOT NULL OR value->>'approvedBy' IS NULL
    ) c
    WHERE visit.id = c.id AND visit.version = c.version;
    SELECT RAISE(ABORT, '${OUTDATED}') WHERE changes() <> json_array_length(NEW.visits);
    ${HISTORY} FROM jsonb_each(NEW.steps) s CROSS JOIN visit v WHERE v.id = s.value->>0;
    UPDATE identifier SET held_by = NULL WHERE held_by IN (SELECT value FROM json_each(NEW.over));
    UPDATE visit SET valid_from = b.value->>1 FROM jsonb_each(NEW.begins) b WHERE visit.id = b.value->>0;
  END`,
];

/** PostgreSQL reads numbers from JSON as text. */
const STEP = `s.value->>1, s.value->>2, (s.value->>3)::integer, (s.value->>4)::integer, s.value->>5,
  (s.value->>6)::integer, s.value->>7, s.value->>8, s.value->>9`;
const STEPS = 'json_array_elements(?::json) WITH ORDINALITY s (value, number)';

/**
 * On PostgreSQL, it is one statement as well, that stores those visits that are as they were loaded, and answers which
 * they are. Rows are locked in one order, so that saves of several connections wait for one another and not in a circle.
 */
const SAVE: Sql = {
  sqlite: 'INSERT INTO moved_visits VALUES (?, ?, ?, ?, ?)',
  postgres: `WITH given AS (
      SELECT g.*, p.seq AS approved_by_seq
      FROM json_to_recordset(?::json) AS g (id text, version integer, state integer, "approvedBy" text,
        "entryCode" text, "validFrom" text, "validTo" text, "movedAt" text)
      LEFT JOIN person p ON p.person_id = g."approvedBy"
      WHERE p.seq IS NOT NULL OR g."approvedBy" IS NULL
    ), change AS MATERIALIZED (${NEXT_CHANGE.postgres}
    ), step AS (SELECT * FROM ${STEPS}
    ), over AS (SELECT json_array_elements_text(?::json) AS id
    ), unmoved AS (
      SELECT v.seq, g.state, g.approved_by_seq, g."entryCode", g."validFrom", g."validTo", g."movedAt"
      FROM visit v JOIN given g ON g.id = v.id AND g.version = v.version
      ORDER BY v.seq FOR UPDATE OF v
    ), moved AS (
      UPDATE visit v SET version = v.version + 1, state = u.state, approved_by_seq = u.approved_by_seq,
        entry_code = u."entryCode", valid_from = u."validFrom", valid_to = u."validTo", moved_at = u."movedAt", changed_at = ?,
        change_number = (SELECT number FROM change)
      FROM unmoved u WHERE v.seq = u.seq
      RETURNING v.seq, v.id
    ), noted AS (
      ${INTO_HISTORY} SELECT m.seq, ${STEP} FROM step s JOIN moved m ON m.id = s.value->>0 ORDER BY s.number
    ), freed AS (
      UPDATE identifier SET held_by = NULL FROM moved m JOIN over o ON o.id = m.id WHERE held_by = m.id
    )
    SELECT id FROM moved`,
};

const WRITE_HISTORY: Sql = {
  sqlite: `${HISTORY} FROM jsonb_each(?) s CROSS JOIN visit v WHERE v.id = s.value->>0`,
  postgres: `${INTO_HISTORY} SELECT v.seq, ${STEP} FROM ${STEPS} JOIN visit v ON v.id = s.value->>0 ORDER BY s.number`,
};
const STORED = `SELECT version, (SELECT seq FROM person WHERE person_id = ?) AS "approvedBySeq" FROM visit WHERE id = ?`;

/**
 * Stores what visits have moved: their columns, their steps, and the cards that those give back that are over. Of one
 * visit that several have moved, the first is stored.
 * @throws QueryFailedError on SQLite, when one of several is to be refused: nothing was stored, and each is to be saved
 * by itself
 */
export async function saveVisits(
  statements: Statements,
  moved: readonly MovedVisit[],
  changedAt: Date,
): Promise<Refusal[]> {
  const firsts = new Map<string, MovedVisit>();
  for (const each of moved) if (!firsts.has(each.visit.id)) firsts.set(each.visit.id, each);
  const kept = [...firsts.values()];
  const snapshots = kept.map(({ visit }) => visit.snapshot());
  const over = snapshots.filter(({ state }) => finalStates.includes(state)).map(({ id }) => id);
  const begins = statements.engine === 'sqlite' ? [kept.filter(wasUpdated).map(beginOf)] : [];
  const parameters = [snapshots, kept.flatMap(stepsOf), over, ...begins].map(value => JSON.stringify(value));
  const refused = await refusedOf(statements, snapshots, [...parameters, changedAt.toISOString()]);
  return moved.map(each =>
    firsts.get(each.visit.id) === each ? refused.get(each.visit.id) : new ConcurrentUpdate(),
  );
}

/** Saves, and tells of those that were not saved why. */
async function refusedOf(
  statements: Statements,
  snapshots: readonly VisitSnapshot[],
  parameters: readonly string[],
): Promise<Map<string, Refusal>> {
  const saved = await savedOf(statements, snapshots, parameters);
  const refused = new Map<string, Refusal>();
  for (const snapshot of snapshots)
    if (!saved.has(snapshot.id)) refused.set(snapshot.id, await refusalOf(statements, snapshot));
  return refused;
}

/** The ids of those that were saved: on SQLite, all or none. */
async function savedOf(
  statements: Statements,
  snapshots: readonly VisitSnapshot[],
  parameters: readonly string[],
): Promise<Set<string>> {
  try {
    const saved = await statements.all<{ id: string }>(SAVE, parameters);
    return new Set((statements.engine === 'postgres' ? saved : snapshots).map(({ id }) => id));
  } catch (error) {
    if (snapshots.length === 1 && error instanceof QueryFailedError && error.message.includes(OUTDATED))
      return new Set();
    throw error;
  }
}

/** Writes down the steps that a new visit has made. */
export async function writeHistory(statements: Statements, moved: MovedVisit): Promise<void> {
  await statements.all(WRITE_HISTORY, [JSON.stringify(stepsOf(moved))]);
}

async function refusalOf(
  statements: Statements,
  { id, version, approvedBy }: VisitSnapshot,
): Promise<Refusal> {
  const [row] = await statements.all<{ version: number; approvedBySeq: number | null }>(STORED, [
    approvedBy,
    id,
  ]);
  if (!row) return new AppError('VisitGone');
  if (row.version === version && approvedBy !== null && row.approvedBySeq === null)
    return new AppError('PersonNotFound', approvedBy);
  return new ConcurrentUpdate();
}

function wasUpdated({ visit: { moves } }: MovedVisit): boolean {
  return moves.some(({ command }) => command === 'update');
}

function beginOf({ visit }: MovedVisit) {
  const { id, validFrom } = visit.snapshot();
  return [id, validFrom];
}

function stepsOf({ visit, by: { login, address, requestId } }: MovedVisit) {
  return visit.moves.map(({ command, from, to, at, reason, reasonCode }) => [
    ...[visit.id, at, command, from, to, reason, reasonCode],
    ...[login, address, requestId],
  ]);
}
