import { type Caller, holds, mayTouch } from '../../shared/caller';
import type { ShownRecord } from '../../shared/shown-record';
import type { VisitorGetByDocResp } from './visit-answers.dto';
import type { VisitBeginResp, VisitGetResp } from './visit.dto';

/** Which records the answers of visits show, beside what the caller sent: a repeat of the answer asks for them again. */

export const byView = (answer: VisitGetResp): ShownRecord[] => moved(answer, 'View');
export const byEdit = (answer: VisitGetResp): ShownRecord[] => moved(answer, 'Edit');

function moved(answer: VisitGetResp, right: 'View' | 'Edit'): ShownRecord[] {
  // Null where the name alone is shown.
  const isFull = answer.Visitor.Company !== null;
  return [
    { agenda: 'Visits', right, id: answer.VisitId },
    ...last(answer),
    ...(isFull ? visitor(answer) : []),
  ];
}

/** Who may view no visits has sent what the answer shows of the new one. */
export function begun(answer: VisitBeginResp, caller: Caller): ShownRecord[] {
  const structure = answer.VisitedOrgStructure?.Structure ?? null;
  const mayView =
    holds(caller, 'Visits', 'View') && mayTouch(caller, 'View', { createdBy: caller.userId, structure });
  return [
    ...(mayView ? [{ agenda: 'Visits', right: 'View', id: answer.VisitId } as const] : []),
    ...last(answer),
    ...(answer.VisitorMatch === null ? [] : visitor(answer)),
  ];
}

export function known(answer: VisitorGetByDocResp): ShownRecord[] {
  return [...last(answer), ...visitor(answer)];
}

function last({ LastVisit }: Pick<VisitGetResp, 'LastVisit'>): ShownRecord[] {
  return LastVisit ? [{ agenda: 'Visits', right: 'View', id: LastVisit.VisitId }] : [];
}

function visitor({ Visitor }: Pick<VisitorGetByDocResp, 'Visitor'>): ShownRecord[] {
  return Visitor?.VisitorId ? [{ agenda: 'Visitors', right: 'View', id: Visitor.VisitorId }] : [];
}
