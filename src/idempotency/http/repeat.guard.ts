import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AppConfig } from '../../config/app-config';
import { renderError, WrittenRefusal } from '../../http/wire/envelope';
import { renderAnswer } from '../../http/wire/render';
import { callerOf, IDEMPOTENCY_KEY, REPLAYED, requestOf, stateOf } from '../../http/action';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { ShownRecord } from '../../shared/shown-record';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import { AnswerOnce } from '../application/answer-once';
import { type KeyedCall, ShownRecords } from '../application/ports';
import type { WrittenAnswer } from '../domain/key-record';
import { parseRepeatKey } from '../domain/repeat-key';

/** Refusals that are not kept: the same request may succeed a moment later. */
const passing: readonly ErrorCode[] = [
  'BadParameters',
  'NotLicensed',
  'RateExceeded',
  'VisitUpdateFailed',
  'IdempotencyKeyBusy',
];

/**
 * A POST with an `Idempotency-Key` is carried out once, and its written answer is kept. Runs after the other guards, so that
 * a repeat needs the same permissions as the first call. The header is ignored for GET, and for `login`, which has no user
 * and whose token must never be kept.
 */
@Injectable()
export class RepeatGuard implements CanActivate {
  constructor(
    private readonly answerOnce: AnswerOnce,
    private readonly config: AppConfig,
    private readonly shownRecords: ShownRecords,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = requestOf(context);
    const state = stateOf(request);
    const { action, caller, body } = state;
    if (!action || !caller || !body?.digest) return true;
    const call = {
      userId: caller.userId,
      keyDigest: sha256(keyOf(request.headersDistinct[IDEMPOTENCY_KEY] ?? [])),
      fingerprint: sha256(`${action.path} ${body.source} ${body.digest}`),
    };
    const response = context.switchToHttp().getResponse<Response>();
    state.once = act => this.answer(call, response, act);
    return true;
  }

  private async answer(
    call: Omit<KeyedCall, 'attempt'>,
    response: Response,
    act: () => Promise<object>,
  ): Promise<string> {
    const { answer, isReplay } = await this.answerOnce.execute(
      call,
      () => this.act(response, act),
      ({ shows }) => this.permit(callerOf(response.req), shows),
    );
    if (isReplay) response.set(REPLAYED, 'true');
    if (answer.error === null) {
      response.type(answer.type);
      return answer.body;
    }
    stateOf(response.req).errorCode = answer.error;
    // Thrown, because Nest sends a returned value with the status of a success.
    throw new WrittenRefusal(answer.status, answer.type, answer.body);
  }

  private async act(response: Response, act: () => Promise<object>): Promise<WrittenAnswer> {
    try {
      const { action, caller } = stateOf(response.req);
      const value = await act();
      const body = await this.written(response, value);
      const shows = caller ? (action?.shows?.(value, caller) ?? []) : [];
      const type = response.get('Content-Type') ?? '';
      return { status: response.statusCode, type, body, error: null, shows };
    } catch (thrown) {
      const error = lasting(thrown);
      const body = renderError(response, error, this.config.jsonDates);
      const type = response.get('Content-Type') ?? '';
      return { status: error.status, type, body, error: error.code, shows: [] };
    }
  }

  /** The caller may have lost the permission for records in the kept answer. */
  private async permit(caller: Caller, shows: readonly ShownRecord[]): Promise<void> {
    for (const record of shows) await this.shownRecords.mustBeShown(caller, record);
  }

  private async written(response: Response, value: object): Promise<string> {
    const { action } = stateOf(response.req);
    if (typeof action?.response !== 'function') throw new Error('pictures are not kept for repeats');
    const text = await renderAnswer(response, action.response, value, this.config.jsonDates);
    return typeof text === 'string' ? text : text.join('');
  }
}

/** A refusal that is kept like an answer. @throws any other error */
function lasting(thrown: unknown): AppError {
  if (!(thrown instanceof AppError)) throw thrown;
  const error = thrown as AppError;
  if (error.status >= 500 || passing.includes(error.code)) throw error;
  return error;
}

/** @throws AppError BadParameters when the header is not one valid key */
function keyOf(values: string[]): string {
  const key = parseRepeatKey(values);
  if (key !== undefined) return key;
  const problem = 'must be given once, as 1 to 255 printable ASCII characters';
  throw AppError.badParameters([{ field: 'Idempotency-Key', problem }]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
