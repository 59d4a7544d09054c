import { Choice, Guid, Instant, List, Nested, Paging, Text } from '../../http/fields';
import { OrgStructure, SimplePerson } from '../../directory';
import { VisitorIdentifier } from '../../identifiers';
import { type VisitorMatch, visitorMatches } from '../../shared/visitor';
import { VisitType } from '../../visit-types';
import { Visitor } from '../../visitors';
import { type VehicleType, vehicleTypes } from '../domain/vehicle-type';
import { type RejectReason, rejectReasons } from '../domain/move';
import { type VisitState, visitStates } from '../../shared/visit';
import { type StepCommand, stepCommands } from '../domain/visit-state';

/** The types of contract 6, in their documented order. In a request, what only an answer fills is ignored. */

export class VisitorVehicle {
  @Text({ description: 'Licence plate', required: false, max: 100, trim: true, example: '1AB 2345' })
  VehicleLP: string | null;
  @Choice(vehicleTypes, { description: 'Kind of vehicle', required: false, example: 1 })
  Type: VehicleType | null;
  @Text({ description: 'Model', required: false, max: 100, example: 'Transit' }) Model: string | null;
  @Text({ description: 'Description', required: false, max: 4000, example: 'white van' }) Desc: string | null;
}

export class Visit {
  @Guid({ description: 'The visit', example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11' }) VisitId: string;
  @Nested(() => Visitor, { description: 'The visitor; the name alone to who may not view the visitor' })
  Visitor: Visitor;
  @Nested(() => VisitorVehicle, { description: "The visitor's vehicle", required: false })
  Vehicle: VisitorVehicle | null;
  @Nested(() => VisitorVehicle, { description: "The visitor's trailer", required: false })
  Trailer: VisitorVehicle | null;
  @Nested(() => VisitType, { description: 'The visit type' }) VisitType: VisitType;
  @Nested(() => SimplePerson, { description: 'Whom the visitor visits', required: false })
  VisitedPerson: SimplePerson | null;
  @Nested(() => OrgStructure, { description: 'Which unit the visitor visits', required: false })
  VisitedOrgStructure: OrgStructure | null;
  @Nested(() => SimplePerson, { description: 'Who escorts the visitor', required: false })
  EscortedByPerson: SimplePerson | null;
  @Nested(() => VisitorIdentifier, { description: "The visitor's card", required: false })
  Identifier: VisitorIdentifier | null;
  @Text({ description: 'Reason of the visit', max: 4000, example: 'Delivery of spare parts' }) Reason: string;
  @Choice(visitStates, { description: 'State of the visit', example: 0 }) State: VisitState;
}

export class VisitGetResp extends Visit {
  @Nested(() => Visit, {
    description: "The same visitor's visit before this one; null when there is none that the caller may see",
    required: false,
    first: true,
  })
  LastVisit: Visit | null;
}

export class VisitBeginResp extends VisitGetResp {
  @Choice(visitorMatches, {
    description: 'Which visitor it is, and why. Null to who may not view the visitor',
    required: false,
    example: 2,
  })
  VisitorMatch: VisitorMatch | null;
}

export class VisitorGetByDocResp {
  @Nested(() => Visitor, { description: 'Null: nobody on file', required: false }) Visitor: Visitor | null;
  @Nested(() => Visit, {
    description: 'The newest visit that the caller may view; null when there is none',
    required: false,
  })
  LastVisit: Visit | null;
}

export class HistoryStep {
  @Instant({ description: 'When', example: '2026-11-23T15:46:00.000Z' }) Time: Date;
  @Choice(stepCommands, { description: 'The command', example: 'create' }) Command: StepCommand;
  @Choice(visitStates, { description: 'State before; null for the first step', required: false })
  FromState: VisitState | null;
  @Choice(visitStates, { description: 'State after', example: 0 }) ToState: VisitState;
  @Text({ description: 'Reason given', required: false, max: 4000, example: 'Delivery of spare parts' })
  Reason: string | null;
  @Choice(rejectReasons, { description: 'Of reject: why', required: false })
  ReasonCode: RejectReason | null;
  @Text({ description: 'Login of who did it', max: 100, example: 'reception' }) UserLogin: string;
  @Text({ description: 'Client address it came from', max: 45, example: '10.0.0.5' }) Address: string;
  @Text({ description: 'RequestId of the call', max: 128, example: '0d6a3f6e' }) RequestId: string;
}

export class HistoryResp {
  @List(() => HistoryStep, { description: 'Steps of the visit, first one first', item: 'Step' })
  History: HistoryStep[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}

/** Signed with a key of its own that signs nothing else. */
const PASS =
  'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJnYXRlaG91c2UiLCJhdWQiOiJnYXRlaG91c2UtcGFzcyIsInN1YiI6IjVkMGFkOWE2LTU5ZjUtNGY2Zi' +
  '04ZjBhLTBhNmQ2YjJmNGIxMSIsIm5iZiI6MTc5NTQyNDQwMCwiZXhwIjoxNzk1NDc4NDAwfQ' +
  '.SuYTErWWyuY5fUyZbt_-4q99C2cwN2duKn71EldVHr5zkkU8nKwXGK6HCV1DuTehoUc5tUAJ_FcdJ39-zQRbCQ';

export class EntryCodeResp {
  @Text({
    description: 'Six digits; null once the visit is over',
    required: false,
    max: 6,
    example: '042317',
  })
  IdentifierEntryCode: string | null;
  @Text({
    description: 'Text to put in a QR picture: a signed pass, a compact JWS; null once the visit is over',
    required: false,
    max: 400,
    example: PASS,
  })
  IdentifierEntryCodeQR: string | null;
}
