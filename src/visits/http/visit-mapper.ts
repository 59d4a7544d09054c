import { presentPerson, presentUnit } from '../../directory';
import { presentPaging, refuseBoth } from '../../http/fields';
import { normaliseInternalNr, presentIdentifier } from '../../identifiers';
import { AppError } from '../../shared/errors/app-error';
import type { Listed, Page } from '../../shared/page';
import { presentVisitType } from '../../visit-types';
import { documentOf, presentVisitor, visitorOf } from '../../visitors';
import type { EntryCode } from '../application/get-visit';
import type { KnownVisitor } from '../application/get-visitor-by-document';
import type { HistoryEntry, Vehicle, VisitChanges, VisitDetails } from '../application/ports';
import type { Proof } from '../application/verify-visit';
import type { BegunVisit, ShownVisit, VisitAnswer } from '../application/visit-answer';
import { VehicleType } from '../domain/vehicle-type';
import { VerifyMethod } from './verify-method';
import type { EntryCodeResp, HistoryResp, VisitorGetByDocResp } from './visit-answers.dto';
import type { VisitVerifyReq } from './visit-requests.dto';
import type {
  VisitBeginResp,
  VisitCreateReq,
  VisitDto,
  VisitGetResp,
  VisitorVehicle,
  VisitScheduleReq,
  VisitUpdateReq,
} from './visit.dto';

/** What the contract calls the members of a visit. */
export const memberNames = {
  vehicle: 'Vehicle',
  trailer: 'Trailer',
  visitType: 'VisitType',
  visitedPerson: 'VisitedPerson',
  visitedStructure: 'VisitedOrgStructure',
  escort: 'EscortedByPerson',
  identifier: 'Identifier',
  reason: 'Reason',
  validFrom: 'ValidFrom',
  validTo: 'ValidTo',
} as const satisfies Readonly<Record<keyof VisitChanges, keyof VisitUpdateReq>>;

/** A new visit, without its photos, which are checked first. */
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

/** @throws AppError BadParameters when a member is both given and cleared */
export function changesOf(request: VisitUpdateReq): VisitChanges {
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
    vehicle: changed('Vehicle', vehicleOf),
    trailer: changed('Trailer', vehicleOf),
    visitType: request.VisitType?.Title,
    visitedPerson: changed('VisitedPerson', ({ PersonId }) => PersonId),
    visitedStructure: changed('VisitedOrgStructure', ({ Structure }) => Structure),
    escort: changed('EscortedByPerson', ({ PersonId }) => PersonId),
    identifier: changed('Identifier', ({ InternalNrLong }) => normaliseInternalNr(InternalNrLong)),
    reason: request.Reason ?? undefined,
    validFrom: request.ValidFrom ?? undefined,
    validTo: request.ValidTo ?? undefined,
  } satisfies Record<keyof VisitChanges, unknown>;
}

function presentVisit(visit: ShownVisit): Required<VisitDto> {
  return {
    VisitId: visit.id,
    Visitor: presentVisitor(visit.visitor),
    Vehicle: presentVehicle(visit.vehicle),
    Trailer: presentVehicle(visit.trailer),
    VisitType: presentVisitType(visit.visitType),
    VisitedPerson: presentPerson(visit.visitedPerson),
    VisitedOrgStructure: presentUnit(visit.visitedStructure),
    EscortedByPerson: presentPerson(visit.escort),
    Identifier: visit.identifier && presentIdentifier(visit.identifier),
    Reason: visit.reason,
    State: visit.state,
  };
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

function presentVehicle(vehicle: Vehicle | null): VisitorVehicle | null {
  if (!vehicle) return null;
  return { VehicleLP: vehicle.plate, Type: vehicle.type, Model: vehicle.model, Desc: vehicle.description };
}

export function presentAnswer({ visit, lastVisit }: VisitAnswer): VisitGetResp {
  return { LastVisit: lastVisit && presentVisit(lastVisit), ...presentVisit(visit) };
}

export function presentBegun(begun: BegunVisit): VisitBeginResp {
  return { ...presentAnswer(begun), VisitorMatch: begun.visitorMatch };
}

export function presentKnown({ visitor, lastVisit }: KnownVisitor): VisitorGetByDocResp {
  return { Visitor: visitor && presentVisitor(visitor), LastVisit: lastVisit && presentVisit(lastVisit) };
}

export function presentHistory(page: Page, { rows, total }: Listed<HistoryEntry>): HistoryResp {
  return {
    History: rows.map(entry => ({
      Time: entry.at,
      Command: entry.command,
      FromState: entry.from,
      ToState: entry.to,
      Reason: entry.reason,
      ReasonCode: entry.reasonCode,
      UserLogin: entry.login,
      Address: entry.address,
      RequestId: entry.requestId,
    })),
    Paging: presentPaging(page, total),
  };
}

export function presentEntryCode(entryCode: EntryCode | null): EntryCodeResp {
  return {
    IdentifierEntryCode: entryCode?.code ?? null,
    IdentifierEntryCodeQR: entryCode?.pass ?? null,
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
