import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AdmissionWindow } from '../domain/admission-window';
import { MoveVisit } from './move-visit';
import type { VisitAnswer } from './visit-answer';

interface Pass {
  readonly visitId: string;
  readonly reason: string | null;
}

/** Passes of a visitor through the gate of the area. */
@Injectable()
export class PassVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly window: AdmissionWindow,
  ) {}

  /** @throws AppError VisitCannotMove, VisitOutsideWindow, and as `MoveVisit` */
  enter(caller: Caller, { visitId, reason }: Pass): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'enter', (visit, at) =>
      visit.enter({ at, reason }, this.window),
    );
  }

  /** To come back. @throws AppError VisitCannotMove, and as `MoveVisit` */
  stepOut(caller: Caller, { visitId, reason }: Pass): Promise<VisitAnswer> {
    return this.moveVisit.execute(caller, visitId, 'stepOut', (visit, at) => visit.stepOut({ at, reason }));
  }
}
