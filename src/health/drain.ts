import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Between readiness turning false and the listener closing: clients on kept-alive connections learn that they are to leave. */
export const DRAIN_NOTICE_MS = 500;
/** Emptying the queue of connections takes that long at most: under a flood it would never be empty. */
const EMPTYING_MS = 200;
/** Without a new connection for so long, one that comes just when the listener closes is unlikely. */
const QUIET_MS = 20;
/** A connection that was opened just before the listener closed gets as long to bring its request. */
const GRACE_MS = 200;
/** Requests that take longer are cut off: containers are killed 10 s after SIGTERM. */
export const DRAIN_LIMIT_MS = 9000;

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

  /** Resolves when no request is under way any more, after 9 s at most. */
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
 * Resolves when no connection has come for a while, and so none waits in the queue of the system: closing the listener
 * resets those left there. Node accepts one a turn. Nobody is answered meanwhile, so that clients stop coming.
 */
async function emptyQueue(server: Server): Promise<void> {
  const endMs = performance.now() + EMPTYING_MS;
  let quietMs = performance.now() + QUIET_MS;
  const goOn = (): void => void (quietMs = performance.now() + QUIET_MS);
  server.on('connection', goOn);
  do await nextTurn();
  while (performance.now() < Math.min(quietMs, endMs));
  server.off('connection', goOn);
}
