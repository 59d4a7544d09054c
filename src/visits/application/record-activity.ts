import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import type { ActivityData, ActivityTypeView } from '../../shared/visitor';
import { retryingConcurrentUpdate } from './concurrency';
import { VisitFacts, VisitorActivities, VisitRepository } from './ports';

@Injectable()
export class RecordActivity {
  constructor(
    private readonly activities: VisitorActivities,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFacts,
    private readonly clock: Clock,
  ) {}

  /**
   * Records what a visitor has done, and repeats the admission check of the visits that may have waited for it.
   * @throws AppError VisitorNotFound, ActivityTypeNotFound, VisitUpdateFailed
   */
  async execute(caller: Caller, visitorId: string, activity: ActivityData): Promise<ActivityTypeView> {
    const type = await this.activities.add(visitorId, activity, caller);
    await retryingConcurrentUpdate(() => this.recheckWaiting(caller, visitorId, activity.activityType));
    return type;
  }

  private async recheckWaiting(caller: Caller, visitorId: string, title: string): Promise<void> {
    for (const visit of await this.visits.findWaiting(visitorId)) {
      visit.recheck(await this.facts.admissionOf(visit.id), {
        at: this.clock.now(),
        reason: `Activity recorded: ${title}`,
      });
      if (visit.moves.length > 0) await this.visits.save(visit, caller);
    }
  }
}
