import type { ExecutionContext } from '@nestjs/common';
import type { ActionInfo } from '../../http/action';
import { requestOf, type RequestState, stateOf } from '../../http/request-state';
import type { User } from '../domain/user';

const USER = Symbol('user');
type WithUser = RequestState & { [USER]?: User };

export function rememberUser(state: WithUser, user: User): void {
  state[USER] = user;
}

/** The request of a guarded action and the user that the token guard found; undefined on routes that ask for no token. */
export function authenticated(
  context: ExecutionContext,
): { state: RequestState; user: User; action: ActionInfo } | undefined {
  const state: WithUser = stateOf(requestOf(context));
  const user = state[USER];
  return user && state.action ? { state, user, action: state.action } : undefined;
}
