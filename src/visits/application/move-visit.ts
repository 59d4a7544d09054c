import { Injectable } from '@nestjs/common';
import { type Caller, mayTouch, type RecordRight } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import type { Visit } from '../domain/visit';
import { retryingConcurrentUpdate } from './concurrency';
import { VisitRepository } from './ports';
import { type VisitAnswer, VisitAnswers } from './visit-answer';

const refusal = { View: 'VisitsViewPermission', Edit: 'VisitsEditPermission' } as const;

/** The course of every command: load or refuse, ask whether the caller may, let the visit move, save, read back. */
@Injectable()
export class MoveVisit {
  constructor(
    private readonly visits: VisitRepository,
    private readonly answers: VisitAnswers,
    private readonly clock: Clock,
  ) {}

  /**
   * @param right the record permission that the command asks for
   * @throws AppError VisitNotExists, VisitsViewPermission or VisitsEditPermission, what `move` refuses, VisitGone,
   * VisitUpdateFailed
   */
  async execute(
    caller: Caller,
    visitId: string,
    right: RecordRight,
    move: (visit: Visit, at: Date) => void | Promise<void>,
  ): Promise<VisitAnswer> {
    await retryingConcurrentUpdate(async () => {
      const visit = await this.visits.find(visitId);
      if (!visit) throw new AppError('VisitNotExists');
      if (!mayTouch(caller, right, visit.snapshot())) throw new AppError(refusal[right]);
      await move(visit, this.clock.now());
      await this.visits.save(visit, caller);
    });
    return this.answers.afterChange(caller, visitId);
  }
}
