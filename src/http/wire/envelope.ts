import type { Response } from 'express';
import type { AppError } from '../../shared/errors/app-error';
import { Integer, List, Text } from '../fields';
import { type JsonDates, render, sendText } from './render';
import { stateOf } from '../action';

export class FieldFault {
  @Text({ description: 'Path of the member, as documented', max: 500, example: 'VisitId' }) Field: string;
  @Text({
    description: 'What is wrong with it; the value is never repeated',
    max: 500,
    example: 'must be a GUID',
  })
  Problem: string;
}

/** The body of every refusal. */
export class ErrorEnvelope {
  @Text({ description: 'What was refused and why', max: 4000 }) Message: string;
  @Integer({
    description:
      'Error number; null for 404 on an unknown route, 400 for an unclear Host or what is no HTTP, 405, 408, 413, 415, 417, 431 and 500',
    required: false,
    min: 0,
    max: 9999,
  })
  Code: number | null;
  @Text({ description: 'Also in the X-Request-Id header, and in the log', max: 128 }) RequestId: string;
  @List(() => FieldFault, {
    description: 'For 1002: every bad member at once; for 415: the headers at fault',
    item: 'Detail',
    required: false,
    omitNull: true,
  })
  Details?: FieldFault[] | null;
}

/** A refusal that has been written before, and is sent unchanged. */
export class WrittenRefusal extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly body: string,
  ) {
    super('written already');
    this.name = 'WrittenRefusal';
  }
}

/** Answers a refusal in the format that the request asks for. */
export function sendError(response: Response, error: AppError, jsonDates: JsonDates): void {
  stateOf(response.req).errorCode = error.code;
  response.status(error.status);
  if (error.retryAfterSeconds !== undefined) response.set('Retry-After', String(error.retryAfterSeconds));
  sendText(response, renderError(response, error, jsonDates));
}

/** Writes the envelope of a refusal, and sets the content type. */
export function renderError(response: Response, error: AppError, jsonDates: JsonDates): string {
  const body: ErrorEnvelope = {
    Message: error.message,
    Code: error.number,
    RequestId: stateOf(response.req).requestId,
    Details: error.details?.map(({ field, problem }) => ({ Field: field, Problem: problem })) ?? null,
  };
  return render(response, ErrorEnvelope, body, jsonDates);
}
