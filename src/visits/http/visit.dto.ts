import { Guid, Instant, Integer, List, Nested, Text } from '../../http/fields';
import { conversions } from '../../http/scalars';
import { Visitor, VisitorVehicle } from './visitor.dto';

/** The types of contract 6, in their documented order. In a request, what only an answer fills is ignored. */

export class VisitType {
  @Text({
    description: 'Unique title, by which requests refer to the type',
    min: 1,
    max: 100,
    example: 'Delivery',
  })
  Title: string;
  @Text({ description: 'Short form', required: false, max: 30, example: 'DEL' }) Shortcut: string | null;
  @Integer({ description: '1: an escort has to confirm', required: false, min: 0, max: 1, example: 0 })
  EscortRequired: number | null;
  @List(conversions.text({ min: 1, max: 100 }), {
    description: 'Titles of the activities that the visitor must have done',
    item: 'RequiredActivity',
    required: false,
    example: ['Safety training'],
  })
  RequiredActivities: string[] | null;
}

export class SimplePerson {
  @Text({ description: 'Unique id of the person', min: 1, max: 100, example: '100' }) PersonId: string;
  @Text({ description: 'Given name', required: false, max: 100, example: 'Jana' }) Name: string | null;
  @Text({ description: 'Family name', required: false, max: 100, example: 'Nováková' }) Surname:
    string | null;
}

const unit = 'Organization structure - Company ABC - Production';

export class OrgStructure {
  @Text({ description: 'Unique path of the unit', min: 1, max: 1000, example: unit }) Structure: string;
  @Text({ description: 'Title', required: false, max: 200, example: 'Production' }) Title: string | null;
  @Text({ description: 'Description', required: false, max: 4000, example: '' }) Desc: string | null;
  @Text({
    description: 'Path of the unit above',
    required: false,
    max: 1000,
    example: 'Organization structure - Company ABC',
  })
  ParentUnit: string | null;
  @Text({ description: 'Kind of unit', required: false, max: 100, example: 'Department' }) Type:
    string | null;
  @Text({ description: 'Short form', required: false, max: 30, example: 'PROD' }) Shortcut: string | null;
  @Instant({ description: 'When it was last changed', required: false, example: '2026-11-01T08:00:00.000Z' })
  TimeLastChange: Date | null;
}

export class VisitorIdentifier {
  @Text({
    description: 'Number inside the card, hexadecimal; leading zeros do not count',
    min: 1,
    max: 20,
    pattern: /^[0-9a-fA-F]+$/,
    shape: 'hexadecimal',
    example: '4A1B2C3',
  })
  InternalNrLong: string;
  @Text({ description: 'Number printed on the card', required: false, max: 100, example: 'V-001' })
  RegistrationNr: string | null;
  @Integer({ description: 'Technology of the card', required: false, min: 0, max: 5, example: 2 })
  Technology: number | null;
  @Integer({ description: '3: visiting card', required: false, min: 0, max: 99, example: 3 }) Type:
    number | null;
  @Integer({ description: '0 free, 1 assigned, 2 lost', required: false, min: 0, max: 2, example: 1 })
  Status: number | null;
  @Instant({ description: 'Usable from', required: false, example: '2026-01-01T00:00:00.000Z' })
  ValidFrom: Date | null;
  @Instant({ description: 'Usable until', required: false, example: '2027-12-31T00:00:00.000Z' })
  ValidTo: Date | null;
}

const stateValues =
  'New visit = 0; planned visit = 1; verified documents, PIN or finger prints = 2; not valid activity = 3; not confirmed by escort = 4; all is valid = 5; visit is in area = 6; visit left = 7; rejected = 8';

export class Visit {
  @Guid({ description: 'The visit', example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11' }) VisitId: string;
  @Nested(() => Visitor, { description: 'The visitor' }) Visitor: Visitor;
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
  @Integer({ description: stateValues, min: 0, max: 8, example: 0 }) State: number;
}

export class VisitGetResp extends Visit {
  @Nested(() => Visit, {
    description: "The same visitor's visit before this one; null when there is none that the caller may see",
    required: false,
    first: true,
  })
  LastVisit: Visit | null;
}

export class Paging {
  @Integer({ description: 'This page, from 1', min: 1, max: 1_000_000_000, example: 1 }) PageNumber: number;
  @Integer({ description: 'Rows a page', min: 1, max: 1000, example: 100 }) PageSize: number;
  @Integer({ description: 'Rows on all pages', min: 0, max: 1_000_000_000, example: 1 }) TotalCount: number;
}

export class HistoryStep {
  @Instant({ description: 'When', example: '2026-11-23T15:46:00.000Z' }) Time: Date;
  @Text({ description: 'The command', max: 20, example: 'end' }) Command: string;
  @Integer({
    description: 'State before; null for the first step',
    required: false,
    min: 0,
    max: 8,
    example: 6,
  })
  FromState: number | null;
  @Integer({ description: 'State after', min: 0, max: 8, example: 7 }) ToState: number;
  @Text({ description: 'Reason given', required: false, max: 4000, example: 'left' }) Reason: string | null;
  @Integer({
    description: 'For reject: 0 denied, 1 cancelled, 2 no-show, 3 expired',
    required: false,
    min: 0,
    max: 3,
  })
  ReasonCode: number | null;
  @Text({ description: 'Login of who did it', max: 100, example: 'reception' }) UserLogin: string;
  @Text({ description: 'Client address it came from', max: 45, example: '10.0.0.5' }) Address: string;
  @Text({ description: 'RequestId of the call', max: 128, example: '0d6a3f6e' }) RequestId: string;
}

export class HistoryResp {
  @List(() => HistoryStep, { description: 'Steps of the visit, first one first', item: 'Step' })
  History: HistoryStep[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}

export class EntryCodeResp {
  @Text({
    description: 'Six digits; null once the visit is over',
    required: false,
    max: 6,
    example: '042317',
  })
  IdentifierEntryCode: string | null;
  @Text({
    description: 'Text to put in a QR picture; null once the visit is over',
    required: false,
    max: 200,
    example: '042317',
  })
  IdentifierEntryCodeQR: string | null;
}
