import { createServer, IncomingMessage, type RequestListener, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, Request, RequestHandler, Response } from 'express';
import { keepsComing } from './arrival';
import { holdBack } from './continue';
import { Dispatch } from './dispatch';
import type { DtoClass } from './fields';
import type { Picture } from './picture';
import { type JudgeClient, refuseClient } from './refuse-client';
import { type JsonDates, renderAnswer, sendPieces, sendText } from './render';
import { actionOf } from './request-state';

/** Of request line and headers together; more is 431. */
const MAX_HEADER_BYTES = 16_384;

/**
 * Express on a server with time-outs. Nest makes its server without options, and Node looks for slow clients only
 * every 30 s unless told otherwise when the server is made: a dripping client would stay for a minute and a half.
 */
export class ServerAdapter extends ExpressAdapter {
  private readonly dispatch: Dispatch;
  private judge: JudgeClient | undefined;

  constructor(private readonly jsonDates: JsonDates) {
    super();
    this.dispatch = new Dispatch(this.getInstance<Express>());
  }

  /** What every request passes before a route is looked for, one step after the other. */
  passFirst(...steps: readonly RequestHandler[]): void {
    for (const step of steps) this.dispatch.passFirst(step);
  }

  /** Who decides on clients whose bytes are no request, which no step sees. */
  judgeClients(judge: JudgeClient): void {
    this.judge = judge;
  }

  override get(...route: [unknown, unknown?]): unknown {
    this.dispatch.note('GET', ...route);
    return super.get(...(route as Parameters<ExpressAdapter['get']>));
  }

  override post(...route: [unknown, unknown?]): unknown {
    this.dispatch.note('POST', ...route);
    return super.post(...(route as Parameters<ExpressAdapter['post']>));
  }

  override initHttpServer(): void {
    const app = this.getInstance<Express>();
    const classes = ownClasses(app);
    const take = inTurn(this.dispatch.take as RequestListener);
    const server: Server = createServer(
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
      refuseClient(error, socket, this.judge);
    };
    server.on('clientError', refuse);
    this.setHttpServer(server);
  }

  /**
   * Writes what an action returns as its documented response type, member by member: what is not documented cannot
   * leave. A text is written already.
   */
  override reply(response: Response, body: unknown, status?: number): unknown {
    const action = actionOf(response.req);
    if (!action) return super.reply(response, body, status);
    if (status !== undefined) response.status(status);
    const type = action.response;
    if (typeof body === 'string') sendText(response, body);
    else if (typeof type !== 'function') super.reply(response, pictureFile(body as Picture));
    else return this.answer(response, type, body as object);
  }

  private answer(response: Response, type: DtoClass, body: object): unknown {
    const text = renderAnswer(response.req, response, type, body, this.jsonDates);
    if (typeof text === 'string') sendText(response, text);
    else return text.then(pieces => sendPieces(response, pieces));
  }

  /** Below a base path, Nest would leave unknown routes beside it to express, which answers HTML. */
  override setNotFoundHandler(...args: Parameters<ExpressAdapter['setNotFoundHandler']>): void {
    super.setNotFoundHandler(...args);
    const [handler, prefix] = args;
    if (prefix) this.use(handler);
  }
}

/**
 * Express gives each request and each response another prototype, which makes V8 forget what it has learnt of their
 * shape. Here the server makes them with the prototype that Express would give them: then nothing changes any more.
 */
function ownClasses(app: Express): {
  IncomingMessage: typeof IncomingMessage;
  ServerResponse: typeof ServerResponse;
} {
  class ExpressRequest extends IncomingMessage {}
  class ExpressResponse<T extends IncomingMessage = IncomingMessage> extends ServerResponse<T> {}
  Object.setPrototypeOf(ExpressRequest.prototype, app.request);
  Object.setPrototypeOf(ExpressResponse.prototype, app.response);
  app.request = ExpressRequest.prototype as Request;
  app.response = ExpressResponse.prototype as Response;
  return { IncomingMessage: ExpressRequest, ServerResponse: ExpressResponse };
}

function pictureFile({ type, bytes }: Picture): StreamableFile {
  return new StreamableFile(bytes, { type, length: bytes.length });
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
