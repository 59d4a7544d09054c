import { OrgStructure, SimplePerson } from '../../directory';
import {
  CalendarDate,
  Choice,
  Clear,
  conversions,
  Guid,
  Instant,
  Integer,
  List,
  memberNames,
  Nested,
  PageQuery,
  Text,
} from '../../http/fields';
import { VisitorIdentifier } from '../../identifiers';
import { words } from '../../shared/enumeration';
import { type DocumentType, documentTypes } from '../../shared/visitor';
import { VisitType } from '../../visit-types';
import { IdentityDocument, Visitor, VisitorActivity } from '../../visitors';
import { type RejectReason, rejectReasons } from '../domain/move';
import { type VerifyMethod, verifyMethods } from './verify-method';
import { VisitorVehicle } from './visit.dto';

export const VISIT_ID = {
  description: 'The visit identifier',
  example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11',
};
const ownId = { ...VISIT_ID, description: "The visit identifier, the caller's own" };

export class VisitQuery {
  @Guid(VISIT_ID) VisitId: string;
}

export type PictureFormat = 'png' | 'svg';

const pictureFormats = words<PictureFormat>('PictureFormat', 'Format of a picture', {
  png: 'of as many pixels as were asked for',
  svg: 'sharp at every size',
});

export class EntryCodeImageQuery extends VisitQuery {
  @Choice(pictureFormats, { description: 'png when left out', required: false, example: 'png' })
  Format?: PictureFormat;
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
    description: 'When the visitor is expected. A date alone is the whole day of the site',
    first: true,
    example: '2026-12-01T09:00:00.000Z',
  })
  VisitDate: Date;
  @Nested(() => SimplePerson, { description: 'Who escorts the visitor; the id is enough', required: false })
  EscortedByPerson?: SimplePerson;
}

class VisitChange {
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
  @Instant({
    description: 'Valid from; a date alone: from its beginning',
    required: false,
    example: '2026-11-23T09:00:00.000Z',
  })
  ValidFrom?: Date;
  @Instant({
    description: 'Valid until; a date alone: until its end',
    required: false,
    day: 'end',
    example: '2026-11-23T22:59:59.999Z',
  })
  ValidTo?: Date;
}

const clearable = [
  'Vehicle',
  'Trailer',
  'VisitedPerson',
  'VisitedOrgStructure',
  'EscortedByPerson',
  'Identifier',
] as const;

export class VisitUpdateReq extends VisitChange {
  @Clear(memberNames('VisitClear', 'What can be taken away from a visit', VisitChange, clearable))
  Clear?: (typeof clearable)[number][];
}

export class VisitCommandReq {
  @Guid(VISIT_ID) VisitId: string;
  @Text({ description: 'Kept in the history', required: false, max: 4000, example: 'at the gate' })
  Reason?: string;
}

export class VisitVerifyReq extends VisitCommandReq {
  @Choice(verifyMethods, { description: 'How the identity is verified', example: 0 }) Method: VerifyMethod;
  @Nested(() => IdentityDocument, {
    description: 'For method Document: must equal the one on file; kept when there is none',
    required: false,
  })
  Document?: IdentityDocument;
  @Text({
    description: 'For method EntryCode: the six digits, or the text of the pass (IdentifierEntryCodeQR)',
    required: false,
    max: 400,
    pattern: /^([0-9]{6}|[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+){2})$/,
    shape: 'six digits or the text of a pass',
    example: '042317',
  })
  EntryCode?: string;
}

export class VisitApproveReq {
  @Guid(VISIT_ID) VisitId: string;
  @Nested(() => SimplePerson, { description: 'Who confirms; the id is enough' })
  ApprovedByPerson: SimplePerson;
  @Text({ description: 'Kept in the history', max: 4000, example: 'expected' }) Reason: string;
}

export class VisitRejectReq {
  @Guid(VISIT_ID) VisitId: string;
  @Choice(rejectReasons, { description: 'Why the visit is rejected', example: 1 }) ReasonCode: RejectReason;
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
  @Text({ description: 'Document number', max: 50, trim: true, example: 'AB123456' }) DocNumber: string;
  @Text({ description: 'Issuing country', max: 100, trim: true, example: 'CZ' }) State: string;
  @Choice(documentTypes, { description: 'Kind of document', example: 1 }) DocType: DocumentType;
  @Text({ description: 'Given name; case and accents do not count', max: 100, example: 'Petr' }) Name: string;
  @Text({ description: 'Family name; case and accents do not count', max: 100, example: 'Svoboda' })
  Surname: string;
  @CalendarDate({ description: 'Day of birth', required: false, example: '1980-05-17' }) DateOfBirth?: string;
}
