import { Injectable } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import { Clock } from '../../shared/clock';
import { RateWindows } from '../../shared/rate-windows';
import { EntryCodeTries, type Guesser, type Taken } from '../application/ports';

/** How many wrong codes there may be within which time. */
export interface TryLimit {
  readonly tries: number;
  readonly ms: number;
}
/** For one user at one address: enough for a code that is mistyped. */
export const CALLER_LIMIT: TryLimit = { tries: 5, ms: 60_000 };
/** For one visit, from wherever: some 1,400 a day of a million codes. */
export const VISIT_LIMIT: TryLimit = { tries: 10, ms: 600_000 };
/** Tries remembered at once for each limit; some 150 bytes each. */
const CAPACITY = 100_000;

/** Whose tries the two limits count. An IPv6 client has a whole network of addresses, which are one caller. */
export function countedFor({ userId, address, visitId }: Guesser, ipv6Prefix: number) {
  return { caller: `${userId} ${normalizeIp(address, ipv6Prefix)}`, visit: `visit ${visitId}` };
}

/** The tries of a single node. */
@Injectable()
export class MemoryEntryCodeTries extends EntryCodeTries {
  private readonly ofCallers: Places;
  private readonly ofVisits: Places;

  constructor(
    clock: Clock,
    private readonly ipv6Prefix: number,
  ) {
    super();
    this.ofCallers = new Places(CALLER_LIMIT, clock);
    this.ofVisits = new Places(VISIT_LIMIT, clock);
  }

  take(guesser: Guesser): Promise<Taken> {
    const { caller, visit } = countedFor(guesser, this.ipv6Prefix);
    const own = this.ofCallers.take(caller);
    if ('retryAfterSeconds' in own) return Promise.resolve(own);
    const its = this.ofVisits.take(visit);
    if ('retryAfterSeconds' in its) {
      own.giveBack();
      return Promise.resolve(its);
    }
    const giveBack = () => {
      own.giveBack();
      its.giveBack();
      return Promise.resolve();
    };
    return Promise.resolve({ giveBack });
  }
}

/** Counts each try separately, so that no window of that length ever has more than the limit. */
class Places {
  private readonly windows = new RateWindows(CAPACITY);

  constructor(
    private readonly limit: TryLimit,
    private readonly clock: Clock,
  ) {}

  take(whose: string): { giveBack: () => void } | { retryAfterSeconds: number } {
    const nowMs = this.clock.monotonicMs();
    let soonestMs = this.limit.ms;
    for (let place = 1; place <= this.limit.tries; place += 1) {
      const key = `${place} ${whose}`;
      const { exceeded, resetMs } = this.windows.hit(key, { count: 1, windowMs: this.limit.ms }, nowMs);
      if (!exceeded) return { giveBack: () => this.windows.forget(key) };
      soonestMs = Math.min(soonestMs, resetMs);
    }
    return { retryAfterSeconds: Math.ceil(soonestMs / 1000) };
  }
}
