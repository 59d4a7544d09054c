import type { ArgumentsHost } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from '../../shared/caller';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import type { ActionInfo } from './action';

/** Where a request comes from. */
export interface Origin {
  /**
   * The normalised client address, for rates, history and log. The address of the proxy if it did not name the client;
   * empty when the socket is already closed.
   */
  readonly address: string;
  /** For address filters: `address`, or empty, which no filter allows, when only the proxy is known. */
  readonly provenAddress: string;
}

/** The record of a request, filled in step by step. Log line and metrics are written from it. */
export interface RequestState extends Origin {
  readonly requestId: string;
  readonly startedMs: number;
  /** Whether the request has a live token. Set before the body is read. */
  known: boolean;
  action?: ActionInfo;
  /** Set by the token guard. */
  caller?: Caller;
  /** The login for the log: that of the token, or an existing one in a `login` request. */
  user?: string;
  errorCode?: ErrorCode;
  /** The parsed body, not yet bound to a DTO. */
  body?: {
    tree: unknown;
    source: 'json' | 'xml';
    /** SHA-256 of its bytes, if the request has an `Idempotency-Key`. */
    digest?: string;
  };
  /** Set when the request has an `Idempotency-Key`: runs the action, or returns the kept answer. */
  once?: (act: () => Promise<object>) => Promise<string>;
}

declare module 'express-serve-static-core' {
  interface Request {
    /** Set by the first step. */
    state?: RequestState;
  }
}

/** Cheaper than `switchToHttp`, which creates three functions at each call: every guard needs the request. */
export function requestOf(host: ArgumentsHost): Request {
  return host.getArgByIndex<Request>(0);
}

/** @throws Error when `configureApp` was not called */
export function stateOf({ state }: Request): RequestState {
  if (!state) throw new Error('request without state: configureApp was not called');
  return state;
}

/** The action of a request; undefined on other routes, and when `configureApp` was not called. */
export function actionOf({ state }: Request): ActionInfo | undefined {
  return state?.action;
}

/** The caller, on an action behind the token guard. */
export function callerOf(request: Request): Caller {
  const { caller } = stateOf(request);
  if (!caller) throw new Error('no caller: the action is not behind the token guard');
  return caller;
}
