import { Controller } from '@nestjs/common';
import { Action, Input, type Picture, WhileAwaited, CurrentCaller } from '../../http/action';
import { pageOf } from '../../http/fields';
import type { Caller } from '../../shared/caller';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import { CreateVisit } from '../application/create-visit';
import { GetVisit } from '../application/get-visit';
import { ScheduleVisit } from '../application/schedule-visit';
import { UpdateVisit } from '../application/update-visit';
import { begun, byEdit } from './shown-records';
import { qrPicture } from './qr-picture';
import {
  changesOf,
  detailsOf,
  memberNames,
  presentAnswer,
  presentBegun,
  presentEntryCode,
  presentHistory,
} from './visit-mapper';
import { EntryCodeResp, HistoryResp } from './visit-answers.dto';
import { EntryCodeImageQuery, HistoryQuery, VisitQuery } from './visit-requests.dto';
import { VisitBeginResp, VisitCreateReq, VisitGetResp, VisitScheduleReq, VisitUpdateReq } from './visit.dto';

const beginning: readonly ErrorCode[] = [
  'VisitTypeNotFound',
  'PersonNotFound',
  'StructureNotFound',
  'DocumentOfAnother',
  'VisitorsViewPermission',
  'VisitExists',
  'VisitUpdateFailed',
];
const reading: readonly ErrorCode[] = ['VisitNotExists', 'VisitsViewPermission'];

/** Beginning visits, changing and reading them. */
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
      "Makes a visit in state 0, under the caller's own id, valid until the end of the site's day, or of the next one where eight hours reach into it. VisitorMatch tells which visitor it is for, and why. Who may not view the visitor has to know the name of somebody on file, and is answered what they sent.",
    tag: 'Announce and register',
    request: VisitCreateReq,
    response: VisitBeginResp,
    requires: ['Visits:New'],
    shows: begun,
    errors: [...beginning, 'IdentifierNotFound', 'IdentifierUnusable', 'IdentifierAssigned'],
    largeBody: true,
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Input() request: VisitCreateReq,
    @WhileAwaited() signal: AbortSignal,
  ): Promise<VisitBeginResp> {
    const { VisitId, Photos = [] } = request;
    return presentBegun(await this.createVisit.execute(caller, VisitId, detailsOf(request), Photos, signal));
  }

  @Action('POST visit/schedule', {
    summary: 'Announce a visit for a date',
    description:
      "Makes a visit in state 1, valid from VisitDate until the end of the site's day, or of the next one where eight hours reach into it. VisitorMatch tells which visitor it is for, and why. Who may not view the visitor has to know the name of somebody on file, and is answered what they sent.",
    tag: 'Announce and register',
    request: VisitScheduleReq,
    response: VisitBeginResp,
    requires: ['Visits:New'],
    shows: begun,
    errors: beginning,
  })
  async schedule(
    @CurrentCaller() caller: Caller,
    @Input() request: VisitScheduleReq,
  ): Promise<VisitBeginResp> {
    const { VisitId, VisitDate } = request;
    return presentBegun(await this.scheduleVisit.execute(caller, VisitId, VisitDate, detailsOf(request)));
  }

  @Action('POST visit/update', {
    summary: 'Change a visit',
    description:
      'In state 6 only ValidTo and the card can be changed. Members that are left out stay as they are; Clear names those that are taken away. From state 3 to 5 the check is repeated. Another host or escort has to confirm again.',
    tag: 'Announce and register',
    request: VisitUpdateReq,
    response: VisitGetResp,
    requires: ['Visits:Edit'],
    shows: byEdit,
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
  async update(@CurrentCaller() caller: Caller, @Input() request: VisitUpdateReq): Promise<VisitGetResp> {
    const changes = changesOf(request);
    return presentAnswer(await this.updateVisit.execute(caller, request.VisitId, changes, memberNames));
  }

  @Action('GET visit/get', {
    summary: 'Read a visit',
    description:
      "The visit as it is now, and the same visitor's visit before it. Of a visitor whom the caller may not view, the name alone.",
    tag: 'Look up visits',
    request: VisitQuery,
    response: VisitGetResp,
    requires: ['Visits:View'],
    errors: reading,
  })
  async get(@CurrentCaller() caller: Caller, @Input() { VisitId }: VisitQuery): Promise<VisitGetResp> {
    return presentAnswer(await this.getVisit.execute(caller, VisitId));
  }

  @Action('GET visit/getHistory', {
    summary: 'Read what happened to a visit',
    description:
      'Every step: who took it, when, from which address, by which command, from which state to which, why.',
    tag: 'Look up visits',
    request: HistoryQuery,
    response: HistoryResp,
    requires: ['Visits:View'],
    errors: reading,
  })
  async history(@CurrentCaller() caller: Caller, @Input() query: HistoryQuery): Promise<HistoryResp> {
    const page = pageOf(query);
    return presentHistory(page, await this.getVisit.history(caller, query.VisitId, page));
  }

  @Action('GET visit/getIdentifierEntryCode', {
    summary: 'Read the entry code of a visit',
    description:
      'Six digits that verify the visitor while the visit is valid, and a signed pass that a door can verify by itself; null once it is over.',
    tag: 'Announce and register',
    request: VisitQuery,
    response: EntryCodeResp,
    requires: ['Identifiers:View'],
    errors: reading,
  })
  async entryCode(@CurrentCaller() caller: Caller, @Input() { VisitId }: VisitQuery): Promise<EntryCodeResp> {
    return presentEntryCode(await this.getVisit.entryCode(caller, VisitId));
  }
  @Action('GET visit/getIdentifierEntryCodeImage', {
    summary: 'Read the pass of a visit as a QR picture',
    description: 'A picture of IdentifierEntryCodeQR, with error correction M. Refusals come as JSON or XML.',
    tag: 'Announce and register',
    request: EntryCodeImageQuery,
    response: { pictures: ['image/png', 'image/svg+xml'] },
    requires: ['Identifiers:View'],
    errors: [...reading, 'NoEntryCode'],
  })
  async entryCodeImage(
    @CurrentCaller() caller: Caller,
    @Input() { VisitId, Format, Size }: EntryCodeImageQuery,
  ): Promise<Picture> {
    return qrPicture(await this.getVisit.pass(caller, VisitId), Format ?? 'png', Size ?? 300);
  }
}
