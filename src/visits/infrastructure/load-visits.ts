import { among, type Sql, type Statements } from '../../database';
import { Visit, type VisitSnapshot } from '../domain/visit';
import { VisitState } from '../domain/visit-state';

type Row = Omit<VisitSnapshot, 'validFrom' | 'validTo'> & {
  readonly validFrom: string;
  readonly validTo: string;
};

const SELECT = `SELECT v.id, v.version, v.state, v.created_by AS "createdBy", u.structure,
    p.person_id AS "approvedBy", v.entry_code AS "entryCode", v.valid_from AS "validFrom", v.valid_to AS "validTo"
  FROM visit v
  LEFT JOIN org_unit u ON u.seq = v.visited_unit_seq
  LEFT JOIN person p ON p.seq = v.approved_by_seq`;

const { sqlite, postgres } = among('v.id');
const BY_IDS: Sql = { sqlite: `${SELECT} WHERE ${sqlite}`, postgres: `${SELECT} WHERE ${postgres}` };

const WAITING = `${SELECT}
  WHERE v.visitor_seq = (SELECT seq FROM visitor WHERE id = ?)
    AND v.state IN (${VisitState.ActivityInvalid}, ${VisitState.EscortUnconfirmed})
  ORDER BY v.seq`;

/** The visits of these ids, in their order; each a visit of its own, also where an id is given twice. */
export async function loadVisits(
  statements: Statements,
  ids: readonly string[],
): Promise<(Visit | undefined)[]> {
  const rows = await statements.all<Row>(BY_IDS, [JSON.stringify(ids)]);
  const snapshots = new Map(rows.map(row => [row.id, toSnapshot(row)]));
  return ids.map(id => {
    const snapshot = snapshots.get(id);
    return snapshot && Visit.restore(snapshot);
  });
}

/** The visits of a visitor that wait for an activity or a confirmation, the oldest first. */
export async function loadWaiting(statements: Statements, visitorId: string): Promise<Visit[]> {
  return (await statements.all<Row>(WAITING, [visitorId])).map(row => Visit.restore(toSnapshot(row)));
}

function toSnapshot({ validFrom, validTo, ...row }: Row): VisitSnapshot {
  return { ...row, validFrom: new Date(validFrom), validTo: new Date(validTo) };
}
