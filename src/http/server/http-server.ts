import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Express } from 'express';
import { keepsComing } from '../wire/arrival';
import { holdBack } from '../wire/continue';
import { ownClasses } from './express-classes';
import { type JudgeClient, refuseClient } from './refuse-client';

/** Of request line and headers together; more is 431. */
const MAX_HEADER_BYTES = 16_384;

/**
 * A server with time-outs for an Express application. Nest makes its server without options, and Node looks for slow
 * clients only every 30 s unless told otherwise when the server is made: a dripping client would stay for a minute and
 * a half.
 * @param handler takes each request
 * @param judge decides on a client whose bytes are no request
 */
export function createHttpServer(app: Express, handler: RequestListener, judge: JudgeClient): Server {
  const classes = ownClasses(app);
  const take = inTurn(handler);
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
    take,
  );
  server.on('checkContinue', (request, response) => {
    holdBack(request, response);
    take(request, response);
  });
  server.on('checkExpectation', take);
  server.on('connect', (request, socket) =>
    answerConnect(new classes.ServerResponse(request), socket as Socket, take),
  );
  server.timeout = 4000;
  server.on('timeout', (socket: Socket) => {
    if (!isAtWork(socket)) socket.destroy();
  });
  server.maxConnections = 10_000;
  // Node would leave out what comes behind the thousandth, such as the proxy's X-Forwarded-For. Their size is limited.
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
/** Requests whose answers have not left yet. */
const underWay = new WeakMap<Socket, number>();

/**
 * Requests that a client sends without waiting for the answers are begun one after the other. Node would begin all of
 * them at once, and tell none but the first when the client goes: what the others have opened would stay open.
 */
function inTurn(handler: RequestListener): RequestListener {
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

/** Nothing has moved on the connection: because we are not done, or because the client does not ask or does not read? */
function isAtWork(socket: Socket): boolean {
  return (underWay.get(socket) ?? 0) > 0 && socket.writableLength === 0;
}

/**
 * Node would hang up on `CONNECT` without a word, and without a line in the log. It is a request as others are, for a
 * route that there is not.
 */
function answerConnect(response: ServerResponse, socket: Socket, take: RequestListener): void {
  socket.on('error', () => socket.destroy());
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => socket.destroySoon());
  take(response.req, response);
}
