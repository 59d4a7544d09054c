import { AppError } from '../../shared/errors/app-error';
import { documentOf, visitorOf } from '../../visitors';
import type { Vehicle, VisitDetails } from '../application/ports';
import type { Proof } from '../application/verify-visit';
import type { VisitCreateReq, VisitScheduleReq, VisitVerifyReq } from './visit-requests.dto';
import type { VisitorVehicle } from './visit.dto';

/** What a use case is told of a new visit, but for its photos, which are checked first. */
export function detailsOf(request: VisitCreateReq | VisitScheduleReq): VisitDetails {
  const { Identifier = null } = request as Partial<VisitCreateReq>;
  return {
    visitor: visitorOf(request.Visitor),
    vehicle: vehicleOf(request.Vehicle),
    trailer: vehicleOf(request.Trailer),
    visitType: request.VisitType.Title,
    visitedPerson: request.VisitedPerson?.PersonId ?? null,
    visitedStructure: request.VisitedOrgStructure?.Structure ?? null,
    escort: request.EscortedByPerson?.PersonId ?? null,
    identifier: Identifier?.InternalNrLong ?? null,
    reason: request.Reason,
    photos: [],
  };
}

/** @throws AppError BadParameters when the member that the method needs is missing */
export function proofOf({ Method, Document, EntryCode }: VisitVerifyReq): Proof {
  if (Method === 0) return { by: 'document', document: documentOf(needed('Document', Document)) };
  if (Method === 1) return { by: 'entry code', code: needed('EntryCode', EntryCode) };
  return { by: 'fingerprint' };
}

function needed<T>(field: string, value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw AppError.badParameters([{ field, problem: 'is required for this method' }]);
  }
  return value;
}

function vehicleOf(vehicle: VisitorVehicle | null | undefined): Vehicle | null {
  if (!vehicle) return null;
  return {
    plate: vehicle.VehicleLP ?? '',
    type: vehicle.Type ?? 4,
    model: vehicle.Model ?? '',
    description: vehicle.Desc ?? '',
  };
}
