import { NEXT_CHANGE } from './change-numbers';

const STEPS = `ROWS FROM (json_to_recordset(?::json) AS ("visitId" text, at text, command text, "from" integer, "to" integer,
    reason text, "reasonCode" integer, login text, address text, "requestId" text)) WITH ORDINALITY`;

const INSERT_STEPS = `INSERT INTO visit_history
    (visit_seq, at, command, from_state, to_state, reason, reason_code, login, address, request_id)
  SELECT v.seq, s.at, s.command, s."from", s."to", s.reason, s."reasonCode", s.login, s.address, s."requestId"`;

/**
 * One statement that saves the visits whose version is the one that was loaded, and returns their ids. Rows are locked in
 * the order of their keys, so that saves of several connections cannot deadlock.
 */
export const SAVE = `WITH given AS (
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
    ${INSERT_STEPS} FROM step s JOIN moved v ON v.id = s."visitId" ORDER BY s.ordinality
  ), freed AS (
    UPDATE identifier SET held_by = NULL FROM moved m JOIN over o ON o.id = m.id WHERE held_by = m.id
  )
  SELECT id FROM moved`;

export const WRITE_STEPS = `${INSERT_STEPS} FROM ${STEPS} s JOIN visit v ON v.id = s."visitId" ORDER BY s.ordinality`;
