import cors from 'cors';
import type { RequestHandler } from 'express';
import { IDEMPOTENCY_KEY, REPLAYED } from '../action';

/** How long a browser may cache the answer to a preflight. */
const MAX_AGE_SECONDS = 3600;

/**
 * Lets scripts of these origins read our answers. Requests of other origins get no CORS headers and are not refused: the
 * browser keeps the answer from the script.
 */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  return cors({
    origin: (origin, decide) => decide(null, origin !== undefined && origins.includes(origin)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type', IDEMPOTENCY_KEY, 'X-Request-Id'],
    exposedHeaders: ['X-Request-Id', 'Retry-After', REPLAYED],
    maxAge: MAX_AGE_SECONDS,
    // `answerPreflight` answers, after the request has been counted.
    preflightContinue: true,
  }) as RequestHandler;
}

/** Answers the preflight request of a browser when the origin is allowed. */
export const answerPreflight: RequestHandler = (request, response, next) => {
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  const isAllowed = response.hasHeader('Access-Control-Allow-Origin');
  if (request.method === 'OPTIONS' && isPreflight && isAllowed) response.status(204).end();
  else next();
};
