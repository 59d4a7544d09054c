import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Clock } from '../../shared/clock';
import { errorCatalogue } from '../../shared/errors/error-catalogue';
import { isProbe } from './probes';
import { stateOf } from '../action';

/** What is known of a request once it has been answered. */
export interface RequestOutcome {
  /** `controller/action`, or null for an unknown route; never the path as sent. */
  action: string | null;
  /** Null when no valid request was received. */
  verb: string | null;
  status: number;
  errorCode: string | null;
  ms: number;
}

/** Writes one log line for each request, and one observation for the metrics. Path, query, headers and body are never logged. */
export function logRequests(clock: Clock, observe: (outcome: RequestOutcome) => void) {
  const log = new Logger('Requests');
  return (request: Request, response: Response, next: NextFunction): void => {
    response.once('close', () => {
      const { requestId, address, startedMs, action, user = null, errorCode } = stateOf(request);
      const outcome: RequestOutcome = {
        action: action?.path ?? null,
        verb: request.method,
        status: response.statusCode,
        errorCode: errorCode ?? null,
        ms: Math.round((clock.monotonicMs() - startedMs) * 10) / 10,
      };
      observe(outcome);
      const error = errorCode ? errorCatalogue[errorCode].number : null;
      const line = {
        msg: 'request',
        requestId,
        address,
        user,
        ...outcome,
        error,
        finished: response.writableFinished,
      };
      if (isProbe(request)) log.debug(line);
      else if (response.statusCode >= 500) log.error(line);
      else log.log(line);
    });
    next();
  };
}
