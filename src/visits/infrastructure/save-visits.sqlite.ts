import { NEXT_CHANGE } from './change-numbers';

/** The message of the error if a visit has a stale version, or is approved by a person who is not in the directory. */
export const STALE = 'a visit is not as it was loaded';

const INSERT_STEPS = `INSERT INTO visit_history
    (visit_seq, at, command, from_state, to_state, reason, reason_code, login, address, request_id)
  SELECT v.seq, s.value->>'at', s.value->>'command', s.value->>'from', s.value->>'to', s.value->>'reason',
    s.value->>'reasonCode', s.value->>'login', s.value->>'address', s.value->>'requestId'`;

/**
 * A save is one statement, because each statement costs a round trip to the thread of the driver: an insert into a temporary
 * view, whose trigger does all that belongs to a save. Both exist only on the connection that writes. If one visit is
 * stale, the whole statement is rolled back.
 *
 * `jsonb_each` passes parsed values on; `json_each` would make a text of each visit, which every `->>` parses again.
 * `valid_from` is set only where it was changed, because SQLite writes the index of a column that is set, changed or not.
 */
export const SET_UP = [
  `CREATE TEMP VIEW moved_visits AS
    SELECT NULL AS visits, NULL AS steps, NULL AS over, NULL AS changed_at, NULL AS begins`,
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
    SELECT RAISE(ABORT, '${STALE}') WHERE changes() <> json_array_length(NEW.visits);
    ${INSERT_STEPS} FROM jsonb_each(NEW.steps) s CROSS JOIN visit v WHERE v.id = s.value->>'visitId';
    UPDATE identifier SET held_by = NULL WHERE held_by IN (SELECT value FROM json_each(NEW.over));
    UPDATE visit SET valid_from = b.value->>'validFrom' FROM jsonb_each(NEW.begins) b WHERE visit.id = b.value->>'id';
  END`,
];

export const SAVE = 'INSERT INTO moved_visits VALUES (?, ?, ?, ?, ?)';

export const WRITE_STEPS = `${INSERT_STEPS} FROM jsonb_each(?) s CROSS JOIN visit v WHERE v.id = s.value->>'visitId'`;
