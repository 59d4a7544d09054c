import { AppError } from '../../shared/errors/app-error';
import { refuseBoth } from '../../http/fields';
import { normaliseInternalNr } from '../../identifiers';
import { documentOf, visitorOf } from '../../visitors';
import type { Vehicle, VisitDetails } from '../application/ports';
import type { VisitUpdate } from '../application/update-visit';
import type { Proof } from '../application/verify-visit';
import { VehicleType } from '../domain/vehicle-type';
import { VerifyMethod } from './verify-method';
import type { VisitCreateReq, VisitScheduleReq, VisitUpdateReq, VisitVerifyReq } from './visit-requests.dto';
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

/** What a use case is told of changes to a visit. @throws AppError BadParameters when a member is both given and taken away */
export function updateOf(request: VisitUpdateReq): VisitUpdate {
  const { Clear = [], ...given } = request;
  refuseBoth(given, Clear);
  const changed = <M extends (typeof Clear)[number], T>(
    name: M,
    read: (member: NonNullable<VisitUpdateReq[M]>) => T,
  ) => {
    const member = given[name];
    return member ? read(member) : Clear.includes(name) ? null : undefined;
  };
  return {
    changes: {
      vehicle: changed('Vehicle', vehicleOf),
      trailer: changed('Trailer', vehicleOf),
      visitType: request.VisitType?.Title,
      visitedPerson: changed('VisitedPerson', ({ PersonId }) => PersonId),
      visitedStructure: changed('VisitedOrgStructure', ({ Structure }) => Structure),
      escort: changed('EscortedByPerson', ({ PersonId }) => PersonId),
      identifier: changed('Identifier', ({ InternalNrLong }) => normaliseInternalNr(InternalNrLong)),
      reason: request.Reason ?? undefined,
    },
    validFrom: request.ValidFrom ?? undefined,
    validTo: request.ValidTo ?? undefined,
  };
}

/** @throws AppError BadParameters when the member that the method needs is missing */
export function proofOf({ Method, Document, EntryCode }: VisitVerifyReq): Proof {
  if (Method === VerifyMethod.Document)
    return { by: 'document', document: documentOf(needed('Document', Document)) };
  if (Method === VerifyMethod.EntryCode) return codeOrPass(needed('EntryCode', EntryCode));
  return { by: 'fingerprint' };
}

function codeOrPass(text: string): Proof {
  return text.includes('.') ? { by: 'pass', text } : { by: 'entry code', code: text };
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
    type: vehicle.Type ?? VehicleType.Other,
    model: vehicle.Model ?? '',
    description: vehicle.Desc ?? '',
  };
}
