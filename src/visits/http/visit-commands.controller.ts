import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import type { Caller } from '../../shared/caller';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import { MoveVisit } from '../application/move-visit';
import { VerifyVisit } from '../application/verify-visit';
import { byEdit, byView } from './shown-records';
import { presentAnswer, proofOf } from './visit-mapper';
import {
  VisitApproveReq,
  VisitCommandReq,
  VisitEndReq,
  VisitRejectReq,
  VisitVerifyReq,
} from './visit-requests.dto';
import { VisitGetResp } from './visit.dto';

const everyCommand: readonly ErrorCode[] = ['VisitNotExists', 'VisitGone', 'VisitUpdateFailed'];
const editing: readonly ErrorCode[] = [...everyCommand, 'VisitsEditPermission', 'VisitCannotMove'];

/** The commands on a visit. */
@Controller()
export class VisitCommandsController {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly verifyVisit: VerifyVisit,
  ) {}

  @Action('POST visit/verify', {
    summary: 'Verify the identity of the visitor',
    description:
      'By document, by entry code or the text of the pass, or by fingerprint. Documents are compared without case, blanks and hyphens. May happen before the day, but for the entry code, which works from VISIT_EARLY_MINUTES before ValidFrom until ValidTo. A first document is put on file where the caller may edit the visitor. State becomes 2. After 5 wrong entry codes within a minute, by one user from one address, further ones are answered 1008 and not looked at.',
    tag: 'At the door',
    request: VisitVerifyReq,
    response: VisitGetResp,
    requires: ['Visits:Edit'],
    shows: byEdit,
    errors: [...editing, 'IdentityNotVerified', 'DocumentOfAnother'],
  })
  async verify(@CurrentCaller() caller: Caller, @Input() request: VisitVerifyReq): Promise<VisitGetResp> {
    const { VisitId: visitId, Reason: reason = null } = request;
    return presentAnswer(
      await this.verifyVisit.execute(caller, { visitId, reason, proof: proofOf(request) }),
    );
  }

  @Action('POST visit/check', {
    summary: 'Check whether the visitor may be admitted',
    description:
      'A required activity missing or past its end: state 3. Else an escort required and not confirmed: state 4. Else state 5. From VISIT_EARLY_MINUTES before ValidFrom until ValidTo; at other times it is refused with 9114.',
    tag: 'At the door',
    request: VisitCommandReq,
    response: VisitGetResp,
    requires: ['Visits:Edit'],
    shows: byEdit,
    errors: [...editing, 'VisitOutsideWindow'],
  })
  async check(
    @CurrentCaller() caller: Caller,
    @Input() { VisitId, Reason }: VisitCommandReq,
  ): Promise<VisitGetResp> {
    return presentAnswer(await this.moveVisit.check(caller, { visitId: VisitId, reason: Reason ?? null }));
  }

  @Action('POST visit/approve', {
    summary: 'Confirm the visit as its host or escort',
    description:
      'Ahead of time, it is kept for the check. At the door, in state 3 or 4, the check is repeated.',
    tag: 'At the door',
    request: VisitApproveReq,
    response: VisitGetResp,
    requires: ['Visits:Edit'],
    shows: byEdit,
    errors: [...editing, 'PersonNotFound'],
  })
  async approve(@CurrentCaller() caller: Caller, @Input() request: VisitApproveReq): Promise<VisitGetResp> {
    const { VisitId: visitId, Reason: reason, ApprovedByPerson } = request;
    return presentAnswer(
      await this.moveVisit.approve(caller, { visitId, reason, personId: ApprovedByPerson.PersonId }),
    );
  }

  @Action('POST visit/enter', {
    summary: 'Let the visitor into the area',
    description:
      'First or next pass inwards. From state 5 to 6. From VISIT_EARLY_MINUTES before ValidFrom until ValidTo; at other times it is refused with 9114.',
    tag: 'In the area',
    request: VisitCommandReq,
    response: VisitGetResp,
    requires: ['Visits:Edit'],
    shows: byEdit,
    errors: [...editing, 'VisitOutsideWindow'],
  })
  async enter(
    @CurrentCaller() caller: Caller,
    @Input() { VisitId, Reason }: VisitCommandReq,
  ): Promise<VisitGetResp> {
    return presentAnswer(await this.moveVisit.enter(caller, { visitId: VisitId, reason: Reason ?? null }));
  }

  @Action('POST visit/stepOut', {
    summary: 'Let the visitor out of the area, to come back',
    description: 'The visit stays open. From state 6 to 5.',
    tag: 'In the area',
    request: VisitCommandReq,
    response: VisitGetResp,
    requires: ['Visits:Edit'],
    shows: byEdit,
    errors: editing,
  })
  async stepOut(
    @CurrentCaller() caller: Caller,
    @Input() { VisitId, Reason }: VisitCommandReq,
  ): Promise<VisitGetResp> {
    return presentAnswer(await this.moveVisit.stepOut(caller, { visitId: VisitId, reason: Reason ?? null }));
  }

  @Action('POST visit/end', {
    summary: 'End an existing visit',
    description:
      'The visitor has left for good. From state 5 or 6 to 7: the card is free again and the entry code works no more. Of several callers that end one visit at once, one succeeds and every other gets 1545.',
    tag: 'In the area',
    request: VisitEndReq,
    response: VisitGetResp,
    requires: ['Visits:View'],
    shows: byView,
    errors: [...everyCommand, 'VisitsViewPermission', 'VisitCannotBeEnded'],
  })
  async end(
    @CurrentCaller() caller: Caller,
    @Input() { VisitId, Reason }: VisitEndReq,
  ): Promise<VisitGetResp> {
    return presentAnswer(await this.moveVisit.end(caller, { visitId: VisitId, reason: Reason }));
  }

  @Action('POST visit/reject', {
    summary: 'Reject a visit',
    description: 'Denied, cancelled, not shown up or expired. From state 0 to 5 to 8, which is final.',
    tag: 'At the door',
    request: VisitRejectReq,
    response: VisitGetResp,
    requires: ['Visits:Edit'],
    shows: byEdit,
    errors: editing,
  })
  async reject(@CurrentCaller() caller: Caller, @Input() request: VisitRejectReq): Promise<VisitGetResp> {
    const { VisitId: visitId, Reason: reason, ReasonCode: reasonCode } = request;
    return presentAnswer(await this.moveVisit.reject(caller, { visitId, reason, reasonCode }));
  }
}
