import { type KeyedCall, RepeatKeys } from '../../src/idempotency/application/ports';
import { busy, isFree, type KeyRecord, type WrittenAnswer } from '../../src/idempotency/domain/key-record';

export class FakeRepeatKeys extends RepeatKeys {
  private readonly records = new Map<string, KeyRecord>();
  private current: KeyedCall | undefined;

  reserve(call: KeyedCall, now: Date, isUnderWay: (attempt: string) => boolean): Promise<KeyRecord> {
    const known = this.records.get(nameOf(call));
    if (known && !isFree(known, now, isUnderWay)) return Promise.resolve(known);
    const { fingerprint, attempt } = call;
    const fresh = { fingerprint, attempt, committed: false, answer: null, createdAt: now };
    this.records.set(nameOf(call), fresh);
    return Promise.resolve(fresh);
  }

  async during<T>(call: KeyedCall, act: () => Promise<T>): Promise<T> {
    this.current = call;
    try {
      return await act();
    } finally {
      this.current = undefined;
    }
  }

  /** Something is changed, by whatever runs now. */
  change(): Promise<void> {
    if (!this.current) return Promise.resolve();
    return this.update(this.current, { committed: true }) ? Promise.resolve() : Promise.reject(busy());
  }

  keep(call: KeyedCall, answer: WrittenAnswer): Promise<void> {
    this.update(call, { answer });
    return Promise.resolve();
  }

  private update(call: KeyedCall, values: Partial<KeyRecord>): boolean {
    const record = this.records.get(nameOf(call));
    if (record?.attempt !== call.attempt) return false;
    this.records.set(nameOf(call), { ...record, ...values });
    return true;
  }
}

function nameOf({ userId, keyDigest }: KeyedCall): string {
  return `${userId} ${keyDigest}`;
}
