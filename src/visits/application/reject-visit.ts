import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import type { RejectReason } from '../domain/move';
import { MoveVisit } from './move-visit';
import type { VisitAnswer } from './visit-answer';

@Injectable()
export class RejectVisit {
  constructor(private readonly moveVisit: MoveVisit) {}

  /** The visit will not take place. @throws AppError VisitCannotMove, and as `MoveVisit` */
  execute(
    caller: Caller,
    { visitId, reason, reasonCode }: { visitId: string; reason: string; reasonCode: RejectReason },
  ): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'reject', (visit, at) =>
      visit.reject(reasonCode, { at, reason }),
    );
  }
}
