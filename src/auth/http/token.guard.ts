import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { requestOf, type RequestState, stateOf } from '../../http/action';
import { Clock } from '../../shared/clock';
import { USER_CACHE_MS } from '../application/identify';
import { callerFrom, type User } from '../domain/user';
import { FindSender } from './find-sender';
import { type Sender, senderOf } from './sender';

/** Every action but `login` asks for a token that lived when the request came. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly findSender: FindSender,
    private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = requestOf(context);
    const state = stateOf(request);
    if (!state.action || state.action.requires === 'open') return true;
    const sender = senderOf(state);
    const isQuick = this.clock.monotonicMs() - state.startedMs < USER_CACHE_MS;
    return isQuick || !sender.user ? admit(state, sender) : this.admitAnew(request, state, sender.user);
  }

  /** The body took its time, and the user may have been blocked meanwhile. That the token expired is no fault of the sender's. */
  private async admitAnew(request: Request, state: RequestState, user: User): Promise<boolean> {
    state.sender = await this.findSender.again(request, user);
    return admit(state, state.sender);
  }
}

function admit(state: RequestState, sender: Sender): true {
  if (!sender.user) throw sender.refusal();
  state.caller = callerFrom(sender.user, state.address, state.requestId);
  return true;
}
