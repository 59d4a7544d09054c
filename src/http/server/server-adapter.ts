import type { RequestListener } from 'node:http';
import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, RequestHandler, Response } from 'express';
import { Dispatch } from './dispatch';
import type { DtoClass } from '../fields';
import { createHttpServer } from './http-server';
import { actionOf, type Picture } from '../action';
import type { JudgeClient } from './refuse-client';
import { type JsonDates, renderAnswer, sendPieces, sendText } from '../wire/render';

/** Express on a server of ours, which answers in the documented form. */
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
    const take = this.dispatch.take as RequestListener;
    this.setHttpServer(
      createHttpServer(this.getInstance<Express>(), take, (...client) => this.judge?.(...client)),
    );
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

function pictureFile({ type, bytes }: Picture): StreamableFile {
  return new StreamableFile(bytes, { type, length: bytes.length });
}
