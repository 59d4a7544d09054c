import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { Listed, Page } from '../../shared/page';
import { type HistoryEntry, PassSigner, VisitRepository } from './ports';
import { type VisitAnswer, VisitAnswers } from './visit-answer';

/** What opens doors for a visitor. */
export interface EntryCode {
  /** Six digits. */
  readonly code: string;
  /** The signed text that a QR picture shows. */
  readonly pass: string;
}

/** What can be read of a visit. */
@Injectable()
export class GetVisit {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: VisitRepository,
    private readonly passes: PassSigner,
  ) {}

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  execute(caller: Caller, visitId: string): Promise<VisitAnswer> {
    return this.answers.view(caller, visitId);
  }

  /** Its steps, first one first. @throws AppError VisitNotExists, VisitsViewPermission */
  async history(caller: Caller, visitId: string, page: Page): Promise<Listed<HistoryEntry>> {
    const [, history] = await Promise.all([
      this.answers.viewable(caller, visitId),
      this.visits.history(visitId, page),
    ]);
    return history;
  }

  /** Null once the visit is over. @throws AppError VisitNotExists, VisitsViewPermission */
  async entryCode(caller: Caller, visitId: string): Promise<EntryCode | null> {
    const visit = await this.answers.viewable(caller, visitId);
    return visit.entryCode === null ? null : { code: visit.entryCode, pass: await this.passes.sign(visit) };
  }

  /** The text for a QR picture. @throws AppError VisitNotExists, VisitsViewPermission, NoEntryCode */
  async pass(caller: Caller, visitId: string): Promise<string> {
    const entryCode = await this.entryCode(caller, visitId);
    if (!entryCode) throw new AppError('NoEntryCode', visitId);
    return entryCode.pass;
  }
}
