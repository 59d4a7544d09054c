import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AdmissionWindow } from '../domain/admission-window';
import { MoveVisit } from './move-visit';
import { VisitFacts } from './ports';
import type { VisitAnswer } from './visit-answer';

/** Admission: the check at the desk, and the confirmation by host or escort that it may need. */
@Injectable()
export class AdmitVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
    private readonly window: AdmissionWindow,
  ) {}

  /** @throws AppError VisitCannotMove, VisitOutsideWindow, and as `MoveVisit` */
  check(
    caller: Caller,
    { visitId, reason }: { visitId: string; reason: string | null },
  ): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'check', async (visit, at) => {
      visit.check(await this.facts.admissionOf(visitId), { at, reason }, this.window);
    });
  }

  /** @throws AppError PersonNotFound, VisitCannotMove, and as `MoveVisit` */
  approve(
    caller: Caller,
    { visitId, reason, personId }: { visitId: string; reason: string; personId: string },
  ): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'approve', async (visit, at) => {
      visit.approve(personId, await this.facts.admissionOf(visitId), { at, reason });
    });
  }
}
