import type { ActivityTypeRequest } from '../application/administer-activity-types';
import type { VisitTypeRequest } from '../application/administer-visit-types';
import type { ActivityType } from './activity-types.dto';
import type { VisitType } from './visit-types.dto';

export function visitTypeRequest({
  Shortcut,
  EscortRequired,
  RequiredActivities,
}: Partial<VisitType>): VisitTypeRequest {
  return {
    shortcut: Shortcut,
    escortRequired: typeof EscortRequired === 'number' ? EscortRequired === 1 : null,
    requiredActivities: RequiredActivities,
  };
}

export function activityTypeRequest({
  Shortcut,
  Frequency,
  Signed,
}: Partial<ActivityType>): ActivityTypeRequest {
  return {
    shortcut: Shortcut,
    frequency: Frequency,
    signed: typeof Signed === 'number' ? Signed === 1 : null,
  };
}
