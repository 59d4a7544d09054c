/**
 * The visits themselves. Promises that a visit moves only as contract 8 allows, that every move is one transaction
 * with its history, and that of two callers who end one visit, one succeeds.
 */
export { finalStates, moves, type VisitCommand, VisitState } from './domain/visit-state';
export { VisitExpiry } from './infrastructure/visit-expiry';
export { VisitHistoryRow } from './infrastructure/visit-history.row';
export { VisitPhotoRow } from './infrastructure/visit-photo.row';
export { VisitTypeRow } from './infrastructure/visit-type.row';
export { VisitRow } from './infrastructure/visit.row';
export { VisitsModule } from './visits.module';
