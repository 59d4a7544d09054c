import type { Caller } from '../../shared/caller';
import type { ShownRecord } from '../../shared/shown-record';
import type { KeyRecord, WrittenAnswer } from '../domain/key-record';

/** Checks whether a kept answer may still be shown. */
export abstract class ShownRecords {
  /** @throws AppError the error of the missing privilege or record permission; VisitNotExists if the visit is gone */
  abstract mustBeShown(caller: Caller, record: ShownRecord): Promise<void>;
}

/** One call under a key. */
export interface KeyedCall {
  readonly userId: string;
  /** SHA-256 of the key, hexadecimal: the key could contain anything, even personal data. */
  readonly keyDigest: string;
  /** SHA-256 of action, format and body, hexadecimal. */
  readonly fingerprint: string;
  /** GUID of this call. */
  readonly attempt: string;
}

/** The keys of the last 24 hours. */
export abstract class RepeatKeys {
  /** Gives the key to this call if it is free (`isFree`); of concurrent calls, one gets it. @returns the resulting record */
  abstract reserve(call: KeyedCall, now: Date, isUnderWay: (attempt: string) => boolean): Promise<KeyRecord>;

  /**
   * Runs `act`. Each of its transactions also marks the key as committed, so that the mark is stored exactly if the
   * change is. If another call has taken the key, the transaction is rolled back.
   * @throws AppError IdempotencyKeyBusy
   */
  abstract during<T>(call: KeyedCall, act: () => Promise<T>): Promise<T>;

  /**
   * Keeps the answer of the call, unless another call has taken the key. Does not throw if the storage fails: the change
   * is committed, so the client must get the answer.
   */
  abstract keep(call: KeyedCall, answer: WrittenAnswer): Promise<void>;
}
