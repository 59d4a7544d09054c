import type { EntityManager } from 'typeorm';
import { atOrBelow, type Condition, engineOf, type EngineName, query } from '../../database';
import { type Caller, holds, mayTouchRecord, permissionOf, type RecordRight } from '../../shared/caller';
import type { VisitorRow } from './visitor.row';

/**
 * The access that a visit gives the users of the visited unit to the file of its visitor. It is never more than the access
 * of the user who created the visit, so creating a visit does not widen access to a file.
 */
export const OpensFile = { Not: 0, ToView: 1, ToEdit: 2 } as const;
export type OpensFile = (typeof OpensFile)[keyof typeof OpensFile];

const needed: Readonly<Record<RecordRight, OpensFile>> = { View: OpensFile.ToView, Edit: OpensFile.ToEdit };

/**
 * The visitors that a caller may view or edit: all, those registered by the caller, or those with a visit to one of the
 * caller's units or below that opens the file. This reads the table of visits in plain SQL, because visitors may not
 * import that feature.
 */
export function permittedVisitors(engine: EngineName, caller: Caller, right: RecordRight): Condition {
  const permission = permissionOf(caller, 'Visitors', right);
  if (permission === 'All') return { sql: 'TRUE', parameters: [] };
  if (permission === 'Own') return { sql: '"visitor".created_by = ?', parameters: [caller.userId] };
  return {
    sql: `EXISTS (SELECT 1 FROM visit WHERE visit.visitor_seq = "visitor".seq AND visit.opens_file >= ${needed[right]}
      AND visit.visited_unit_seq IN (SELECT seq FROM org_unit WHERE ${atOrBelow('org_unit')[engine]}))`,
    parameters: [JSON.stringify(permission)],
  };
}

type Owned = Pick<VisitorRow, 'seq' | 'createdBy'>;

/** Whether the caller's record permission covers this visitor. */
export async function isPermitted(
  manager: EntityManager,
  { seq, createdBy }: Owned,
  caller: Caller,
  right: RecordRight,
): Promise<boolean> {
  if (typeof permissionOf(caller, 'Visitors', right) === 'string')
    return mayTouchRecord(caller, 'Visitors', right, { createdBy, structures: [] });
  const { sql, parameters } = permittedVisitors(engineOf(manager), caller, right);
  const found = await query<object>(manager, `SELECT 1 FROM "visitor" WHERE seq = ? AND ${sql}`, [
    seq,
    ...parameters,
  ]);
  return found.length > 0;
}

/** Whether the caller may view or edit this visitor, by privilege and record permission. */
export async function mayTouchVisitor(
  manager: EntityManager,
  visitor: Owned,
  caller: Caller,
  right: RecordRight,
): Promise<boolean> {
  return holds(caller, 'Visitors', right) && isPermitted(manager, visitor, caller, right);
}

/** The caller's access to the file of this visitor. */
export async function openTo(manager: EntityManager, visitor: Owned, caller: Caller): Promise<OpensFile> {
  if (!(await mayTouchVisitor(manager, visitor, caller, 'View'))) return OpensFile.Not;
  return (await mayTouchVisitor(manager, visitor, caller, 'Edit')) ? OpensFile.ToEdit : OpensFile.ToView;
}
