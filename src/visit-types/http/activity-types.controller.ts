import { Controller } from '@nestjs/common';
import { Action, Input } from '../../http/action';
import { pageOf, PageQuery, presentPaging } from '../../http/fields';
import { AdministerActivityTypes } from '../application/administer-activity-types';
import { ActivityType, ActivityTypeCreateReq, ActivityTypesResp } from './activity-types.dto';
import { activityTypeRequest } from './type-requests';
import { presentActivityType } from './types-presenter';

/** Activity types. Record permissions do not apply to them. */
@Controller()
export class ActivityTypesController {
  constructor(private readonly administer: AdministerActivityTypes) {}

  @Action('GET activityType/getAll', {
    summary: 'List the kinds of activities',
    description: 'By title.',
    tag: 'Kinds of visits and trainings',
    request: PageQuery,
    response: ActivityTypesResp,
    requires: ['Visitors:View'],
    errors: [],
  })
  async getAll(@Input() query: PageQuery): Promise<ActivityTypesResp> {
    const page = pageOf(query);
    const { rows, total } = await this.administer.list(page);
    return { ActivityTypes: rows.map(presentActivityType), Paging: presentPaging(page, total) };
  }

  @Action('POST activityType/create', {
    summary: 'Define a kind of activity',
    description: 'Default: Frequency 0 (never due again), Signed 0.',
    tag: 'Kinds of visits and trainings',
    request: ActivityTypeCreateReq,
    response: ActivityType,
    requires: ['Visitors:Types'],
    errors: ['ActivityTypeExists', 'VisitUpdateFailed'],
  })
  async create(@Input() request: ActivityTypeCreateReq): Promise<ActivityType> {
    const { ActivityType: type } = request;
    return presentActivityType(await this.administer.create(type.Title, activityTypeRequest(type)));
  }
}
