import type { ThrottlerStorage } from '@nestjs/throttler';
import { type Clock } from '../../shared/clock';
import { RateWindows } from '../../shared/rate-windows';

/** Keys counted at once under each name: users, addresses, logins from an address, refused logins; some 150 bytes each. */
const CAPACITY = 100_000;

/**
 * The throttler's own storage keeps a list of time stamps per key and never forgets a key; this one keeps a counter
 * per window and is bounded. What is counted under one name, such as addresses, pushes out nothing of another.
 */
export class WindowThrottlerStorage implements ThrottlerStorage {
  private readonly windows = new Map<string, RateWindows>();

  constructor(private readonly clock: Clock) {}

  increment(
    key: string,
    ttl: number,
    limit: number,
    _blockMs: number,
    name: string,
  ): Promise<ThrottlerRecord> {
    const { hits, resetMs } = this.windowsOf(name).hit(
      key,
      { count: limit, windowMs: ttl },
      this.clock.monotonicMs(),
    );
    return Promise.resolve(throttlerRecord(hits, limit, resetMs));
  }

  private windowsOf(name: string): RateWindows {
    const windows = this.windows.get(name) ?? new RateWindows(CAPACITY);
    this.windows.set(name, windows);
    return windows;
  }
}

type ThrottlerRecord = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** What the throttler wants to know of a window; who is over the limit is so until the window ends. */
export function throttlerRecord(hits: number, limit: number, resetMs: number): ThrottlerRecord {
  const seconds = Math.max(1, Math.ceil(resetMs / 1000));
  return { totalHits: hits, timeToExpire: seconds, isBlocked: hits > limit, timeToBlockExpire: seconds };
}
