import type { NextFunction, Request, Response } from 'express';
import type { AddressFilter } from '../runtime/address-filter';
import { normaliseAddress } from '../runtime/address-filter';
import type { Clock } from '../shared/clock';
import { AppError } from '../shared/errors/app-error';
import type { Random } from '../shared/random';
import { openState, stateOf } from './request-state';

type Middleware = (request: Request, response: Response, next: NextFunction) => void;

/** Opens the record of a request and sets the headers that every answer has. First of all middleware. */
export function openRequest(clock: Clock, random: Random): Middleware {
  return (request, response, next) => {
    const wanted = request.headers['x-request-id'];
    const requestId =
      typeof wanted === 'string' && /^[A-Za-z0-9._-]{1,128}$/.test(wanted) ? wanted : random.guid();
    openState(request, { requestId, address: normaliseAddress(request.ip), startedMs: clock.monotonicMs() });
    response.setHeader('X-Request-Id', requestId);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  };
}

/** The service-wide filter: covers every route, unknown ones and Swagger UI too (contract 2, step 1). */
export function filterAddresses(filter: AddressFilter): Middleware {
  return (request, _, next) => {
    const { address } = stateOf(request);
    if (filter.allows(address)) next();
    else next(new AppError('AddressRefused', address));
  };
}

/** The rate of the address: spent by what no live token identifies; health and metrics are free (contract 2, step 2). */
export function limitAddresses(
  isKnown: (request: Request) => Promise<boolean>,
  spend: (address: string) => Promise<void>,
): Middleware {
  return (request, _, next) => {
    if (/^\/(?:health\/(?:live|ready)|metrics)$/.test(request.path)) return next();
    isKnown(request)
      .then(known => (known ? undefined : spend(stateOf(request).address)))
      .then(() => next(), next);
  };
}
