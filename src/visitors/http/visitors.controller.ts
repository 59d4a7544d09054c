import { Controller } from '@nestjs/common';
import type { Requirement } from '../../http/action';
import { Action } from '../../http/action.decorator';
import { Input, WhoAsks } from '../../http/input.decorator';
import { pageOf, presentPaging } from '../../http/paging';
import type { Caller } from '../../shared/caller';
import { VisitorRepository } from '../application/ports';
import { changesOf, filterOf, visitorOf } from './visitor-details';
import { presentActivity, presentVisitor } from './visitor-presenter';
import {
  ActivitiesQuery,
  ActivitiesResp,
  VisitorCreateReq,
  VisitorCreateResp,
  VisitorQuery,
  VisitorResp,
  VisitorsQuery,
  VisitorsResp,
  VisitorUpdateReq,
} from './visitor-requests.dto';

const view: Requirement = { agenda: 'Visitors', right: 'View', refusal: 'VisitorsViewPrivilege' };

/** Visitors, beyond one visit. The rules are those of the repository: there is no use case between. */
@Controller()
export class VisitorsController {
  constructor(private readonly visitors: VisitorRepository) {}

  @Action('POST visitor/create', {
    summary: 'Put a visitor on file',
    description:
      'Whoever is on file already is not put there twice: without VisitorId, the same document, else the same e-mail address and name, else the same name and day of birth is the same visitor. VisitorMatch tells which it was; nothing on file is overwritten, only a missing document is added.',
    tag: 'Visitors',
    request: VisitorCreateReq,
    response: VisitorCreateResp,
    requires: [{ agenda: 'Visitors', right: 'New', refusal: 'VisitorsNewPrivilege' }],
    errors: ['VisitorExists', 'DocumentOfAnother', 'VisitorsViewPermission', 'VisitUpdateFailed'],
  })
  async create(
    @WhoAsks() caller: Caller,
    @Input() { Visitor }: VisitorCreateReq,
  ): Promise<VisitorCreateResp> {
    const { visitor, match } = await this.visitors.create(caller, visitorOf(Visitor));
    return { Visitor: presentVisitor(visitor), VisitorMatch: match };
  }

  @Action('POST visitor/update', {
    summary: 'Change what is on file for a visitor',
    description: 'What is given replaces what is on file, the document as a whole; what is left out stays.',
    tag: 'Visitors',
    request: VisitorUpdateReq,
    response: VisitorResp,
    requires: [{ agenda: 'Visitors', right: 'Edit', refusal: 'VisitorsEditPrivilege' }],
    errors: ['VisitorNotFound', 'VisitorsEditPermission', 'DocumentOfAnother', 'VisitUpdateFailed'],
  })
  async update(@WhoAsks() caller: Caller, @Input() { Visitor }: VisitorUpdateReq): Promise<VisitorResp> {
    const visitor = await this.visitors.update(caller, Visitor.VisitorId, changesOf(Visitor));
    return { Visitor: presentVisitor(visitor) };
  }

  @Action('GET visitor/get', {
    summary: 'Read what is on file for a visitor',
    description: 'The visitor with the document on file.',
    tag: 'Visitors',
    request: VisitorQuery,
    response: VisitorResp,
    requires: [view],
    errors: ['VisitorNotFound', 'VisitorsViewPermission'],
  })
  async get(@WhoAsks() caller: Caller, @Input() { VisitorId }: VisitorQuery): Promise<VisitorResp> {
    return { Visitor: presentVisitor(await this.visitors.get(caller, VisitorId)) };
  }

  @Action('GET visitor/getAll', {
    summary: 'List visitors',
    description: 'Those that the caller may view and that meet every condition, by surname and name.',
    tag: 'Visitors',
    request: VisitorsQuery,
    response: VisitorsResp,
    requires: [view],
    errors: [],
  })
  async getAll(@WhoAsks() caller: Caller, @Input() query: VisitorsQuery): Promise<VisitorsResp> {
    const page = pageOf(query);
    const { rows, total } = await this.visitors.list(caller, filterOf(query), page);
    return { Visitors: rows.map(presentVisitor), Paging: presentPaging(page, total) };
  }

  @Action('GET visitor/getActivities', {
    summary: 'List what a visitor has done',
    description: 'Trainings and briefings, newest first.',
    tag: 'Visitors',
    request: ActivitiesQuery,
    response: ActivitiesResp,
    requires: [view],
    errors: ['VisitorNotFound', 'VisitorsViewPermission'],
  })
  async activities(@WhoAsks() caller: Caller, @Input() query: ActivitiesQuery): Promise<ActivitiesResp> {
    const page = pageOf(query);
    const withAttachments = query.WithAttachments === 1;
    const { rows, total } = await this.visitors.activities(caller, query.VisitorId, {
      page,
      withAttachments,
    });
    return {
      Activities: rows.map(({ type, activity }) => presentActivity(type, activity)),
      Paging: presentPaging(page, total),
    };
  }
}
