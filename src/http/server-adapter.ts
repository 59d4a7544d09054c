import {
  createServer,
  IncomingMessage,
  type RequestListener,
  type Server,
  ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, Request, RequestHandler, Response } from 'express';
import { SystemRandom } from '../runtime/system-random';
import { Dispatch } from './dispatch';
import { ErrorEnvelope } from './envelope';
import type { Picture } from './picture';
import { type JsonDates, render, sendText, toJson } from './render';
import { actionOf } from './request-state';

/**
 * Express on a server with time-outs. Nest makes its server without options, and Node looks for slow clients only
 * every 30 s unless told otherwise when the server is made: a dripping client would stay for a minute and a half.
 */
export class ServerAdapter extends ExpressAdapter {
  private readonly dispatch: Dispatch;

  constructor(private readonly jsonDates: JsonDates) {
    super();
    this.dispatch = new Dispatch(this.getInstance<Express>());
  }

  /** What every request passes before a route is looked for, one step after the other. */
  passFirst(...steps: readonly RequestHandler[]): void {
    for (const step of steps) this.dispatch.passFirst(step);
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
    const server: Server = createServer(
      {
        ...ownClasses(app),
        connectionsCheckingInterval: 1000,
        headersTimeout: 5000,
        requestTimeout: 9000,
        keepAliveTimeout: 10_000,
      },
      inTurn(this.dispatch.take as RequestListener),
    );
    server.timeout = 4000;
    server.on('timeout', (socket: Socket) => {
      if (!isAtWork(socket)) socket.destroy();
    });
    server.maxConnections = 10_000;
    server.on('clientError', refuseClient);
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
    else sendText(response, render(response.req, response, type, body as object, this.jsonDates));
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

const statuses: Partial<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const random = new SystemRandom();

/**
 * What is no HTTP, or comes too slowly, has no request and reaches no filter: it is answered here, in the envelope and
 * without a number, as 404, 405, 413 and 415 are. Nobody can say what such a client accepts: it gets JSON.
 */
function refuseClient(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ''] ?? 400;
  const reason = STATUS_CODES[status] ?? '';
  const RequestId = random.guid();
  const body = toJson(ErrorEnvelope, { Message: reason, Code: null, RequestId }, 'iso');
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      'Connection: close',
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${RequestId}`,
      'Cache-Control: no-store',
      'Referrer-Policy: no-referrer',
      'X-Content-Type-Options: nosniff',
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  );
}
