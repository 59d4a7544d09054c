import { AppError } from '../../shared/errors/app-error';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import type { ShownRecord } from '../../shared/shown-record';

/** How long a key is remembered. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** Answers beyond it are not kept, in bytes. */
export const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/** An answer as it leaves. */
export interface WrittenAnswer {
  readonly status: number;
  /** Content type, with its charset. */
  readonly type: string;
  readonly body: string;
  /** Of a refusal. */
  readonly error: ErrorCode | null;
  /** The records that it shows, beside what the request held. */
  readonly shows: readonly ShownRecord[];
}

/** What is remembered of a key. */
export interface KeyRecord {
  /** Tells one request from another, and nothing else of it. */
  readonly fingerprint: string;
  /** Names the call that works, or was the last to work, under the key. */
  readonly attempt: string;
  /** Whether that call has changed something. */
  readonly committed: boolean;
  /** Null while the call is under way, and for ever when it died or its answer is not to be kept. */
  readonly answer: WrittenAnswer | null;
  readonly createdAt: Date;
}

/**
 * Whether a call may begin under a key. It may when the last one has left nothing behind: neither a change nor an
 * answer, and is not under way in this process.
 *
 * Whether it is still under way in another process is not asked, because nobody can tell a dead process from a slow one.
 * It need not be known: a call that has lost its key to another cannot commit any change (`RepeatKeys.during`).
 */
export function isFree(
  record: KeyRecord | undefined,
  now: Date,
  isUnderWay: (attempt: string) => boolean,
): boolean {
  if (!record || now.getTime() - record.createdAt.getTime() >= KEPT_MS) return true;
  return !record.committed && !record.answer && !isUnderWay(record.attempt);
}

/** Seconds after which a call that met another under its key is worth trying again. */
const BUSY_RETRY_SECONDS = 1;

export function busy(): AppError<'IdempotencyKeyBusy'> {
  const error = new AppError('IdempotencyKeyBusy');
  error.retryAfterSeconds = BUSY_RETRY_SECONDS;
  return error;
}
