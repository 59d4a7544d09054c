import { UserRow } from './auth';
import { OrgUnitRow, PersonRow } from './directory';
import { IdempotencyKeyRow } from './idempotency';
import { IdentifierRow } from './identifiers';
import { PassKeyRow } from './passes';
import { ActivityTypeRow, VisitTypeRow } from './visit-types';
import { VisitorActivityRow, VisitorRow } from './visitors';
import { VisitHistoryRow, VisitPhotoRow, VisitRow } from './visits';

/** Every table of every feature. */
export const rows = [
  UserRow,
  OrgUnitRow,
  PersonRow,
  ActivityTypeRow,
  VisitorRow,
  VisitorActivityRow,
  VisitTypeRow,
  IdentifierRow,
  VisitRow,
  VisitHistoryRow,
  VisitPhotoRow,
  PassKeyRow,
  IdempotencyKeyRow,
] as const;
