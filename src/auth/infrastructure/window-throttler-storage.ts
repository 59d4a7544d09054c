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

  increment(key: string, ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const hit = this.windows.hit(key, { count: limit, windowMs: ttl }, this.clock.monotonicMs());
    const seconds = Math.max(1, Math.ceil(hit.resetMs / 1000));
    return Promise.resolve({
      totalHits: hit.hits,
      timeToExpire: seconds,
      isBlocked: hit.exceeded,
      timeToBlockExpire: seconds,
    });
  }
}
