import { Controller } from '@nestjs/common';
import { Action, Input } from '../../http/action';
import { pageOf, PageQuery, presentPaging } from '../../http/fields';
import type { ActivityTypeView } from '../../shared/visitor';
import { ActivityTypes } from '../application/activity-types';
import { ActivityType, ActivityTypeCreateReq, ActivityTypesResp } from './activity-types.dto';
import { presentActivityType } from './types-presenter';

/** Activity types. Record permissions do not apply to them. */
@Controller()
export class ActivityTypesController {
  constructor(private readonly types: ActivityTypes) {}

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
    const { rows, total } = await this.types.list(page);
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
    const type = activityTypeOf(request.ActivityType);
    await this.types.add(type);
    return presentActivityType(type);
  }
}

function activityTypeOf({ Title, Shortcut, Frequency, Signed }: ActivityType): ActivityTypeView {
  return { title: Title, shortcut: Shortcut ?? '', frequency: Frequency ?? 0, signed: Signed === 1 };
}
