import { Controller } from '@nestjs/common';
import { lackingPrivilege, refusalOf } from '../../auth';
import { AppConfig } from '../../config/app-config';
import { Action, declaredActions, Input, isDisabled, CurrentCaller } from '../../http/action';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { type Clearance, ForeseeVisit, type Transition as Foreseen } from '../application/foresee-visit';
import { type Transition, TransitionsResp } from './transitions.dto';
import { VisitQuery } from './visit-requests.dto';

/** What this caller could do with a visit now. */
@Controller()
export class TransitionsController {
  constructor(
    private readonly foreseeVisit: ForeseeVisit,
    private readonly config: AppConfig,
  ) {}

  @Action('GET visit/getTransitions', {
    summary: 'Read what can be done with a visit',
    description:
      'Every command, whether this caller could give it now, the error number that it would get otherwise, and what would clear the way. Nothing is changed; another caller may be faster.',
    tag: 'At the door',
    request: VisitQuery,
    response: TransitionsResp,
    requires: ['Visits:View'],
    errors: ['VisitNotExists', 'VisitsViewPermission'],
  })
  async getTransitions(
    @CurrentCaller() caller: Caller,
    @Input() { VisitId }: VisitQuery,
  ): Promise<TransitionsResp> {
    const { state, transitions } = await this.foreseeVisit.execute(caller, VisitId);
    const Transitions = transitions.map(each => present({ ...each, ...this.refusedBefore(caller, each) }));
    return { VisitId, State: state, Transitions };
  }

  /** What the guards would refuse, which stand before the visit itself is looked at. */
  private refusedBefore(caller: Caller, { command }: Foreseen): Partial<Foreseen> {
    const action = declaredActions().find(({ path }) => path === `visit/${command}`);
    if (!action) throw new Error(`visit/${command} is no action`);
    if (isDisabled(action, this.config))
      return refused(new AppError('MethodDisabled'), 'setting', 'DISABLED_METHODS');
    const lacking = lackingPrivilege(action, caller);
    return lacking
      ? refused(refusalOf(lacking, caller.login), 'privilege', `${lacking.right} of agenda ${lacking.agenda}`)
      : {};
  }
}

function refused(refusal: AppError, kind: Clearance['kind'], name: string): Partial<Foreseen> {
  return { refusal, to: null, clearedBy: [{ kind, name }] };
}

function present({ command, refusal, to, clearedBy }: Foreseen): Transition {
  return {
    Command: command,
    Allowed: refusal === null,
    ToState: to,
    Code: refusal?.number ?? null,
    Message: refusal?.message ?? null,
    ClearedBy: clearedBy.map(({ kind, name }) => ({ Kind: kind, Name: name })),
  };
}
