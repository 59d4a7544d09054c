import type { VisitTypeView } from '../../shared/visit';
import type { ActivityTypeView } from '../../shared/visitor';
import type { ActivityType } from './activity-types.dto';
import type { VisitType } from './visit-types.dto';

export function presentVisitType(type: VisitTypeView): VisitType {
  return {
    Title: type.title,
    Shortcut: type.shortcut,
    EscortRequired: type.escortRequired ? 1 : 0,
    RequiredActivities: [...type.requiredActivities],
  };
}

export function presentActivityType(type: ActivityTypeView): ActivityType {
  return {
    Title: type.title,
    Shortcut: type.shortcut,
    Frequency: type.frequency,
    Signed: type.signed ? 1 : 0,
  };
}
