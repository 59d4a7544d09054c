import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { MoveVisit } from './move-visit';
import { VisitFacts } from './ports';
import type { VisitAnswer } from './visit-answer';

@Injectable()
export class CheckVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
  ) {}

  /** The admission check. @throws AppError VisitCannotMove, and as `MoveVisit` */
  execute(
    caller: Caller,
    { visitId, reason }: { visitId: string; reason: string | null },
  ): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'Edit', async (visit, at) =>
      visit.check(await this.facts.admissionOf(visitId), { at, reason }),
    );
  }
}
