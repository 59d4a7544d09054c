import { OrgStructure, SimplePerson } from '../../directory';
import { CalendarDate, Guid, Instant, Integer, List, Nested, Text } from '../../http/fields';
import { PageQuery } from '../../http/paging';
import { conversions } from '../../http/scalars';
import { VisitorIdentifier } from '../../identifiers';
import { IdentityDocument, Visitor, VisitorActivity } from '../../visitors';
import type { RejectReason } from '../domain/visit';
import { VisitorVehicle, VisitType } from './visit.dto';

export const VISIT_ID = {
  description: 'The visit identifier',
  example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11',
};
const ownId = { ...VISIT_ID, description: "The visit identifier, the caller's own" };

const clearable = [
  'Vehicle',
  'Trailer',
  'VisitedPerson',
  'VisitedOrgStructure',
  'EscortedByPerson',
  'Identifier',
] as const;

export class VisitQuery {
  @Guid(VISIT_ID) VisitId: string;
}

export class EntryCodeImageQuery extends VisitQuery {
  @Text({
    description: 'png or svg; png when left out',
    required: false,
    max: 3,
    pattern: /^(?:png|svg)$/,
    shape: 'png or svg',
    example: 'png',
  })
  Format?: 'png' | 'svg';
  @Integer({
    description: 'Width and height in pixels; 300 when left out',
    required: false,
    min: 100,
    max: 1000,
    example: 300,
  })
  Size?: number;
}

export class HistoryQuery extends PageQuery {
  @Guid({ ...VISIT_ID, first: true }) VisitId: string;
}

class NewVisit {
  @Nested(() => Visitor, { description: 'The visitor' }) Visitor: Visitor;
  @Nested(() => VisitorVehicle, { description: "The visitor's vehicle", required: false })
  Vehicle?: VisitorVehicle;
  @Nested(() => VisitorVehicle, { description: "The visitor's trailer", required: false })
  Trailer?: VisitorVehicle;
  @Nested(() => VisitType, { description: 'The visit type; its title is enough' }) VisitType: VisitType;
  @Nested(() => SimplePerson, { description: 'Whom the visitor visits; the id is enough', required: false })
  VisitedPerson?: SimplePerson;
  @Nested(() => OrgStructure, { description: 'Which unit; the path is enough', required: false })
  VisitedOrgStructure?: OrgStructure;
  @Text({ description: 'Reason of the visit', max: 4000, example: 'Delivery of spare parts' }) Reason: string;
}

export class VisitCreateReq extends NewVisit {
  @Guid({ ...ownId, first: true }) VisitId: string;
  @Nested(() => SimplePerson, { description: 'Who escorts the visitor; the id is enough', required: false })
  EscortedByPerson?: SimplePerson;
  @Nested(() => VisitorIdentifier, {
    description: 'The card; its internal number is enough',
    required: false,
  })
  Identifier?: VisitorIdentifier;
  @List(conversions.bytes(), {
    description: 'Photos of the visitor, base64: as for visit/addPhoto',
    item: 'Photo',
    required: false,
    max: 10,
    example: ['/9j/4AAQ'],
  })
  Photos?: Buffer[];
}

export class VisitScheduleReq extends NewVisit {
  @Guid({ ...ownId, first: true }) VisitId: string;
  @Instant({
    description: "Day of the visit, in the site's zone; it is valid throughout",
    first: true,
    example: '2026-12-01T09:00:00.000Z',
  })
  VisitDate: Date;
  @Nested(() => SimplePerson, { description: 'Who escorts the visitor; the id is enough', required: false })
  EscortedByPerson?: SimplePerson;
}

