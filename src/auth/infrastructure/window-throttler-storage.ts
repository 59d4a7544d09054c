import type { ThrottlerStorage } from '@nestjs/throttler';
import { type Clock } from '../../shared/clock';
import { RateWindows } from '../../shared/rate-windows';

/** Maximum number of keys of each throttler, at some 150 bytes a key. */
const CAPACITY = 100_000;

/**
 * The default storage of the throttler keeps a list of timestamps per key and never forgets a key. This one keeps a
 * counter per window and is bounded. Each throttler has its own capacity, so addresses cannot evict users.
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

/** The record of a window for the throttler. A key over the limit stays blocked until the window ends. */
export function throttlerRecord(hits: number, limit: number, resetMs: number): ThrottlerRecord {
  const seconds = Math.max(1, Math.ceil(resetMs / 1000));
  return { totalHits: hits, timeToExpire: seconds, isBlocked: hits > limit, timeToBlockExpire: seconds };
}
