import { Injectable } from '@nestjs/common';
import { type Caller, mayTouch } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { Visit, type VisitSnapshot } from '../domain/visit';
import { rightFor, type VisitCommand } from '../domain/visit-state';
import { retryingConcurrentUpdate } from './concurrency';
import { type VisitChanges, VisitRepository, type VisitView } from './ports';
import { type VisitAnswer, VisitAnswers } from './visit-answer';

/** The visit as one command may use it: with the methods that are named after that command. */
export type VisitFor<C extends VisitCommand> = Pick<
  Visit,
  'id' | 'snapshot' | Extract<keyof Visit, C | `${C}By${string}`>
>;

const refusal = { View: 'VisitsViewPermission', Edit: 'VisitsEditPermission' } as const;

/** @throws AppError VisitsViewPermission, VisitsEditPermission */
export function mustTouch(caller: Caller, command: VisitCommand, visit: VisitSnapshot): void {
  const right = rightFor[command];
  if (!mayTouch(caller, right, visit)) throw new AppError(refusal[right]);
}

/** What every command goes through: load or refuse, check the permission, move the visit, save, answer. */
@Injectable()
export class MoveVisit {
  constructor(
    private readonly visits: VisitRepository,
    private readonly answers: VisitAnswers,
    private readonly clock: Clock,
  ) {}

  /**
   * @param changes stored together with the move
   * @throws AppError VisitNotExists, VisitsViewPermission or VisitsEditPermission, what `move` refuses, VisitGone,
   * VisitUpdateFailed
   */
  async execute<C extends VisitCommand>(
    caller: Caller,
    visitId: string,
    command: C,
    move: (visit: VisitFor<C>, at: Date, view: VisitView) => void | Promise<void>,
    changes?: VisitChanges,
  ): Promise<VisitAnswer> {
    return retryingConcurrentUpdate(async () => {
      const found = await this.visits.find(visitId);
      if (!found) throw new AppError('VisitNotExists');
      mustTouch(caller, command, found.visit);
      const visit = Visit.restore(found.visit);
      await move(visit, this.clock.now(), found.visit);
      if (changes && visit.moves.length > 0)
        return this.answers.afterChange(caller, await this.visits.saveChanged(visit, caller, changes));
      if (visit.moves.length > 0) await this.visits.save(visit, caller);
      return this.answers.afterMoves(caller, found, visit);
    });
  }
}