export class VisitUpdateReq {
  @Guid(VISIT_ID) VisitId: string;
  @Nested(() => VisitorVehicle, { description: "The visitor's vehicle", required: false })
  Vehicle?: VisitorVehicle;
  @Nested(() => VisitorVehicle, { description: "The visitor's trailer", required: false })
  Trailer?: VisitorVehicle;
  @Nested(() => VisitType, { description: 'The visit type; its title is enough', required: false })
  VisitType?: VisitType;
  @Nested(() => SimplePerson, { description: 'Whom the visitor visits; the id is enough', required: false })
  VisitedPerson?: SimplePerson;
  @Nested(() => OrgStructure, { description: 'Which unit; the path is enough', required: false })
  VisitedOrgStructure?: OrgStructure;
  @Nested(() => SimplePerson, { description: 'Who escorts the visitor; the id is enough', required: false })
  EscortedByPerson?: SimplePerson;
  @Nested(() => VisitorIdentifier, {
    description: 'The card; its internal number is enough. The one that the visit had is free again',
    required: false,
  })
  Identifier?: VisitorIdentifier;
  @Text({
    description: 'Reason of the visit',
    required: false,
    max: 4000,
    example: 'Delivery of spare parts',
  })
  Reason?: string;
  @Instant({ description: 'Valid from', required: false, example: '2026-11-23T09:00:00.000Z' })
  ValidFrom?: Date;
  @Instant({ description: 'Valid until', required: false, example: '2026-11-23T22:59:59.999Z' })
  ValidTo?: Date;
  @List(
    conversions.text({
      max: 30,
      pattern: new RegExp(`^(${clearable.join('|')})$`),
      shape: clearable.join(', '),
    }),
    {
      description: `Members that are taken away: ${clearable.join(', ')}`,
      item: 'Member',
      required: false,
      max: clearable.length,
      example: ['Trailer'],
    },
  )
  Clear?: (typeof clearable)[number][];
}

export class VisitCommandReq {
  @Guid(VISIT_ID) VisitId: string;
  @Text({ description: 'Kept in the history', required: false, max: 4000, example: 'at the gate' })
  Reason?: string;
}

export class VisitVerifyReq extends VisitCommandReq {
  @Integer({ description: '0 document, 1 PIN or entry code, 2 fingerprint', min: 0, max: 2, example: 0 })
  Method: number;
  @Nested(() => IdentityDocument, {
    description: 'For method 0: must equal the one on file; kept when there is none',
    required: false,
  })
  Document?: IdentityDocument;
  @Text({ description: 'For method 1', required: false, max: 100, example: '042317' }) EntryCode?: string;
}

export class VisitApproveReq {
  @Guid(VISIT_ID) VisitId: string;
  @Nested(() => SimplePerson, { description: 'Who confirms; the id is enough' })
  ApprovedByPerson: SimplePerson;
  @Text({ description: 'Kept in the history', max: 4000, example: 'expected' }) Reason: string;
}

export class VisitRejectReq {
  @Guid(VISIT_ID) VisitId: string;
  @Integer({ description: '0 denied, 1 cancelled, 2 no-show, 3 expired', min: 0, max: 3, example: 1 })
  ReasonCode: RejectReason;
  @Text({ description: 'The reason for rejecting the visit', max: 4000, example: 'called off' })
  Reason: string;
}

export class VisitEndReq {
  @Guid(VISIT_ID) VisitId: string;
  @Text({ description: 'The reason for ending the visit', max: 4000, example: 'left' }) Reason: string;
}

export class ActivityCreateReq {
  @Guid({ description: 'The visitor', example: '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11' }) VisitorId: string;
  @Nested(() => VisitorActivity, { description: 'What the visitor has done' }) Activity: VisitorActivity;
}

export class VisitorGetByDocReq {
  @Text({ description: 'Document number', max: 50, example: 'AB123456' }) DocNumber: string;
  @Text({ description: 'Issuing country', max: 100, example: 'CZ' }) State: string;
  @Integer({ description: '0 passport, 1 identity card, 2 other', min: 0, max: 2, example: 1 })
  DocType: number;
  @Text({ description: 'Given name; case and accents do not count', max: 100, example: 'Petr' }) Name: string;
  @Text({ description: 'Family name; case and accents do not count', max: 100, example: 'Svoboda' })
  Surname: string;
  @CalendarDate({ description: 'Day of birth', required: false, example: '1980-05-17' }) DateOfBirth?: string;
}
