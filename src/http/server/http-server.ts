import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Express, Request, Response } from 'express';
import { keepsComing } from '../wire/arrival';
import { holdBack } from '../wire/continue';
import { ownClasses } from './express-classes';
import { type JudgeClient, refuseClient } from './refuse-client';

/** Request line and headers together; more is refused with 431. */
const MAX_HEADER_BYTES = 16_384;

/**
 * A server with time-outs for an Express application. Nest creates its server without options, and Node then checks for
 * slow clients only every 30 s: a client that sends a byte at a time could stay for a minute and a half.
 * @param judge decides about a client that did not send a valid request
 */
export function createHttpServer(app: Express, judge: JudgeClient): Server {
  const classes = ownClasses(app);
  const handle = oneByOne(withPath(app));
  const server = createServer(
    {
      ...classes,
      connectionsCheckingInterval: 1000,
      headersTimeout: 5000,
      requestTimeout: 9000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: MAX_HEADER_BYTES,
      requireHostHeader: false,
    },
    handle,
  );
  server.on('checkContinue', (request, response) => {
    holdBack(request, response);
    handle(request, response);
  });
  server.on('checkExpectation', handle);
  server.on('connect', (request, socket) =>
    answerConnect(new classes.ServerResponse(request), socket as Socket, handle),
  );
  server.timeout = 4000;
  server.on('timeout', (socket: Socket) => {
    if (!isAtWork(socket)) socket.destroy();
  });
  server.maxConnections = 10_000;
  // By default Node drops headers after the thousandth, such as the proxy's X-Forwarded-For. Their size is limited anyway.
  server.maxHeadersCount = 0;
  const refuse = (error: NodeJS.ErrnoException, socket: Socket): void => {
    const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    if (isSlow && keepsComing(socket, () => refuse(error, socket))) return;
    refuseClient(error, socket, judge);
  };
  server.on('clientError', refuse);
  return server;
}

const MAX_PIPELINED = 100;
/** Requests that have not been answered yet. */
const underWay = new WeakMap<Socket, number>();

/**
 * Handles pipelined requests one after the other. Node would start all of them at once, and when the client disconnects
 * only the first would see it: what the others have opened would stay open.
 */
function oneByOne(handler: RequestListener): RequestListener {
  return (request, response) => {
    const { socket } = request;
    const count = (underWay.get(socket) ?? 0) + 1;
    if (count > MAX_PIPELINED) {
      socket.destroy();
      return;
    }
    underWay.set(socket, count);
    response.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1));
    if (response.socket) handler(request, response);
    else response.once('socket', () => handler(request, response));
  };
}

/** Express routes by a path only. */
function withPath(app: Express): RequestListener {
  return (request, response) => {
    request.url = pathIn(request.url ?? '');
    app(request as Request, response as Response);
  };
}

/** The path of a request target: of an absolute URL, as sent to a proxy, the part after the host; `*` where there is none (`CONNECT`). */
function pathIn(target: string): string {
  if (target.startsWith('/')) return target;
  const host = /^[^/?#]*:\/\/[^/?#]*/.exec(target)?.[0];
  if (host === undefined) return '*';
  const path = target.slice(host.length);
  return path.startsWith('/') ? path : `/${path}`;
}

/** Whether an idle connection waits for us, and not for a client that neither sends nor reads. */
function isAtWork(socket: Socket): boolean {
  return (underWay.get(socket) ?? 0) > 0 && socket.writableLength === 0;
}

/**
 * Node would close the connection on `CONNECT` without an answer or a line in the log. Here it is handled as a request for
 * an unknown route.
 */
function answerConnect(response: ServerResponse, socket: Socket, handle: RequestListener): void {
  socket.on('error', () => socket.destroy());
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => socket.destroySoon());
  handle(response.req, response);
}
