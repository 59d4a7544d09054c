import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setImmediate as nextIteration, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Time from readiness turning red to closing the listener. Answers in it tell keep-alive clients to disconnect. */
export const DRAIN_NOTICE_MS = 500;
/** Longest wait for new connections to stop. */
const EMPTYING_MS = 200;
/** After this long without a new connection, one that arrives while the listener closes is unlikely. */
const QUIET_MS = 20;
/** Limit of connections accepted while the queue is emptied: under a flood there would always be one more. */
const LAST_CONNECTIONS = 10_000;
/** A connection opened just before the listener closes has this long to send its request. */
const GRACE_MS = 200;
/** Longer requests are cut off. The rest of 9 s is for closing the database; containers are killed after 10 s. */
export const DRAIN_LIMIT_MS = 8500;

/** Graceful shutdown: readiness turns red, the listener closes, requests in flight finish. */
@Injectable()
export class Drain {
  private isBegun = false;
  private readonly underWay = new Set<Response>();
  /** Requests held back while the queue of connections is emptied; else undefined. */
  private held: NextFunction[] | undefined;

  get begun(): boolean {
    return this.isBegun;
  }

  /** Middleware that counts requests in flight. While draining, answers close their connection. */
  readonly track = (_: Request, response: Response, next: NextFunction): void => {
    response.shouldKeepAlive &&= !this.isBegun;
    this.underWay.add(response);
    response.once('close', () => this.underWay.delete(response));
    if (this.held) this.held.push(next);
    else next();
  };

  /** Resolves when no request is in flight, after 8.5 s at most. */
  async begin(server: Server): Promise<void> {
    const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
    this.isBegun = true;
    for (const response of this.underWay) response.shouldKeepAlive = false;
    await wait(DRAIN_NOTICE_MS);
    this.held = [];
    await emptyQueue(server);
    // `close` of the HTTP server would also reset connections whose first request is just about to be read.
    const closed = new Promise(resolve => Listener.prototype.close.call(server, resolve));
    for (const next of this.held.splice(0)) next();
    this.held = undefined;
    const sweep = setInterval(() => server.closeIdleConnections(), GRACE_MS);
    await closed;
    clearInterval(sweep);
    clearTimeout(cutOff);
  }
}

/**
 * Resolves when the accept queue of the system is empty and no connection has come for a while: closing the listener
 * resets the connections in the queue. Node accepts one connection an iteration of the event loop, so the queue is empty
 * after an iteration without one. Time alone proves nothing, because a busy machine may not run this process. Requests
 * are held back meanwhile, so that clients do not open further connections.
 */
async function emptyQueue(server: Server): Promise<void> {
  const endMs = performance.now() + EMPTYING_MS;
  let quietMs = performance.now() + QUIET_MS;
  let accepted = 0;
  const count = (): void => {
    accepted += 1;
    quietMs = performance.now() + QUIET_MS;
  };
  server.on('connection', count);
  let before: number;
  let isWaiting: boolean;
  do {
    before = accepted;
    await nextIteration();
    isWaiting = performance.now() < Math.min(quietMs, endMs);
  } while (isWaiting || (accepted > before && accepted < LAST_CONNECTIONS));
  server.off('connection', count);
}
