import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { MoveVisit } from './move-visit';
import type { VisitAnswer } from './visit-answer';

@Injectable()
export class EndVisit {
  constructor(private readonly moveVisit: MoveVisit) {}

  /** The visitor has left for good. Asks for View, as the origin does. @throws AppError VisitCannotBeEnded, and as `MoveVisit` */
  execute(caller: Caller, { visitId, reason }: { visitId: string; reason: string }): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'end', (visit, at) => visit.end({ at, reason }));
  }
}
