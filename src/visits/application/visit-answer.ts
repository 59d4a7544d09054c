import { Injectable } from '@nestjs/common';
import { type Caller, mayTouch } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { VisitorMatch } from '../../shared/visitor';
import { type VisitView, VisitViews, type VisitWithPrevious } from './ports';

/** What every action on a visit answers: the visit as it is now, and the visitor's one before. */
export interface VisitAnswer {
  readonly visit: VisitView;
  /** Null also where the caller may not see it. */
  readonly lastVisit: VisitView | null;
}

/** What beginning a visit answers: also why it is for this visitor. */
export interface BegunVisit extends VisitAnswer {
  readonly visitorMatch: VisitorMatch;
}

/** Reads back what a caller gets to see. */
@Injectable()
export class VisitAnswers {
  constructor(private readonly views: VisitViews) {}

  /** After a change that the caller was allowed to make. @throws AppError VisitGone when it was erased meanwhile */
  async afterChange(caller: Caller, visitId: string): Promise<VisitAnswer> {
    const found = await this.views.find(visitId);
    if (!found) throw new AppError('VisitGone');
    return answer(caller, found);
  }

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  async view(caller: Caller, visitId: string): Promise<VisitAnswer> {
    const found = await this.views.find(visitId);
    if (!found) throw new AppError('VisitNotExists');
    if (!mayTouch(caller, 'View', found.visit)) throw new AppError('VisitsViewPermission');
    return answer(caller, found);
  }

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  async viewable(caller: Caller, visitId: string): Promise<VisitView> {
    return (await this.view(caller, visitId)).visit;
  }
}

function answer(caller: Caller, { visit, previous }: VisitWithPrevious): VisitAnswer {
  return { visit, lastVisit: previous && mayTouch(caller, 'View', previous) ? previous : null };
}
