import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { MoveVisit } from './move-visit';
import { VisitFacts } from './ports';
import type { VisitAnswer } from './visit-answer';

@Injectable()
export class ApproveVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
  ) {}

  /** A host or escort confirms. @throws AppError PersonNotFound, VisitCannotMove, and as `MoveVisit` */
  execute(
    caller: Caller,
    { visitId, reason, personId }: { visitId: string; reason: string; personId: string },
  ): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'Edit', async (visit, at) =>
      visit.approve(personId, await this.facts.admissionOf(visitId), { at, reason }),
    );
  }
}
