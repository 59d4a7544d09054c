import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import type { Caller } from '../../shared/caller';
import { RecordActivity } from '../application/record-activity';
import { activityOf, presentActivity, VisitorActivity } from '../../visitors';
import { ActivityCreateReq } from './visit-requests.dto';

/** Activities of visitors; here and not with the visitors, because one that is recorded moves visits. */
@Controller()
export class ActivitiesController {
  constructor(private readonly recordActivity: RecordActivity) {}

  @Action('POST visitor/createActivity', {
    summary: 'Record an activity of a visitor',
    description:
      'A training or briefing that was done. Repeats the admission check of visits that wait in state 3 or 4.',
    tag: 'Visitors',
    request: ActivityCreateReq,
    response: VisitorActivity,
    requires: ['Visitors:Edit', 'Visitors:Activities'],
    errors: ['VisitorNotFound', 'VisitorsEditPermission', 'ActivityTypeNotFound', 'VisitUpdateFailed'],
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Input() { VisitorId, Activity }: ActivityCreateReq,
  ): Promise<VisitorActivity> {
    const activity = activityOf(Activity);
    return presentActivity(await this.recordActivity.execute(caller, VisitorId, activity), activity);
  }
}
