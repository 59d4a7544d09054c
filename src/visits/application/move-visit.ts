import { Injectable } from '@nestjs/common';
import { type Caller, mayTouch } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { AdmissionWindow } from '../domain/admission-window';
import type { RejectReason } from '../domain/move';
import { Visit, type VisitSnapshot } from '../domain/visit';
import { rightFor, type VisitCommand } from '../domain/visit-state';
import { retryingConcurrentUpdate } from './concurrency';
import { type VisitChanges, VisitFacts, VisitRepository, type VisitView } from './ports';
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

/** A command on a visit, and what the caller says for it. */
interface Given {
  readonly visitId: string;
  readonly reason: string | null;
}

/**
 * The commands on a visit, and what each of them goes through. Beside those of `execute`, a command throws the errors of its
 * method of `Visit`.
 */
@Injectable()
export class MoveVisit {
  constructor(
    private readonly visits: VisitRepository,
    private readonly facts: VisitFacts,
    private readonly answers: VisitAnswers,
    private readonly clock: Clock,
    private readonly window: AdmissionWindow,
  ) {}

  check(caller: Caller, { visitId, reason }: Given): Promise<VisitAnswer> {
    return this.execute(caller, visitId, 'check', async (visit, at) => {
      visit.check(await this.facts.admissionOf(visitId), { at, reason }, this.window);
    });
  }

  /** @throws AppError PersonNotFound */
  approve(caller: Caller, command: Given & { personId: string }): Promise<VisitAnswer> {
    const { visitId, reason, personId } = command;
    return this.execute(caller, visitId, 'approve', async (visit, at) => {
      visit.approve(personId, await this.facts.admissionOf(visitId), { at, reason });
    });
  }

  enter(caller: Caller, { visitId, reason }: Given): Promise<VisitAnswer> {
    return this.execute(caller, visitId, 'enter', (visit, at) => visit.enter({ at, reason }, this.window));
  }

  stepOut(caller: Caller, { visitId, reason }: Given): Promise<VisitAnswer> {
    return this.execute(caller, visitId, 'stepOut', (visit, at) => visit.stepOut({ at, reason }));
  }

  end(caller: Caller, { visitId, reason }: Given): Promise<VisitAnswer> {
    return this.execute(caller, visitId, 'end', (visit, at) => visit.end({ at, reason }));
  }

  reject(caller: Caller, command: Given & { reasonCode: RejectReason }): Promise<VisitAnswer> {
    const { visitId, reason, reasonCode } = command;
    return this.execute(caller, visitId, 'reject', (visit, at) => visit.reject(reasonCode, { at, reason }));
  }

  /**
   * Loads the visit or refuses, checks the permission, moves the visit, saves, answers.
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
