import type { Statements } from '../../database';
import type { OverduePlace, OverdueVisit } from '../application/ports';
import { Visit, type VisitSnapshot } from '../domain/visit';
import { VisitState } from '../../shared/visit';
import { snapshotColumns } from './visit.row';

type Row = Omit<VisitSnapshot, 'validFrom' | 'validTo' | 'movedAt'> & {
  readonly validFrom: string;
  readonly validTo: string;
  readonly movedAt: string;
};

const SNAPSHOT = Object.entries(snapshotColumns).map(([name, column]) => `v.${column} AS "${name}"`);
const COLUMNS = `${SNAPSHOT.join(', ')}, u.structure, p.person_id AS "approvedBy",
    coalesce(v.moved_at, v.changed_at, v.valid_from) AS "movedAt"`;
const JOINED = `LEFT JOIN org_unit u ON u.seq = v.visited_unit_seq
  LEFT JOIN person p ON p.seq = v.approved_by_seq`;

const WAITING = `SELECT ${COLUMNS} FROM visit v ${JOINED}
  WHERE v.visitor_seq = (SELECT seq FROM visitor WHERE id = ?)
    AND v.state IN (${VisitState.ActivityInvalid}, ${VisitState.EscortUnconfirmed})
  ORDER BY v.seq`;

/** Saved by one statement, which makes other changes wait some milliseconds. */
const OVERDUE_AT_ONCE = 200;

/**
 * The condition on the state repeats that of the index `visit_overdue` word for word, or SQLite does not use the index.
 * The correlated count and the literal limit keep PostgreSQL from planning a scan of a whole table.
 */
const OVERDUE = `SELECT ${COLUMNS}, v.seq,
    (SELECT count(*) FROM visit_history h WHERE h.visit_seq = v.seq AND h.command = 'enter') AS entries
  FROM visit v ${JOINED}
  WHERE v.state < ${VisitState.InArea} AND v.valid_to < ? AND (v.valid_to, v.seq) > (?, ?)
  ORDER BY v.valid_to, v.seq LIMIT ${OVERDUE_AT_ONCE}`;

/** The visits of a visitor that wait for an activity or a confirmation, oldest first. */
export async function loadWaiting(statements: Statements, visitorId: string): Promise<Visit[]> {
  return (await statements.all<Row>(WAITING, [visitorId])).map(row => Visit.restore(toSnapshot(row)));
}

/** The longest overdue visits, see `VisitRepository.overdue`. */
export async function loadOverdue(
  statements: Statements,
  end: Date,
  after: OverduePlace | undefined,
): Promise<OverdueVisit[]> {
  type OverdueRow = Row & { readonly seq: number; readonly entries: number };
  const rows = await statements.all<OverdueRow>(OVERDUE, [
    ...[end.toISOString(), after?.validTo.toISOString() ?? '', after?.seq ?? 0],
  ]);
  return rows.map(({ seq, entries, ...row }) => {
    const snapshot = toSnapshot(row);
    const visit = Visit.restore(snapshot);
    return { visit, wasInside: entries > 0, validTo: snapshot.validTo, seq };
  });
}

function toSnapshot({ validFrom, validTo, movedAt, ...row }: Row): VisitSnapshot {
  return {
    ...row,
    validFrom: new Date(validFrom),
    validTo: new Date(validTo),
    movedAt: new Date(movedAt),
  };
}
