import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import type { ActivityData, ActivityTypeView } from '../../shared/visitor';
import { VisitorStore } from '../../visitors';
import { VisitorActivities } from '../application/ports';
import type { AdmissionFacts } from '../domain/admission';
import type { Visit } from '../domain/visit';
import { loadWaiting } from './load-visits';
import { admissionOf } from './type-orm-visit-facts';
import { TypeOrmVisitRepository } from './type-orm-visit.repository';

@Injectable()
export class TypeOrmVisitorActivities extends VisitorActivities {
  constructor(
    private readonly database: Database,
    private readonly visitors: VisitorStore,
    private readonly visits: TypeOrmVisitRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  add(
    visitorId: string,
    activity: ActivityData,
    by: Caller,
    recheck: (visit: Visit, facts: AdmissionFacts) => void,
  ): Promise<ActivityTypeView> {
    return this.database.write(async (manager, statements) => {
      const type = await this.visitors.addActivity(manager, visitorId, activity, by, this.clock.now());
      for (const visit of await loadWaiting(statements, visitorId)) {
        recheck(visit, await admissionOf(manager, visit.id));
        if (visit.moves.length > 0) await this.visits.saveWithin(manager, statements, { visit, by });
      }
      return type;
    });
  }
}
