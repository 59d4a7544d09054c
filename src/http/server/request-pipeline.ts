import { Logger } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import type { AddressFilter } from '../../runtime/address-filter';
import type { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import type { Random } from '../../shared/random';
import { originOf, type Trust } from './client-address';
import { stateOf } from '../action';

/** The first step: creates the record of a request and sets the headers of every answer. */
export function openRequest(clock: Clock, random: Random, trust: Trust): RequestHandler {
  const log = new Logger('Proxies');
  let hasWarned = false;
  return (request, response, next) => {
    const wanted = request.headers['x-request-id'];
    const requestId =
      typeof wanted === 'string' && /^[A-Za-z0-9._-]{1,128}$/.test(wanted) ? wanted : random.guid();
    const { address, provenAddress } = originOf(request, trust);
    request.state = { requestId, address, provenAddress, startedMs: clock.monotonicMs(), known: false };
    // Only once, so that a client cannot fill the log.
    if (address !== provenAddress && !hasWarned) {
      hasWarned = true;
      log.warn({ msg: UNNAMED_CLIENT, proxy: address });
    }
    response.setHeader('X-Request-Id', requestId);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  };
}

const UNNAMED_CLIENT =
  'a trusted proxy names no client in X-Forwarded-For that can be read: its own address counts instead';

/** The service-wide filter, for every route including unknown ones and Swagger UI (step 1 of docs/api-guide.md). */
export function filterAddresses(filter: AddressFilter): RequestHandler {
  return (request, _, next) => {
    const { address, provenAddress } = stateOf(request);
    if (filter.allows(provenAddress)) next();
    else next(new AppError('AddressRefused', address));
  };
}

/** Refuses what Node would refuse without an envelope, without a log line and before the address filter. Node's own checks are off. */
export const refuseUnclearHeads: RequestHandler = (request, _, next) => {
  const { expect } = request.headers;
  if (!hasOneHost(request)) next(new AppError('HostUnclear'));
  else if (expect !== undefined && !/^100-continue$/i.test(expect)) next(new AppError('ExpectationUnmet'));
  else next();
};

/** Of several Host headers Node keeps the first, but a proxy may have used the last. HTTP/1.0 has none. */
function hasOneHost({ rawHeaders, httpVersionMinor }: Request): boolean {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count === 1 || (count === 0 && httpVersionMinor === 0);
}
