import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { requestOf, stateOf } from '../../http/request-state';
import { Identify } from '../application/identify';
import { callerFrom } from '../domain/user';
import { rememberUser } from './authenticated';
import { tokenOf } from './token-of';

/** Every action but `login` asks for a live token. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(private readonly identify: Identify) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = requestOf(context);
    const state = stateOf(request);
    if (!state.action || state.action.requires === 'open') return true;
    const user = await this.identify.execute(tokenOf(request));
    rememberUser(state, user);
    state.caller = callerFrom(user, state.address, state.requestId);
    state.user = user.login;
    return true;
  }
}
