import type { Caller } from '../../shared/caller';
import type { ShownRecord } from '../../shared/shown-record';
import type { KeyRecord, WrittenAnswer } from '../domain/key-record';

/** Whether a kept answer may be shown still. */
export abstract class ShownRecords {
  /** @throws AppError the refusal of who may not, by privilege or record permission; VisitNotExists where it is gone */
  abstract mustBeShown(caller: Caller, record: ShownRecord): Promise<void>;
}

/** One call under a key. */
export interface KeyedCall {
  readonly userId: string;
  /** SHA-256 of the key, hexadecimal: a client may have put anything into the key. */
  readonly keyDigest: string;
  /** SHA-256 of action, format and body, hexadecimal. */
  readonly fingerprint: string;
  /** GUID of this call. */
  readonly attempt: string;
}

/** The keys of the last 24 hours. */
export abstract class RepeatKeys {
  /** Gives the key to this call when it is free (`isFree`): of several calls at once, to one. The record as it is then. */
  abstract reserve(call: KeyedCall, now: Date, isUnderWay: (attempt: string) => boolean): Promise<KeyRecord>;

  /**
   * Runs `act`. Each change that it makes is noted under the key in the transaction of the change itself, so that the
   * note is there exactly when the change is. Where another call has the key meanwhile, no change is made.
   * @throws AppError IdempotencyKeyBusy
   */
  abstract during<T>(call: KeyedCall, act: () => Promise<T>): Promise<T>;

  /**
   * Keeps the answer of the call, unless another call has the key meanwhile. Where the storage fails nothing is kept
   * and nothing thrown: what the answer tells has happened, and has to be told.
   */
  abstract keep(call: KeyedCall, answer: WrittenAnswer): Promise<void>;
}
