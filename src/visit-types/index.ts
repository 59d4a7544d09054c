/**
 * Kinds of visits and of activities. Promises that a title names one of them, and that every activity that a visit type
 * requires is one that there is.
 */
export { AdministerActivityTypes } from './application/administer-activity-types';
export { AdministerVisitTypes } from './application/administer-visit-types';
export { ActivityType } from './http/activity-types.dto';
export { activityTypeRequest, visitTypeRequest } from './http/type-requests';
export { presentActivityType, presentVisitType } from './http/types-presenter';
export { VisitType } from './http/visit-types.dto';
export { ActivityTypeRow } from './infrastructure/activity-type.row';
export { getVisitType, visitTypeSeq } from './infrastructure/type-orm-visit-types';
export { VisitTypeRow } from './infrastructure/visit-type.row';
export { VisitTypesModule } from './visit-types.module';
