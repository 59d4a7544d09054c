import type { ExecutionContext } from '@nestjs/common';
import { type ActionInfo, requestOf, type RequestState, stateOf } from '../../http/action';
import type { AppError } from '../../shared/errors/app-error';
import type { User } from '../domain/user';

/** The user of the token of a request; or, without a valid token, the refusal for actions that need one. */
export type Sender = KnownSender | { readonly user?: undefined; readonly refusal: () => AppError };

export interface KnownSender {
  readonly user: User;
  readonly token: string;
}

declare module '../../http/action/request-state' {
  interface RequestState {
    /** Set before the body is read. */
    sender?: Sender;
  }
}

/** @throws Error when `configureApp` was not called */
export function senderOf({ sender }: RequestState): Sender {
  if (!sender) throw new Error('request without sender: configureApp was not called');
  return sender;
}

/** The request of a guarded action and its user; undefined on routes that ask for no token. */
export function authenticated(
  context: ExecutionContext,
): { state: RequestState; user: User; action: ActionInfo } | undefined {
  const state = stateOf(requestOf(context));
  // A `login` request may carry a token, but only the token guard makes its user the caller.
  if (!state.caller || !state.action) return undefined;
  const { user } = senderOf(state);
  return user && { state, user, action: state.action };
}
