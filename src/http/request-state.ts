import type { ArgumentsHost } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '../shared/caller';
import type { ErrorCode } from '../shared/errors/error-catalogue';
import type { ActionInfo } from './action';
import type { Origin } from './client-address';

/** What is known of a request so far; the log line and the numbers are made from it. */
export interface RequestState extends Origin {
  readonly requestId: string;
  readonly startedMs: number;
  /** Whether a live token says whose request it is; set in front of the router, before a byte of the body is read. */
  known: boolean;
  action?: ActionInfo;
  /** Set by the token guard. */
  caller?: Caller;
  /** The login that the log names: of the token, or of a login that there is. */
  user?: string;
  errorCode?: ErrorCode;
  /** The parsed body, not yet bound to a DTO. */
  body?: {
    tree: unknown;
    source: 'json' | 'xml';
    /** SHA-256 of its bytes, where the request has an `Idempotency-Key`. */
    digest?: string;
  };
  /** Set where the request has an `Idempotency-Key`: carries the action out, or answers what was answered before. */
  once?: (act: () => Promise<object>) => Promise<string>;
}

// On the request itself: a map beside it, of thousands that come and go, costs the collector more than all the rest.
const STATE = Symbol('state');
type WithState = Request & { [STATE]?: RequestState };

export function openState(request: WithState, state: RequestState): void {
  request[STATE] = state;
}

/** Without `switchToHttp`, which makes three functions at each call, for one guard after the other. */
export function requestOf(host: ArgumentsHost): Request {
  return host.getArgByIndex<Request>(0);
}

/** @throws Error when the application was wired without `configureApp` */
export function stateOf(request: WithState): RequestState {
  const state = request[STATE];
  if (!state) throw new Error('request without state: configureApp was not called');
  return state;
}

/** The action of a request; undefined on routes that are none, and outside of an application that `configureApp` wired. */
export function actionOf(request: WithState): ActionInfo | undefined {
  return request[STATE]?.action;
}

/** The caller, on an action behind the token guard. */
export function callerOf(request: Request): Caller {
  const { caller } = stateOf(request);
  if (!caller) throw new Error('no caller: the action is not behind the token guard');
  return caller;
}
