import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import type { ActivityData, ActivityTypeView } from '../../shared/visitor';
import { VisitorActivities } from './ports';

@Injectable()
export class RecordActivity {
  constructor(
    private readonly activities: VisitorActivities,
    private readonly clock: Clock,
  ) {}

  /**
   * Records what a visitor has done, and repeats the admission check of the visits that may have waited for it: both or
   * nothing.
   * @throws AppError VisitorNotFound, VisitorsEditPermission, ActivityTypeNotFound
   */
  execute(caller: Caller, visitorId: string, activity: ActivityData): Promise<ActivityTypeView> {
    const reason = `Activity recorded: ${activity.activityType}`;
    return this.activities.add(visitorId, activity, caller, (visit, facts) =>
      visit.recheck(facts, { at: this.clock.now(), reason }),
    );
  }
}
