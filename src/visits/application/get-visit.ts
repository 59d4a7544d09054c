import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import type { Listed, Page } from '../../shared/page';
import { type HistoryEntry, VisitViews } from './ports';
import { type VisitAnswer, VisitAnswers } from './visit-answer';

/** What can be read of a visit. */
@Injectable()
export class GetVisit {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly views: VisitViews,
  ) {}

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  execute(caller: Caller, visitId: string): Promise<VisitAnswer> {
    return this.answers.view(caller, visitId);
  }

  /** Its steps, first one first. @throws AppError VisitNotExists, VisitsViewPermission */
  async history(caller: Caller, visitId: string, page: Page): Promise<Listed<HistoryEntry>> {
    await this.answers.viewable(caller, visitId);
    return this.views.history(visitId, page);
  }

  /** Null once the visit is over. @throws AppError VisitNotExists, VisitsViewPermission */
  async entryCode(caller: Caller, visitId: string): Promise<string | null> {
    return (await this.answers.viewable(caller, visitId)).entryCode;
  }
}
