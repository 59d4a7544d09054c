import { presentPerson, presentUnit } from '../../directory';
import { presentPaging } from '../../http/fields';
import { presentIdentifier } from '../../identifiers';
import type { Listed, Page } from '../../shared/page';
import { presentVisitType } from '../../visit-types';
import { presentVisitor } from '../../visitors';
import type { EntryCode } from '../application/get-visit';
import type { KnownVisitor } from '../application/get-visitor-by-document';
import type { HistoryEntry, Vehicle } from '../application/ports';
import type { BegunVisit, ShownVisit, VisitAnswer } from '../application/visit-answer';
import type {
  EntryCodeResp,
  HistoryResp,
  Visit,
  VisitBeginResp,
  VisitGetResp,
  VisitorGetByDocResp,
  VisitorVehicle,
} from './visit.dto';

/** What leaves: member by member, nothing by spreading. */
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

function presentVisit(visit: ShownVisit): Visit {
  return {
    VisitId: visit.id,
    Visitor: presentVisitor(visit.visitor),
    Vehicle: presentVehicle(visit.vehicle),
    Trailer: presentVehicle(visit.trailer),
    VisitType: presentVisitType(visit.visitType),
    VisitedPerson: presentPerson(visit.visitedPerson),
    VisitedOrgStructure: presentUnit(visit.visitedUnit),
    EscortedByPerson: presentPerson(visit.escort),
    Identifier: visit.identifier && presentIdentifier(visit.identifier),
    Reason: visit.reason,
    State: visit.state,
  };
}

function presentVehicle(vehicle: Vehicle | null): VisitorVehicle | null {
  if (!vehicle) return null;
  return { VehicleLP: vehicle.plate, Type: vehicle.type, Model: vehicle.model, Desc: vehicle.description };
}
