/**
 * The visits themselves. Promises that a visit moves only as docs/visit-states.md allows, that every move is one transaction
 * with its history, and that of two callers who end one visit, one succeeds.
 */
export { PassSigner } from './application/ports';
export { plateKey } from './domain/plate';
export { finalStates } from './domain/visit-state';
export { LAST_BEFORE, newestChangeIn } from './infrastructure/change-numbers';
export { VisitExpiry } from './infrastructure/visit-expiry';
export { VisitHistoryRow } from './infrastructure/visit-history.row';
export { VisitPhotoRow } from './infrastructure/visit-photo.row';
export { VisitRow } from './infrastructure/visit.row';
export { VisitsModule } from './visits.module';
