import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import { pageOf, presentPaging } from '../../http/fields';
import { type Caller, holds } from '../../shared/caller';
import type { ShownRecord } from '../../shared/shown-record';
import { VisitorRepository } from '../application/ports';
import { changesOf, clearedOf, filterOf, visitorOf } from './visitor-details';
import { presentChanged, presentListed, presentVisitor } from './visitor-presenter';
import {
  ActivitiesQuery,
  ActivitiesResp,
  AttachmentQuery,
  AttachmentResp,
  VisitorCreateReq,
  VisitorCreateResp,
  VisitorQuery,
  VisitorResp,
  VisitorsQuery,
  VisitorsResp,
  VisitorUpdateReq,
  VisitorUpdateResp,
} from './visitor-requests.dto';

/** None without the privilege View: such an answer repeats only what the caller sent. */
function shownBy({ Visitor }: VisitorResp | VisitorUpdateResp, caller: Caller): ShownRecord[] {
  const { VisitorId: id } = Visitor;
  return id !== null && holds(caller, 'Visitors', 'View') ? [{ agenda: 'Visitors', right: 'View', id }] : [];
}

/** The files of visitors. There is no use case in between: the repository has the rules. */
@Controller()
export class VisitorsController {
  constructor(private readonly visitors: VisitorRepository) {}

  @Action('POST visitor/create', {
    summary: 'Put a visitor on file',
    description:
      'A visitor is not registered twice: without VisitorId, the same document, else the same e-mail address and name, else the same name and day of birth means the same visitor. VisitorMatch says how the visitor was found. Nothing on file is overwritten; only a missing document is added, if the caller may edit the visitor. 1538 if the caller may not view the visitor.',
    tag: 'Visitors',
    request: VisitorCreateReq,
    response: VisitorCreateResp,
    requires: ['Visitors:New'],
    shows: shownBy,
    errors: ['VisitorExists', 'DocumentOfAnother', 'VisitorsViewPermission', 'VisitUpdateFailed'],
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Input() { Visitor }: VisitorCreateReq,
  ): Promise<VisitorCreateResp> {
    const { visitor, match } = await this.visitors.create(caller, visitorOf(Visitor));
    return { Visitor: presentVisitor(visitor), VisitorMatch: match };
  }

  @Action('POST visitor/update', {
    summary: 'Change what is on file for a visitor',
    description:
      'Given members replace those on file, the document as a whole. Omitted members stay unchanged; Clear removes members. A caller without the permission View gets only the changes as answer.',
    tag: 'Visitors',
    request: VisitorUpdateReq,
    response: VisitorUpdateResp,
    requires: ['Visitors:Edit'],
    shows: shownBy,
    errors: ['VisitorNotFound', 'VisitorsEditPermission', 'DocumentOfAnother', 'VisitUpdateFailed'],
  })
  async update(
    @CurrentCaller() caller: Caller,
    @Input() { Visitor, Clear }: VisitorUpdateReq,
  ): Promise<VisitorUpdateResp> {
    const cleared = clearedOf(Visitor, Clear ?? []);
    const visitor = await this.visitors.update(caller, Visitor.VisitorId, changesOf(Visitor), cleared);
    return { Visitor: presentChanged(visitor) };
  }

  @Action('GET visitor/get', {
    summary: 'Read what is on file for a visitor',
    description: 'The visitor with the document on file.',
    tag: 'Visitors',
    request: VisitorQuery,
    response: VisitorResp,
    requires: ['Visitors:View'],
    errors: ['VisitorNotFound', 'VisitorsViewPermission'],
  })
  async get(@CurrentCaller() caller: Caller, @Input() { VisitorId }: VisitorQuery): Promise<VisitorResp> {
    return { Visitor: presentVisitor(await this.visitors.get(caller, VisitorId)) };
  }

  @Action('GET visitor/getAll', {
    summary: 'List visitors',
    description: 'The visitors that the caller may view and that meet every condition, by surname and name.',
    tag: 'Visitors',
    request: VisitorsQuery,
    response: VisitorsResp,
    requires: ['Visitors:View'],
    errors: [],
  })
  async getAll(@CurrentCaller() caller: Caller, @Input() query: VisitorsQuery): Promise<VisitorsResp> {
    const page = pageOf(query);
    const { rows, total } = await this.visitors.list(caller, filterOf(query), page);
    return { Visitors: rows.map(presentVisitor), Paging: presentPaging(page, total) };
  }

  @Action('GET visitor/getActivities', {
    summary: 'List the activities of a visitor',
    description:
      'Trainings and briefings, newest first. Attachment is null: AttachmentBytes is its size, and visitor/getActivityAttachment reads it.',
    tag: 'Visitors',
    request: ActivitiesQuery,
    response: ActivitiesResp,
    requires: ['Visitors:View'],
    errors: ['VisitorNotFound', 'VisitorsViewPermission'],
  })
  async activities(
    @CurrentCaller() caller: Caller,
    @Input() query: ActivitiesQuery,
  ): Promise<ActivitiesResp> {
    const page = pageOf(query);
    const { rows, total } = await this.visitors.activities(caller, query.VisitorId, page);
    return { Activities: rows.map(presentListed), Paging: presentPaging(page, total) };
  }

  @Action('GET visitor/getActivityAttachment', {
    summary: 'Read the attachment of an activity',
    description:
      'One attachment, as base64. Its content has not been checked: treat it as any file from outside.',
    tag: 'Visitors',
    request: AttachmentQuery,
    response: AttachmentResp,
    requires: ['Visitors:View'],
    errors: ['VisitorNotFound', 'VisitorsViewPermission', 'AttachmentNotFound'],
  })
  async attachment(
    @CurrentCaller() caller: Caller,
    @Input() { VisitorId, ActivityNumber }: AttachmentQuery,
  ): Promise<AttachmentResp> {
    const Attachment = await this.visitors.attachment(caller, VisitorId, ActivityNumber);
    return { VisitorId, ActivityNumber, Attachment };
  }
}
