import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import type { ActivityData, ActivityTypeView } from '../../shared/visitor';
import { VisitorStore } from '../../visitors';
import { VisitorActivities } from '../application/ports';

@Injectable()
export class TypeOrmVisitorActivities extends VisitorActivities {
  constructor(
    private readonly database: Database,
    private readonly visitors: VisitorStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  add(visitorId: string, activity: ActivityData, by: Caller): Promise<ActivityTypeView> {
    return this.database.write(manager =>
      this.visitors.addActivity(manager, visitorId, activity, by, this.clock.now()),
    );
  }
}
