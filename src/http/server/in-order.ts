import type { RequestHandler } from 'express';

/** Makes one Express middleware of several steps. Express would create objects for each of them at every request. */
export function inOrder(...steps: readonly RequestHandler[]): RequestHandler {
  const last: RequestHandler = (_request, _response, next) => next();
  return steps.reduceRight<RequestHandler>(
    (following, step) => (request, response, next) => {
      try {
        void step(request, response, (fault?: unknown) => {
          if (fault) next(fault);
          else void following(request, response, next);
        });
      } catch (fault) {
        // Express cannot catch an error thrown after an asynchronous step.
        next(fault);
      }
    },
    last,
  );
}
