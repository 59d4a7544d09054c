import type { ActivityData } from '../../shared/visitor';
import type {
  ActivityTypeView,
  HistoryEntry,
  Page,
  PersonView,
  Vehicle,
  VisitView,
} from '../application/ports';
import type { VisitAnswer } from '../application/visit-answer';
import type {
  EntryCodeResp,
  HistoryResp,
  OrgStructure,
  SimplePerson,
  Visit,
  VisitGetResp,
  VisitorIdentifier,
  VisitType,
} from './visit.dto';
import type { Visitor, VisitorActivity, VisitorVehicle } from './visitor.dto';

/** What leaves: member by member, nothing by spreading. */
export function presentAnswer({ visit, lastVisit }: VisitAnswer): VisitGetResp {
  return { LastVisit: lastVisit && presentVisit(lastVisit), ...presentVisit(visit) };
}

export function presentHistory(
  page: Page,
  { entries, total }: { entries: HistoryEntry[]; total: number },
): HistoryResp {
  return {
    History: entries.map(entry => ({
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
    Paging: { PageNumber: page.number, PageSize: page.size, TotalCount: total },
  };
}

export function presentEntryCode(code: string | null): EntryCodeResp {
  return { IdentifierEntryCode: code, IdentifierEntryCodeQR: code };
}

export function presentActivity(type: ActivityTypeView, activity: ActivityData): VisitorActivity {
  return {
    ActivityType: {
      Title: type.title,
      Shortcut: type.shortcut,
      Frequency: type.frequency,
      Signed: type.signed ? 1 : 0,
    },
    ValidTo: activity.validTo,
    Description: activity.description,
    Attachment: activity.attachment,
  };
}

function presentVisit(visit: VisitView): Visit {
  return {
    VisitId: visit.id,
    Visitor: presentVisitor(visit.visitor),
    Vehicle: presentVehicle(visit.vehicle),
    Trailer: presentVehicle(visit.trailer),
    VisitType: presentVisitType(visit.visitType),
    VisitedPerson: presentPerson(visit.visitedPerson),
    VisitedOrgStructure: presentUnit(visit.visitedUnit),
    EscortedByPerson: presentPerson(visit.escort),
    Identifier: presentIdentifier(visit.identifier),
    Reason: visit.reason,
    State: visit.state,
  };
}

function presentVisitor({ document, ...visitor }: VisitView['visitor']): Visitor {
  return {
    VisitorId: visitor.id,
    Name: visitor.name,
    Surname: visitor.surname,
    DateOfBirth: visitor.dateOfBirth,
    Company: visitor.company,
    Email: visitor.email,
    PhoneNumber: visitor.phoneNumber,
    Language: visitor.language,
    Document: document && { DocNumber: document.number, State: document.state, DocType: document.type },
  };
}

function presentVehicle(vehicle: Vehicle | null): VisitorVehicle | null {
  if (!vehicle) return null;
  return { VehicleLP: vehicle.plate, Type: vehicle.type, Model: vehicle.model, Desc: vehicle.description };
}

function presentVisitType(type: VisitView['visitType']): VisitType {
  return {
    Title: type.title,
    Shortcut: type.shortcut,
    EscortRequired: type.escortRequired ? 1 : 0,
    RequiredActivities: [...type.requiredActivities],
  };
}

function presentPerson(person: PersonView | null): SimplePerson | null {
  return person && { PersonId: person.personId, Name: person.name, Surname: person.surname };
}

function presentUnit(unit: VisitView['visitedUnit']): OrgStructure | null {
  if (!unit) return null;
  return {
    Structure: unit.structure,
    Title: unit.title,
    Desc: unit.description,
    ParentUnit: unit.parentUnit,
    Type: unit.type,
    Shortcut: unit.shortcut,
    TimeLastChange: unit.changedAt,
  };
}

function presentIdentifier(identifier: VisitView['identifier']): VisitorIdentifier | null {
  if (!identifier) return null;
  return {
    InternalNrLong: identifier.internalNr,
    RegistrationNr: identifier.registrationNr,
    Technology: identifier.technology,
    Type: identifier.type,
    Status: identifier.status,
    ValidFrom: identifier.validFrom,
    ValidTo: identifier.validTo,
  };
}
