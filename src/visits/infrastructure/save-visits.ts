import type { Statements } from '../../database';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { ConcurrentUpdate } from '../application/ports';
import type { Visit } from '../domain/visit';
import { finalStates } from '../domain/visit-state';

/** A visit that has moved since it was loaded, and who moved it. */
export interface MovedVisit {
  readonly visit: Visit;
  readonly by: Caller;
}

/** Where the visit is stored, or why nothing of it was. */
export type Saved = { readonly seq: number } | { readonly refusal: Error };

interface Stored {
  readonly item: number;
  readonly seq: number;
  readonly version: number;
  readonly approvedBySeq: number | null;
}

const STORED = `SELECT c.key AS item, v.seq, v.version, p.seq AS approvedBySeq
  FROM json_each(?) c
  JOIN visit v ON v.id = c.value->>'id'
  LEFT JOIN person p ON p.person_id = c.value->>'approvedBy'`;

const UPDATE = `UPDATE visit SET version = c.version, state = c.state, approved_by_seq = c.approvedBySeq,
    entry_code = c.entryCode, valid_from = c.validFrom, valid_to = c.validTo, changed_at = ?2
  FROM (
    SELECT value->>'seq' AS seq, value->>'version' AS version, value->>'state' AS state,
      value->>'approvedBySeq' AS approvedBySeq, value->>'entryCode' AS entryCode,
      value->>'validFrom' AS validFrom, value->>'validTo' AS validTo
    FROM json_each(?1)
  ) c
  WHERE visit.seq = c.seq`;

const HISTORY = `INSERT INTO visit_history
    (visit_seq, at, command, from_state, to_state, reason, reason_code, login, address, request_id)
  SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9
  FROM json_each(?)`;

const RELEASE_CARDS =
  'UPDATE identifier SET held_by = NULL WHERE held_by IN (SELECT value FROM json_each(?))';

/**
 * Stores what visits have moved, within a transaction of the caller: their columns, their steps, and the cards that
 * those give back that are over. One that somebody else saved meanwhile, or another of these, is refused by itself.
 */
export async function saveVisits(
  statements: Statements,
  moved: readonly MovedVisit[],
  changedAt: Date,
): Promise<Saved[]> {
  const stored = await findStored(statements, moved);
  const kept: KeptVisit[] = [];
  const saved = moved.map(({ visit, by }, item): Saved => {
    const row = stored.get(item);
    if (!row) return { refusal: new AppError('VisitGone') };
    const { approvedBy, version } = visit.snapshot();
    if (approvedBy !== null && row.approvedBySeq === null)
      return { refusal: new AppError('PersonNotFound', approvedBy) };
    if (row.version !== version || kept.some(other => other.row.seq === row.seq))
      return { refusal: new ConcurrentUpdate() };
    kept.push({ visit, by, row });
    return { seq: row.seq };
  });
  if (kept.length > 0) await write(statements, kept, changedAt);
  return saved;
}

/** The steps that visits have made, in the order of the visits. */
export async function writeHistory(
  statements: Statements,
  moved: readonly (MovedVisit & { readonly row: Pick<Stored, 'seq'> })[],
): Promise<void> {
  await statements.all(HISTORY, [JSON.stringify(moved.flatMap(stepsOf))]);
}

interface KeptVisit extends MovedVisit {
  readonly row: Stored;
}

async function findStored(
  statements: Statements,
  moved: readonly MovedVisit[],
): Promise<Map<number, Stored>> {
  const wanted = moved.map(({ visit }) => {
    const { id, approvedBy } = visit.snapshot();
    return { id, approvedBy };
  });
  const rows = await statements.all<Stored>(STORED, [JSON.stringify(wanted)]);
  return new Map(rows.map(row => [row.item, row]));
}

/** Within a transaction that nobody else writes in, the order of these does not matter. */
async function write(statements: Statements, kept: readonly KeptVisit[], changedAt: Date): Promise<void> {
  const over = kept.flatMap(({ visit }) => {
    const { id, state } = visit.snapshot();
    return finalStates.includes(state) ? [id] : [];
  });
  const writing = [
    statements.all(UPDATE, [JSON.stringify(kept.map(columnsOf)), changedAt.toISOString()]),
    writeHistory(statements, kept),
    ...(over.length > 0 ? [statements.all(RELEASE_CARDS, [JSON.stringify(over)])] : []),
  ];
  // All have ended before the caller commits or rolls back, whichever of them fails.
  for (const outcome of await Promise.allSettled(writing))
    if (outcome.status === 'rejected') throw outcome.reason;
}

function columnsOf({ visit, row: { seq, approvedBySeq } }: KeptVisit) {
  const { version, state, entryCode, validFrom, validTo } = visit.snapshot();
  return { seq, version: version + 1, state, approvedBySeq, entryCode, validFrom, validTo };
}

function stepsOf({
  visit,
  by: { login, address, requestId },
  row: { seq },
}: MovedVisit & { readonly row: Pick<Stored, 'seq'> }) {
  return visit.moves.map(({ command, from, to, at, reason, reasonCode }) => [
    ...[seq, at, command, from, to, reason, reasonCode],
    ...[login, address, requestId],
  ]);
}
