import { Controller } from '@nestjs/common';
import type { Requirement } from '../../http/action';
import { Action } from '../../http/action.decorator';
import { Input, WhoAsks } from '../../http/input.decorator';
import { pageOf } from '../../http/paging';
import type { Picture } from '../../http/picture';
import type { Caller } from '../../shared/caller';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import { CreateVisit } from '../application/create-visit';
import { GetVisit } from '../application/get-visit';
import { ScheduleVisit } from '../application/schedule-visit';
import { UpdateVisit } from '../application/update-visit';
import { qrPicture } from './qr-picture';
import { detailsOf, updateOf } from './visit-details';
import { presentAnswer, presentBegun, presentEntryCode, presentHistory } from './visit-presenter';
import {
  EntryCodeImageQuery,
  HistoryQuery,
  VisitCreateReq,
  VisitQuery,
  VisitScheduleReq,
  VisitUpdateReq,
} from './visit-requests.dto';
import { EntryCodeResp, HistoryResp, VisitBeginResp, VisitGetResp } from './visit.dto';

const add: Requirement = { agenda: 'Visits', right: 'New', refusal: 'VisitsNewPrivilege' };
const edit: Requirement = { agenda: 'Visits', right: 'Edit', refusal: 'VisitsEditPrivilege' };
const view: Requirement = { agenda: 'Visits', right: 'View', refusal: 'VisitsViewPrivilege' };
const viewIdentifiers: Requirement = {
  agenda: 'Identifiers',
  right: 'View',
  refusal: 'IdentifiersViewPrivilege',
};

const beginning: readonly ErrorCode[] = [
  'VisitTypeNotFound',
  'PersonNotFound',
  'StructureNotFound',
  'DocumentOfAnother',
  'VisitExists',
  'VisitGone',
  'VisitUpdateFailed',
];
const reading: readonly ErrorCode[] = ['VisitNotExists', 'VisitsViewPermission'];

/** Beginning visits, changing and reading them (contract 7). */
@Controller()
export class VisitsController {
  constructor(
    private readonly createVisit: CreateVisit,
    private readonly scheduleVisit: ScheduleVisit,
    private readonly updateVisit: UpdateVisit,
    private readonly getVisit: GetVisit,
  ) {}

  @Action('POST visit/create', {
    summary: 'Register a walk-in',
    description:
      "Makes a visit in state 0, under the caller's own id, valid until the end of the site's day. VisitorMatch tells which visitor it is for, and why.",
    tag: 'Visits',
    request: VisitCreateReq,
    response: VisitBeginResp,
    requires: [add],
    errors: [...beginning, 'IdentifierNotFound', 'IdentifierUnusable', 'IdentifierAssigned'],
    largeBody: true,
  })
  async create(@WhoAsks() caller: Caller, @Input() request: VisitCreateReq): Promise<VisitBeginResp> {
    const { VisitId, Photos } = request;
    return presentBegun(await this.createVisit.execute(caller, VisitId, detailsOf(request), Photos ?? []));
  }

  @Action('POST visit/schedule', {
    summary: 'Announce a visit for a date',
    description:
      "Makes a visit in state 1, valid throughout the site's day that holds VisitDate. VisitorMatch tells which visitor it is for, and why.",
    tag: 'Visits',
    request: VisitScheduleReq,
    response: VisitBeginResp,
    requires: [add],
    errors: beginning,
  })
  async schedule(@WhoAsks() caller: Caller, @Input() request: VisitScheduleReq): Promise<VisitBeginResp> {
    const { VisitId, VisitDate } = request;
    return presentBegun(await this.scheduleVisit.execute(caller, VisitId, VisitDate, detailsOf(request)));
  }

  @Action('POST visit/update', {
    summary: 'Change a visit before it is in the area',
    description:
      'Members that are left out stay as they are; Clear names those that are taken away. From state 3 to 5 the check is repeated. Another host or escort has to confirm again.',
    tag: 'Visits',
    request: VisitUpdateReq,
    response: VisitGetResp,
    requires: [edit],
    errors: [
      'VisitNotExists',
      'VisitsEditPermission',
      'VisitCannotMove',
      'VisitGone',
      'VisitUpdateFailed',
      'VisitTypeNotFound',
      'PersonNotFound',
      'StructureNotFound',
      'IdentifierNotFound',
      'IdentifierUnusable',
      'IdentifierAssigned',
    ],
  })
  async update(@WhoAsks() caller: Caller, @Input() request: VisitUpdateReq): Promise<VisitGetResp> {
    return presentAnswer(await this.updateVisit.execute(caller, request.VisitId, updateOf(request)));
  }

  @Action('GET visit/get', {
    summary: 'Read a visit',
    description: "The visit as it is now, and the same visitor's visit before it.",
    tag: 'Visits',
    request: VisitQuery,
    response: VisitGetResp,
    requires: [view],
    errors: reading,
  })
  async get(@WhoAsks() caller: Caller, @Input() { VisitId }: VisitQuery): Promise<VisitGetResp> {
    return presentAnswer(await this.getVisit.execute(caller, VisitId));
  }

  @Action('GET visit/getHistory', {
    summary: 'Read what happened to a visit',
    description:
      'Every step: who took it, when, from which address, by which command, from which state to which, why.',
    tag: 'Visits',
    request: HistoryQuery,
    response: HistoryResp,
    requires: [view],
    errors: reading,
  })
  async history(@WhoAsks() caller: Caller, @Input() query: HistoryQuery): Promise<HistoryResp> {
    const page = pageOf(query);
    return presentHistory(page, await this.getVisit.history(caller, query.VisitId, page));
  }

  @Action('GET visit/getIdentifierEntryCode', {
    summary: 'Read the entry code of a visit',
    description:
      'Six digits that verify the visitor while the visit is valid, and a signed pass that a door can verify by itself; null once it is over.',
    tag: 'Visits',
    request: VisitQuery,
    response: EntryCodeResp,
    requires: [viewIdentifiers],
    errors: reading,
  })
  async entryCode(@WhoAsks() caller: Caller, @Input() { VisitId }: VisitQuery): Promise<EntryCodeResp> {
    return presentEntryCode(await this.getVisit.entryCode(caller, VisitId));
  }
  @Action('GET visit/getIdentifierEntryCodeImage', {
    summary: 'Read the pass of a visit as a QR picture',
    description: 'A picture of IdentifierEntryCodeQR, with error correction M. Refusals come as JSON or XML.',
    tag: 'Visits',
    request: EntryCodeImageQuery,
    response: { pictures: ['image/png', 'image/svg+xml'] },
    requires: [viewIdentifiers],
    errors: [...reading, 'NoEntryCode'],
  })
  async entryCodeImage(
    @WhoAsks() caller: Caller,
    @Input() { VisitId, Format, Size }: EntryCodeImageQuery,
  ): Promise<Picture> {
    return qrPicture(await this.getVisit.pass(caller, VisitId), Format ?? 'png', Size ?? 300);
  }
}
