import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { requestOf, type RequestState, stateOf } from '../../http/action';
import { Clock } from '../../shared/clock';
import { USER_CACHE_MS } from '../application/identify';
import { callerFrom } from '../domain/user';
import { FindSender } from './find-sender';
import { type KnownSender, type Sender, senderOf } from './sender';

/** Every action except `login` needs a token that was live when the request arrived. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly findSender: FindSender,
    private readonly clock: Clock,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const state = stateOf(requestOf(context));
    if (!state.action || state.action.requires === 'open') return true;
    const sender = senderOf(state);
    const isQuick = this.clock.monotonicMs() - state.startedMs < USER_CACHE_MS;
    return isQuick || !sender.user ? admit(state, sender) : this.admitLate(state, sender);
  }

  /** The user may have been blocked while the body arrived. That the token has expired since does not matter. */
  private async admitLate(state: RequestState, sender: KnownSender): Promise<boolean> {
    state.sender = await this.findSender.again(sender);
    return admit(state, state.sender);
  }
}

function admit(state: RequestState, sender: Sender): true {
  if (!sender.user) throw sender.refusal();
  state.caller = callerFrom(sender.user, state.address, state.requestId);
  return true;
}
