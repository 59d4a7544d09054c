import type { ExecutionContext } from '@nestjs/common';
import { type ActionInfo, requestOf, type RequestState, stateOf } from '../../http/action';
import type { AppError } from '../../shared/errors/app-error';
import type { User } from '../domain/user';

/** Whose request it is, as its token says; or how it is refused where it has to be somebody's. */
export type Sender =
  { readonly user: User } | { readonly user?: undefined; readonly refusal: () => AppError };

declare module '../../http/action/request-state' {
  interface RequestState {
    /** Set before a byte of the body is read. */
    sender?: Sender;
  }
}

/** @throws Error where the request has not been charged */
export function senderOf({ sender }: RequestState): Sender {
  if (!sender) throw new Error('nobody asked whose request it is: configureApp was not called');
  return sender;
}

/** The request of a guarded action and its user; undefined on routes that ask for no token. */
export function authenticated(
  context: ExecutionContext,
): { state: RequestState; user: User; action: ActionInfo } | undefined {
  const state = stateOf(requestOf(context));
  // The caller is set by the token guard: `login` may carry a token, and is none of its user's business.
  if (!state.caller || !state.action) return undefined;
  const { user } = senderOf(state);
  return user && { state, user, action: state.action };
}
