import cors from 'cors';
import type { RequestHandler } from 'express';
import { IDEMPOTENCY_KEY, REPLAYED } from '../action';

/** For so long a browser need not ask again whether it may. */
const MAX_AGE_SECONDS = 3600;

/**
 * Lets the scripts of pages on these origins read our answers. Of other origins nothing is told, and nothing is refused
 * either: no browser hands them what we answer.
 */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  return cors({
    origin: (origin, decide) => decide(null, origin !== undefined && origins.includes(origin)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type', IDEMPOTENCY_KEY, 'X-Request-Id'],
    exposedHeaders: ['X-Request-Id', 'Retry-After', REPLAYED],
    maxAge: MAX_AGE_SECONDS,
    // It is answered by the next step but one, behind the rate of the address.
    preflightContinue: true,
  }) as RequestHandler;
}

/** Answers what a browser asks before the request itself, where its page is on an allowed origin. */
export const answerPreflight: RequestHandler = (request, response, next) => {
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  const isAllowed = response.hasHeader('Access-Control-Allow-Origin');
  if (request.method === 'OPTIONS' && isPreflight && isAllowed) response.status(204).end();
  else next();
};
