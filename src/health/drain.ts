import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setImmediate as afterReading, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Between readiness turning false and the listener closing: clients on kept-alive connections learn that they are to leave. */
const NOTICE_MS = 500;
/** A connection that was opened just before the listener closed gets as long to bring its request. */
const GRACE_MS = 200;
/** Requests that take longer are cut off: containers are killed 10 s after SIGTERM. */
const LIMIT_MS = 9000;

/** The way out: not ready, no new connection, requests under way finish. */
@Injectable()
export class Drain {
  private isBegun = false;
  private readonly underWay = new Set<Response>();

  get begun(): boolean {
    return this.isBegun;
  }

  /** Middleware: an answer given while draining tells the client to open no further request on this connection. */
  readonly turnAway = (_: Request, response: Response, next: NextFunction): void => {
    response.shouldKeepAlive &&= !this.isBegun;
    this.underWay.add(response);
    response.once('close', () => this.underWay.delete(response));
    next();
  };

  /** Resolves when no request is under way any more, after 9 s at most. */
  async begin(server: Server): Promise<void> {
    this.isBegun = true;
    for (const response of this.underWay) response.shouldKeepAlive = false;
    await wait(NOTICE_MS);
    // Right after what was waiting has been read: the fewest are left in the queue of the system, which resets them.
    await afterReading();
    // The HTTP server's own `close` would also reset connections whose first request is just about to be read.
    const closed = new Promise(resolve => Listener.prototype.close.call(server, resolve));
    const sweep = setInterval(() => server.closeIdleConnections(), GRACE_MS);
    const cutOff = setTimeout(() => server.closeAllConnections(), LIMIT_MS - NOTICE_MS);
    await closed;
    clearInterval(sweep);
    clearTimeout(cutOff);
  }
}
