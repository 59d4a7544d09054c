import type { ThrottlerStorage } from '@nestjs/throttler';
import { type Clock } from '../../shared/clock';
import { RateWindows } from '../../shared/rate-windows';

/** Users and addresses counted at once; some 150 bytes each. */
const CAPACITY = 100_000;

/**
 * The throttler's own storage keeps a list of time stamps per key and never forgets a key; this one keeps a counter
 * per window and is bounded.
 */
export class WindowThrottlerStorage implements ThrottlerStorage {
  private readonly windows = new RateWindows(CAPACITY);

  constructor(private readonly clock: Clock) {}

  increment(key: string, ttl: number, limit: number): Promise<ThrottlerRecord> {
    const { hits, resetMs } = this.windows.hit(
      key,
      { count: limit, windowMs: ttl },
      this.clock.monotonicMs(),
    );
    return Promise.resolve(throttlerRecord(hits, limit, resetMs));
  }
}

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** What the throttler wants to know of a window; who is over the limit is so until the window ends. */
export function throttlerRecord(hits: number, limit: number, resetMs: number): ThrottlerRecord {
  const seconds = Math.max(1, Math.ceil(resetMs / 1000));
  return { totalHits: hits, timeToExpire: seconds, isBlocked: hits > limit, timeToBlockExpire: seconds };
}
