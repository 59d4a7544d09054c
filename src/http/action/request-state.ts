import type { ArgumentsHost } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '../../shared/caller';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import type { ActionInfo } from './action';

/** Where a request comes from. */
export interface Origin {
  /**
   * Normalised. Of the proxy, where it did not say whom it speaks for; empty when the socket is gone already. Rates,
   * history and log have it.
   */
  readonly address: string;
  /** What address filters judge: `address`, or empty, which is on no list, where only the proxy is known. */
  readonly provenAddress: string;
}

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

declare module 'express-serve-static-core' {
  interface Request {
    /** Set by the first step. */
    state?: RequestState;
  }
}

/** Without `switchToHttp`, which makes three functions at each call, for one guard after the other. */
export function requestOf(host: ArgumentsHost): Request {
  return host.getArgByIndex<Request>(0);
}

/** @throws Error when the application was wired without `configureApp` */
export function stateOf({ state }: Request): RequestState {
  if (!state) throw new Error('request without state: configureApp was not called');
  return state;
}

/** The action of a request; undefined on routes that are none, and outside of an application that `configureApp` wired. */
export function actionOf({ state }: Request): ActionInfo | undefined {
  return state?.action;
}

/** The caller, on an action behind the token guard. */
export function callerOf(request: Request): Caller {
  const { caller } = stateOf(request);
  if (!caller) throw new Error('no caller: the action is not behind the token guard');
  return caller;
}
