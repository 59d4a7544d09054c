import {
  ApiSchema,
  Choice,
  Clear,
  conversions,
  Guid,
  Instant,
  List,
  memberNames,
  Nested,
  Text,
} from '../../http/fields';
import { OrgStructure, SimplePerson } from '../../directory';
import { VisitorIdentifier } from '../../identifiers';
import { type VisitorMatch, visitorMatches } from '../../shared/visitor';
import { VisitType } from '../../visit-types';
import { Visitor } from '../../visitors';
import { type VehicleType, vehicleTypes } from '../domain/vehicle-type';
import { type VisitState, visitStates } from '../../shared/visit';

/** Visits, in documented order. In a request, what only an answer fills is ignored. */

export class VisitorVehicle {
  @Text({ description: 'Licence plate', required: false, max: 100, trim: true, example: '1AB 2345' })
  VehicleLP: string | null;
  @Choice(vehicleTypes, { description: 'Kind of vehicle', required: false, example: 1 })
  Type: VehicleType | null;
  @Text({ description: 'Model', required: false, max: 100, example: 'Transit' }) Model: string | null;
  @Text({ description: 'Description', required: false, max: 4000, example: 'white van' }) Desc: string | null;
}

export const VISIT_ID = {
  description: 'The visit identifier',
  example: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11',
};
const ownId = { ...VISIT_ID, description: "The visit identifier, the caller's own" };
const reason = { description: 'Reason of the visit', max: 4000, example: 'Delivery of spare parts' };
const host = { description: 'Whom the visitor visits; the id is enough', required: false };
const unit = { description: 'Which unit; the path is enough', required: false };
const escort = { description: 'Who escorts the visitor; the id is enough', required: false };

/** The members that requests and answers declare alike. */
class VisitMembersDto {
  @Nested(() => VisitorVehicle, { description: "The visitor's vehicle", required: false })
  Vehicle?: VisitorVehicle | null;
  @Nested(() => VisitorVehicle, { description: "The visitor's trailer", required: false })
  Trailer?: VisitorVehicle | null;
}

@ApiSchema({ name: 'Visit' })
export class VisitDto extends VisitMembersDto {
  @Guid({ ...VISIT_ID, description: 'The visit', first: true }) VisitId: string;
  @Nested(() => Visitor, {
    description: 'The visitor; the name alone to who may not view the visitor',
    first: true,
  })
  Visitor: Visitor;
  @Nested(() => VisitType, { description: 'The visit type' }) VisitType: VisitType;
  @Nested(() => SimplePerson, { description: 'Whom the visitor visits', required: false })
  VisitedPerson: SimplePerson | null;
  @Nested(() => OrgStructure, { description: 'Which unit the visitor visits', required: false })
  VisitedOrgStructure: OrgStructure | null;
  @Nested(() => SimplePerson, { description: 'Who escorts the visitor', required: false })
  EscortedByPerson: SimplePerson | null;
  @Nested(() => VisitorIdentifier, { description: "The visitor's card", required: false })
  Identifier: VisitorIdentifier | null;
  @Text(reason) Reason: string;
  @Choice(visitStates, { description: 'State of the visit', example: 0 }) State: VisitState;
}

export class VisitGetResp extends VisitDto {
  @Nested(() => VisitDto, {
    description: "The same visitor's visit before this one; null when there is none that the caller may see",
    required: false,
    first: true,
  })
  LastVisit: VisitDto | null;
}

export class VisitBeginResp extends VisitGetResp {
  @Choice(visitorMatches, {
    description: 'Which visitor it is, and why. Null to who may not view the visitor',
    required: false,
    example: 2,
  })
  VisitorMatch: VisitorMatch | null;
}

class NewVisit extends VisitMembersDto {
  @Nested(() => Visitor, { description: 'The visitor', first: true }) Visitor: Visitor;
  @Nested(() => VisitType, { description: 'The visit type; its title is enough' }) VisitType: VisitType;
  @Nested(() => SimplePerson, host) VisitedPerson?: SimplePerson;
  @Nested(() => OrgStructure, unit) VisitedOrgStructure?: OrgStructure;
  @Text(reason) Reason: string;
  @Nested(() => SimplePerson, escort) EscortedByPerson?: SimplePerson;
}

export class VisitCreateReq extends NewVisit {
  @Guid({ ...ownId, first: true }) VisitId: string;
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
}

class VisitChange extends VisitMembersDto {
  @Guid({ ...VISIT_ID, first: true }) VisitId: string;
  @Nested(() => VisitType, { description: 'The visit type; its title is enough', required: false })
  VisitType?: VisitType;
  @Nested(() => SimplePerson, host) VisitedPerson?: SimplePerson;
  @Nested(() => OrgStructure, unit) VisitedOrgStructure?: OrgStructure;
  @Nested(() => SimplePerson, escort) EscortedByPerson?: SimplePerson;
  @Nested(() => VisitorIdentifier, {
    description: 'The card; its internal number is enough. The one that the visit had is free again',
    required: false,
  })
  Identifier?: VisitorIdentifier;
  @Text({ ...reason, required: false }) Reason?: string;
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
