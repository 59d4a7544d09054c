import type { Express, Request, RequestHandler, Response } from 'express';

const FAULT = Symbol('fault');
type WithFault = Request & { [FAULT]?: unknown };
type Verb = 'GET' | 'POST';

/**
 * The way of a request to its route: first the steps that all requests pass, in turn, then the handler of the path.
 * Express finds it by matching one route after the other, and makes objects and functions for each layer on the way; a path
 * that is exactly that of a route is looked up here. All others go through Express, and so does what fails.
 */
export class Dispatch {
  private readonly steps: RequestHandler[] = [];
  private readonly routes: Readonly<Record<Verb, Map<string, RequestHandler>>> = {
    GET: new Map(),
    POST: new Map(),
  };

  constructor(private readonly express: Express) {
    express.use((request: WithFault, _, next) => next(request[FAULT]));
  }

  /** Adds a step, behind those before. */
  passFirst(step: RequestHandler): void {
    this.steps.push(step);
  }

  /** Notes a route that Express has too. Of several of one path the first counts; patterns are left to Express. */
  note(verb: Verb, path: unknown, handler?: unknown): void {
    if (typeof path !== 'string' || /[:*{}()[\]]/.test(path) || typeof handler !== 'function') return;
    if (!this.routes[verb].has(path)) this.routes[verb].set(path, handler as RequestHandler);
  }

  readonly take = (request: Request, response: Response): void => {
    // As handlers find it behind Express.
    request.res = response;
    request.baseUrl = '';
    if (!request.url.startsWith('/')) request.url = pathIn(request.url);
    request.originalUrl = request.url;
    this.pass(0, request, response);
  };

  private pass(index: number, request: Request, response: Response): void {
    const step = this.steps[index] ?? this.handlerOf(request);
    if (!step) {
      this.express(request, response);
      return;
    }
    const next = (fault?: unknown): void => {
      // As in Express, null is no fault: `cors` passes it on.
      if ((fault ?? undefined) === undefined && index < this.steps.length)
        this.pass(index + 1, request, response);
      else this.fail(fault, request, response);
    };
    try {
      const ended: unknown = step(request, response, next);
      if (ended instanceof Promise) ended.catch(next);
    } catch (thrown) {
      next(thrown);
    }
  }

  private handlerOf({ method, url }: Request): RequestHandler | undefined {
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    return method === 'GET' || method === 'POST' ? this.routes[method].get(path) : undefined;
  }

  private fail(fault: unknown, request: WithFault, response: Response): void {
    request[FAULT] = fault;
    this.express(request, response);
  }
}

/** Of an address in full, as for a proxy, what stands behind the host; of what has no path, as `CONNECT` sends it, a star. */
function pathIn(url: string): string {
  const host = /^[^/?#]*:\/\/[^/?#]*/.exec(url)?.[0];
  if (host === undefined) return '*';
  const path = url.slice(host.length);
  return path.startsWith('/') ? path : `/${path}`;
}
