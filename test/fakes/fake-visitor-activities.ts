import type { Caller } from '../../src/shared/caller';
import { AppError } from '../../src/shared/errors/app-error';
import type { ActivityData, ActivityTypeView } from '../../src/shared/visitor';
import { VisitorActivities } from '../../src/visits/application/ports';
import type { FakeStorage } from './fake-storage';
import { activityTypes } from './reference-data';

export class FakeVisitorActivities extends VisitorActivities {
  constructor(private readonly storage: FakeStorage) {
    super();
  }

  add(visitorId: string, { activityType, validTo }: ActivityData, _by: Caller): Promise<ActivityTypeView> {
    return this.storage.change(draft => {
      if (!draft.visitors.some(({ id }) => id === visitorId))
        throw new AppError('VisitorNotFound', visitorId);
      const type = activityTypes.find(({ title }) => title === activityType);
      if (!type) throw new AppError('ActivityTypeNotFound', activityType);
      draft.activities.push({ visitorId, title: activityType, validTo });
      return type;
    });
  }
}
