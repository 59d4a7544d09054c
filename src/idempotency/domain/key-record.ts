import { AppError } from '../../shared/errors/app-error';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import type { ShownRecord } from '../../shared/shown-record';

/** Lifetime of a key. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** Larger answers are not kept. */
export const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/** An answer as sent. */
export interface WrittenAnswer {
  readonly status: number;
  /** Content type with charset. */
  readonly type: string;
  readonly body: string;
  /** The error of a refusal. */
  readonly error: ErrorCode | null;
  /** The records shown by the answer, besides what the request contained. */
  readonly shows: readonly ShownRecord[];
}

/** The stored state of a key. */
export interface KeyRecord {
  /** Digest that distinguishes requests. */
  readonly fingerprint: string;
  /** The call that holds the key, or held it last. */
  readonly attempt: string;
  /** Whether that call has committed a change. */
  readonly committed: boolean;
  /** Null while the call is under way. Stays null if the call died or its answer is not kept. */
  readonly answer: WrittenAnswer | null;
  readonly createdAt: Date;
}

/**
 * Whether a call may take a key: the last call has left neither a change nor an answer, and is not under way in this
 * process.
 *
 * The last call may still be under way in another process, because a dead process looks like a slow one. This is safe: a
 * call that has lost its key cannot commit a change (`RepeatKeys.during`).
 */
export function isFree(
  record: KeyRecord | undefined,
  now: Date,
  isUnderWay: (attempt: string) => boolean,
): boolean {
  if (!record || now.getTime() - record.createdAt.getTime() >= KEPT_MS) return true;
  return !record.committed && !record.answer && !isUnderWay(record.attempt);
}

/** Retry-After for a key that another call holds. */
const BUSY_RETRY_SECONDS = 1;

export function busy(): AppError<'IdempotencyKeyBusy'> {
  return new AppError('IdempotencyKeyBusy').retryAfter(BUSY_RETRY_SECONDS);
}
