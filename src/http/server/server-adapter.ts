import { StreamableFile } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, Response } from 'express';
import type { DtoClass } from '../fields';
import { createHttpServer } from './http-server';
import { actionOf, type Picture } from '../action';
import type { JudgeClient } from './refuse-client';
import { type JsonDates, renderAnswer, sendPieces, sendText } from '../wire/render';

/** Express on our own HTTP server. Writes answers in the documented form. */
export class ServerAdapter extends ExpressAdapter {
  private judge: JudgeClient | undefined;

  constructor(private readonly jsonDates: JsonDates) {
    super();
  }

  /** Sets the check for clients that sent no valid request, which no middleware sees. */
  judgeClients(judge: JudgeClient): void {
    this.judge = judge;
  }

  override initHttpServer(): void {
    this.setHttpServer(createHttpServer(this.getInstance<Express>(), (...client) => this.judge?.(...client)));
  }

  /**
   * Writes what an action returns as its documented response type, member by member: undocumented members are not sent.
   * A string is sent as it is.
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
    const text = renderAnswer(response, type, body, this.jsonDates);
    if (typeof text === 'string') sendText(response, text);
    else return text.then(pieces => sendPieces(response, pieces));
  }

  /** With a base path, Nest would leave unknown routes outside it to Express, which answers HTML. */
  override setNotFoundHandler(...args: Parameters<ExpressAdapter['setNotFoundHandler']>): void {
    super.setNotFoundHandler(...args);
    const [handler, prefix] = args;
    if (prefix) this.use(handler);
  }
}

function pictureFile({ type, bytes }: Picture): StreamableFile {
  return new StreamableFile(bytes, { type, length: bytes.length });
}
