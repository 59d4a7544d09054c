import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { refuseImpossibleBirth } from '../../shared/birth';
import { Clock } from '../../shared/clock';
import { Random } from '../../shared/random';
import type { VisitBeginning } from '../domain/move';
import type { Visit } from '../domain/visit';
import { retryingConcurrentUpdate } from './concurrency';
import { type VisitDetails, VisitRepository } from './ports';
import { type BegunVisit, VisitAnswers } from './visit-answer';

/** What every new visit goes through: an entry code, storing, the answer. */
@Injectable()
export class BeginVisit {
  constructor(
    private readonly visits: VisitRepository,
    private readonly answers: VisitAnswers,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /**
   * @param begin makes the visit
   * @throws AppError what `begin` refuses, as `VisitRepository.add`, VisitUpdateFailed
   */
  async execute(
    caller: Caller,
    visitId: string,
    details: VisitDetails,
    begin: (beginning: Omit<VisitBeginning, 'validFrom' | 'validTo'>, reason: string) => Visit,
  ): Promise<BegunVisit> {
    refuseImpossibleBirth(details.visitor.dateOfBirth, this.clock.now());
    const added = await retryingConcurrentUpdate(() => {
      const beginning = {
        id: visitId,
        createdBy: caller.userId,
        structure: details.visitedStructure,
        entryCode: this.random.sixDigits(),
        at: this.clock.now(),
      };
      return this.visits.add(begin(beginning, details.reason), details, caller);
    });
    return this.answers.afterBeginning(caller, added, details.visitor);
  }
}
