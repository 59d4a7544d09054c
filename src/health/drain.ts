import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** Between readiness turning false and the listener closing: clients on kept-alive connections learn that they are to leave. */
const NOTICE_MS = 500;
/** Requests that take longer are cut off: containers are killed 10 s after SIGTERM. */
const LIMIT_MS = 9000;

/** The way out: not ready, no new connection, requests under way finish. */
@Injectable()
export class Drain {
  private isBegun = false;

  get begun(): boolean {
    return this.isBegun;
  }

  /** Middleware: an answer given while draining tells the client to open no further request on this connection. */
  readonly turnAway = (_: Request, response: Response, next: NextFunction): void => {
    if (this.isBegun) response.set('Connection', 'close');
    next();
  };

  /** Resolves when no request is under way any more, after 9 s at most. */
  async begin(server: Server): Promise<void> {
    this.isBegun = true;
    await wait(NOTICE_MS);
    const closed = new Promise(resolve => server.close(resolve));
    const cutOff = setTimeout(() => server.closeAllConnections(), LIMIT_MS - NOTICE_MS);
    await closed;
    clearTimeout(cutOff);
  }
}
