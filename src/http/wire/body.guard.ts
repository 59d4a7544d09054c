import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppConfig } from '../../config/app-config';
import { AppError } from '../../shared/errors/app-error';
import { type ActionInfo, IDEMPOTENCY_KEY, requestOf, type RequestState, stateOf } from '../action';
import { Arrival, FREE_BYTES } from './arrival';
import { BodyRoom } from './body-room';
import { formatOf } from './media-type';
import { type BodyRules, parseAtOnce, parseInPieces } from './parse-body';

/** Enough for a login and a key in any notation. */
const LOGIN_BYTES = 4096;
/** How many of the largest bodies are held at the same time, and how long others wait for memory. */
const LARGEST_AT_ONCE = 4;
const WAIT_MS = 5000;
/** How many bodies without a live token are read at the same time. They are refused in the end, so others do not wait. */
const STRANGERS_AT_ONCE = 256;

/**
 * Reads and parses the body of a POST. It is a guard and not body parser middleware, because an unknown route
 * and a disabled method are refused before a bad body, and a bad body before the token (docs/api-guide.md).
 *
 * A body that arrived together with its headers, as nearly all do, is read and parsed at once. Others are read as they
 * arrive and parsed in pieces, so that none of them blocks the event loop; the memory for them is limited.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  private readonly room: BodyRoom;
  private readonly strangers = new BodyRoom(STRANGERS_AT_ONCE, 0);

  constructor(private readonly config: AppConfig) {
    const largest = Math.max(config.bodyLimit, config.photoBodyLimit);
    this.room = new BodyRoom(LARGEST_AT_ONCE * largest, WAIT_MS);
  }

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = requestOf(context);
    const state = stateOf(request);
    const { action } = state;
    if (action?.verb !== 'POST') return true;
    const rules: BodyRules = {
      format: formatOf(request.headers),
      maxValues: action.maxValues,
      withDigest: request.headers[IDEMPOTENCY_KEY] !== undefined,
    };
    const limit = this.limitOf(action, state);
    const whole = bodyAtHand(request, limit);
    if (!whole) return this.readOn(context, action, limit, rules);
    state.body = parseAtOnce(whole, rules);
    return true;
  }

  /** Smaller for `login`, and without a live token, because the sender is unknown. */
  private limitOf(action: ActionInfo, { known }: RequestState): number {
    if (action.requires === 'open') return Math.min(LOGIN_BYTES, this.config.bodyLimit);
    const limit = action.largeBody ? this.config.photoBodyLimit : this.config.bodyLimit;
    return known ? limit : Math.min(limit, FREE_BYTES);
  }

  private async readOn(
    context: ExecutionContext,
    { requires, largeBody = false }: ActionInfo,
    limit: number,
    rules: BodyRules,
  ): Promise<boolean> {
    const request = requestOf(context);
    const state = stateOf(request);
    const response = context.switchToHttp().getResponse<Response>();
    if (!state.known && requires !== 'open') await holdUntilAnswered(this.strangers, 1, state, response);
    const arrival = new Arrival(request, {
      limit,
      mayTakeTime: state.known && largeBody,
      makeRoom: bytes => holdUntilAnswered(this.room, bytes, state, response),
    });
    state.body = await parseInPieces(await arrival.read(), rules);
    return true;
  }
}

/** The body, if it arrived together with the headers, as small ones mostly do. */
function bodyAtHand(request: Request, limit: number): Buffer | undefined {
  const { complete, readableLength, headers } = request;
  // Node sets `complete` a little after the last byte has arrived.
  const isWhole = complete || String(readableLength) === headers['content-length'];
  if (!isWhole || readableLength > limit) return undefined;
  const body = (request.read() as Buffer | null) ?? Buffer.alloc(0);
  if (!complete) request.resume();
  return body;
}

/** @throws AppError RateExceeded when the wait for memory timed out */
async function holdUntilAnswered(
  room: BodyRoom,
  size: number,
  { user, address }: RequestState,
  response: Response,
): Promise<void> {
  const giveBack = await room.take(size);
  if (!giveBack) throw new AppError('RateExceeded', user ?? address).retryAfter(WAIT_MS / 1000);
  if (response.closed) giveBack();
  else response.once('close', giveBack);
}
