import type { Caller } from '../../src/shared/caller';
import { AppError } from '../../src/shared/errors/app-error';
import type { ActivityData, ActivityTypeView } from '../../src/shared/visitor';
import { VisitorActivities } from '../../src/visits/application/ports';
import type { AdmissionFacts } from '../../src/visits/domain/admission';
import { Visit } from '../../src/visits/domain/visit';
import type { FakeStorage } from './fake-storage';
import { admissionIn } from './fake-visit-facts';
import { saveIn } from './fake-visit.repository';
import { activityTypes } from './reference-data';

export class FakeVisitorActivities extends VisitorActivities {
  constructor(private readonly storage: FakeStorage) {
    super();
  }

  add(
    visitorId: string,
    { activityType, validTo }: ActivityData,
    by: Caller,
    recheck: (visit: Visit, facts: AdmissionFacts) => void,
  ): Promise<ActivityTypeView> {
    return this.storage.change(draft => {
      if (!draft.visitors.some(({ id }) => id === visitorId))
        throw new AppError('VisitorNotFound', visitorId);
      const type = activityTypes.find(({ title }) => title === activityType);
      if (!type) throw new AppError('ActivityTypeNotFound', activityType);
      draft.activities.push({ visitorId, title: activityType, validTo });
      for (const stored of draft.visits) {
        if (stored.visitorId !== visitorId || ![3, 4].includes(stored.snapshot.state)) continue;
        const visit = Visit.restore(stored.snapshot);
        recheck(visit, admissionIn(draft, stored));
        if (visit.moves.length > 0) saveIn(draft, visit, by);
      }
      return type;
    });
  }
}
