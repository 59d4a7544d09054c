import { Choice, Choices, Flag, Guid, Instant, Integer, List, Nested, Since, Text } from '../../http/fields';
import { memberNames } from '../../http/member-names';
import { PageQuery } from '../../http/paging';
import { yesNo, type YesNo } from '../../http/yes-no';
import { type VisitState, visitStates } from '../domain/visit-state';
import { type VisitSort, visitSorts } from './visit-sort';

const VISIT = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const VISITOR = '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11';
const DAY = { required: false, example: '2026-11-24' };
const GIVEN = { required: false, min: 1 };
const unit = 'Organization structure - Company ABC - Production';

/** A row of the list (contract 7). A member that was not asked for by Fields is left out. */
export class VisitGetAll {
  @Guid({ description: 'The visit', required: false, example: VISIT }) VisitId?: string;
  @Guid({ description: 'The visitor', required: false, example: VISITOR }) VisitorId?: string;
  @Text({ description: 'Family and given name', required: false, max: 201, example: 'Svoboda Petr' })
  Visitor?: string;
  @Text({ description: 'Plate of the vehicle', required: false, max: 100, example: '1AB 2345' })
  VisitorVehicleLP?: string | null;
  @Text({ description: 'Plate of the trailer', required: false, max: 100, example: '2AB 6789' })
  VisitorTrailerLP?: string | null;
  @Text({ description: 'Title of the visit type', required: false, max: 100, example: 'Delivery' })
  VisitType?: string;
  @Text({
    description: 'Family and given name of the host',
    required: false,
    max: 201,
    example: 'Nováková Jana',
  })
  VisitedPerson?: string | null;
  @Text({ description: 'PersonId of the host', required: false, max: 100, example: '100' })
  VisitedPersonId?: string | null;
  @Text({ description: 'Path of the visited unit', required: false, max: 1000, example: unit })
  VisitedOrgStructure?: string | null;
  @Text({
    description: 'Family and given name of the escort',
    required: false,
    max: 201,
    example: 'Dvořák Karel',
  })
  EscortedByPerson?: string | null;
  @Text({ description: 'PersonId of the escort', required: false, max: 100, example: '200' })
  EscortedByPersonId?: string | null;
  @Text({
    description:
      'Six digits; null once the visit is over, and without the privilege View of agenda Identifiers',
    required: false,
    max: 6,
    example: '042317',
  })
  IdentifierEntryCode?: string | null;
  @Text({
    description: 'Text to put in a QR picture; null where the code is',
    required: false,
    max: 400,
    example: '042317',
  })
  IdentifierEntryCodeQR?: string | null;
  @Text({
    description: 'Reason of the visit',
    required: false,
    max: 4000,
    example: 'Delivery of spare parts',
  })
  Reason?: string;
  @Flag({ description: 'Whether it was announced', required: false, example: false }) IsPlanned?: boolean;
  @Instant({ description: 'Valid from', required: false, example: '2026-11-23T09:00:00.000Z' })
  ValidFrom?: Date;
  @Instant({ description: 'Valid until', required: false, example: '2026-11-23T22:59:59.999Z' })
  ValidTo?: Date;
  @Choice(visitStates, { description: 'State', required: false, example: 5 }) State?: VisitState;
}

/** Every condition may be left out; those given must all be met. */
export class VisitGetAllQuery extends PageQuery {
  @Choices(visitStates, { description: 'Visits in these states', required: false, example: [5, 6] })
  State?: VisitState[];
  @Choice(yesNo, {
    description: 'Whether only visitors who are in the area are wanted (state 6)',
    required: false,
    example: 0,
  })
  OnSite?: YesNo;
  @Instant({ ...DAY, description: 'Visits that begin then or later; a date alone: on that day or later' })
  From?: Date;
  @Instant({ ...DAY, day: 'after', description: 'Visits that begin before; a date alone: up to its end' })
  To?: Date;
  @Text({
    description:
      "Text within the visitor's name, company, e-mail, phone or document number, case and accents aside; under three characters: at the beginning of the name. Visitors whom the caller may not view are found by name alone",
    ...GIVEN,
    max: 200,
    search: true,
    example: 'svoboda',
  })
  Visitor?: string;
  @Guid({ description: 'Visits of this visitor', required: false, example: VISITOR })
  VisitorId?: string;
  @Text({
    description: 'Visits to this person',
    required: false,
    min: 1,
    max: 100,
    trim: true,
    example: '100',
  })
  VisitedPersonId?: string;
  @Text({ ...GIVEN, description: 'Visits to this unit and to all below it', max: 1000, example: unit })
  VisitedOrgStructure?: string;
  @Text({
    description: 'Beginning of the plate of the vehicle or trailer, however it is spaced',
    ...GIVEN,
    max: 100,
    search: true,
    example: '1AB',
  })
  Plate?: string;
  @Text({ description: 'Title of the visit type', required: false, min: 1, max: 100, example: 'Delivery' })
  VisitType?: string;
  @Since({
    description:
      'The ChangedUntil of an earlier answer: visits that were made or changed after it. Deprecated: a date, for those that were made or changed then or later',
    required: false,
    example: 'c48213',
  })
  ChangedSince?: number | Date;
  @Choice(visitSorts, {
    description:
      'Left out: -ValidFrom where From or To is given, else -Changed where ChangedSince is given, else -Created',
    required: false,
    anyCase: true,
    example: '-ValidFrom',
  })
  Sort?: VisitSort;
  @Choices(memberNames('VisitGetAllMember', 'Member of a row of visit/getAll', VisitGetAll), {
    description: 'Members of the rows that are wanted; left out: all',
    required: false,
    anyCase: true,
    example: ['VisitId', 'Visitor', 'State'],
  })
  Fields?: (keyof VisitGetAll)[];
  @Text({
    description:
      'For synchronising: empty at first, then the NextCursor of the answer before, with the same conditions. Rows come in the order in which the visits were made; Sort and PageNumber do not go with it',
    required: false,
    max: 500,
    example: '',
  })
  Cursor?: string;
}

/** Where in the list this is: by page, or by cursor. */
export class VisitPaging {
  @Integer({
    description: 'This page, from 1; null with a cursor',
    required: false,
    min: 1,
    max: 1_000_000_000,
    example: 1,
  })
  PageNumber: number | null;
  @Integer({ description: 'Rows a page', min: 1, max: 1000, example: 100 }) PageSize: number;
  @Integer({
    description: 'Rows on all pages; null with a cursor',
    required: false,
    min: 0,
    max: 1_000_000_000,
    example: 1,
  })
  TotalCount: number | null;
  @Text({
    description: 'With a cursor: the next one; null after the last row',
    required: false,
    max: 500,
    example: null,
  })
  NextCursor: string | null;
  @Text({
    description:
      'With a cursor: names the newest change when the first page was told, to be handed back as it is: the ChangedSince of the next round. Null where there was none',
    required: false,
    max: 40,
    example: 'c48213',
  })
  ChangedUntil: string | null;
}

export class VisitGetAllResp {
  @List(() => VisitGetAll, {
    description: 'The visits that the caller may view',
    item: 'Visit',
    partial: true,
  })
  Visits: VisitGetAll[];
  @Nested(() => VisitPaging, { description: 'Where in the list this is' }) Paging: VisitPaging;
}
