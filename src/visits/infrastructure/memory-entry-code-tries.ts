import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock';
import { RateWindows } from '../../shared/rate-windows';
import { EntryCodeTries, type Taken } from '../application/ports';

export const TRIES = 5;
export const TRY_MS = 60_000;
/** Each try is counted by itself, so that never more than five lie within any minute. */
const oneMinute = { count: 1, windowMs: TRY_MS };
/** Tries remembered at once; some 150 bytes each. */
const CAPACITY = 100_000;

/** The tries of a single node. */
@Injectable()
export class MemoryEntryCodeTries extends EntryCodeTries {
  private readonly windows = new RateWindows(CAPACITY);

  constructor(private readonly clock: Clock) {
    super();
  }

  take(who: string): Promise<Taken> {
    const nowMs = this.clock.monotonicMs();
    let soonestMs: number = oneMinute.windowMs;
    for (let place = 1; place <= TRIES; place += 1) {
      const key = `${place} ${who}`;
      const { exceeded, resetMs } = this.windows.hit(key, oneMinute, nowMs);
      if (!exceeded) return Promise.resolve({ giveBack: () => this.giveBack(key) });
      soonestMs = Math.min(soonestMs, resetMs);
    }
    return Promise.resolve({ retryAfterSeconds: Math.ceil(soonestMs / 1000) });
  }

  private giveBack(key: string): Promise<void> {
    this.windows.forget(key);
    return Promise.resolve();
  }
}
