import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Between readiness turning false and the listener closing: clients on kept-alive connections learn that they are to leave. */
export const DRAIN_NOTICE_MS = 500;
/** Waiting for new connections to stop takes that long at most. */
const EMPTYING_MS = 200;
/** Without a new connection for so long, one that comes just when the listener closes is unlikely. */
const QUIET_MS = 20;
/** Connections accepted after that time, until none waits: under a flood there would always be one more. */
const LAST_CONNECTIONS = 10_000;
/** A connection that was opened just before the listener closed gets as long to bring its request. */
const GRACE_MS = 200;
/** Requests that take longer are cut off: what is left of 9 s is for closing the data, and containers are killed after 10. */
export const DRAIN_LIMIT_MS = 8500;

/** The way out: not ready, no new connection, requests under way finish. */
@Injectable()
export class Drain {
  private isBegun = false;
  private readonly underWay = new Set<Response>();
  /** Requests that came while the queue of connections is emptied; undefined when they need not wait. */
  private held: NextFunction[] | undefined;

  get begun(): boolean {
    return this.isBegun;
  }

  /** Middleware: an answer given while draining tells the client to open no further request on this connection. */
  readonly turnAway = (_: Request, response: Response, next: NextFunction): void => {
    response.shouldKeepAlive &&= !this.isBegun;
    this.underWay.add(response);
    response.once('close', () => this.underWay.delete(response));
    if (this.held) this.held.push(next);
    else next();
  };

  /** Resolves when no request is under way any more, after 8.5 s at most. */
  async begin(server: Server): Promise<void> {
    const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
    this.isBegun = true;
    for (const response of this.underWay) response.shouldKeepAlive = false;
    await wait(DRAIN_NOTICE_MS);
    this.held = [];
    await emptyQueue(server);
    // The HTTP server's own `close` would also reset connections whose first request is just about to be read.
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
 * Resolves when no connection waits in the queue of the system, where closing the listener resets it, and none has come
 * for a while. Node accepts one a turn, so the queue is empty when a turn brings none: a clock does not tell, since a busy
 * machine can take all of the time away. Nobody is answered meanwhile, so that clients stop coming.
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
    await nextTurn();
    isWaiting = performance.now() < Math.min(quietMs, endMs);
  } while (isWaiting || (accepted > before && accepted < LAST_CONNECTIONS));
  server.off('connection', count);
}
