import type { EntityManager } from 'typeorm';
import { type Condition, query } from '../../database';
import { type Caller, permissionOf, type RecordRight } from '../../shared/caller';
import type { VisitorRow } from './visitor.row';

/**
 * The visitors that a caller may view or edit: all, those that the caller registered, or those of whom one visit at
 * least goes to one of the caller's units or below. The only place where visitors look at visits: in plain SQL,
 * because nothing here may import the feature.
 */
export function permittedVisitors(caller: Caller, right: RecordRight): Condition {
  const permission = permissionOf(caller, 'Visitors', right);
  if (permission === 'All') return { sql: 'TRUE', parameters: [] };
  if (permission === 'Own') return { sql: '"visitor".created_by = ?', parameters: [caller.userId] };
  // What lies below `A` begins with `A - `, and the character after the blank is `!`.
  const units = permission.map(() => 'structure = ? OR (structure >= ? AND structure < ?)');
  return {
    sql: `EXISTS (SELECT 1 FROM visit WHERE visit.visitor_seq = "visitor".seq AND visit.visited_unit_seq IN
      (SELECT seq FROM org_unit WHERE ${units.join(' OR ') || 'FALSE'}))`,
    parameters: permission.flatMap(unit => [unit, `${unit} - `, `${unit} -!`]),
  };
}

/** Whether the caller may view or edit this visitor. */
export async function isPermitted(
  manager: EntityManager,
  { seq }: VisitorRow,
  caller: Caller,
  right: RecordRight,
): Promise<boolean> {
  const { sql, parameters } = permittedVisitors(caller, right);
  const found = await query<object>(manager, `SELECT 1 FROM "visitor" WHERE seq = ? AND ${sql}`, [
    seq,
    ...parameters,
  ]);
  return found.length > 0;
}
