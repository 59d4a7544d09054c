import { Choice, Flag, Guid, Instant, Integer, List, Nested, Text } from '../../http/fields';
import { type VisitState, visitStates } from '../../shared/visit';

const VISIT = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const VISITOR = '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11';
const unit = 'Organization structure - Company ABC - Production';

/** A row of the list. A member that was not asked for by Fields is left out. */
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
