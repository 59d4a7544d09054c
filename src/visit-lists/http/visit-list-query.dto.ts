import {
  Choice,
  Choices,
  Guid,
  Instant,
  memberNames,
  PageQuery,
  Since,
  Text,
  type YesNo,
  yesNo,
} from '../../http/fields';
import { type VisitState, visitStates } from '../../shared/visit';
import { VisitGetAll } from './visit-list.dto';
import { type VisitSort, visitSorts } from './visit-sort';

const VISITOR = '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11';
const DAY = { required: false, example: '2026-11-24' };
const GIVEN = { required: false, min: 1 };
const unit = 'Organization structure - Company ABC - Production';

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
