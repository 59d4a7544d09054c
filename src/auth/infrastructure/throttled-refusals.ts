import { Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import { RefusedLogins } from '../application/ports';

/** Plenty for a system with an outdated key, and next to nothing of 2^128 keys. */
const REFUSALS = 20;
const WINDOW_MS = 60_000;
/** Limit of a login; a longer text is none. Bounds the size of the counter keys. */
const MAX_LENGTH = 100;

/** Counts in the storage of the rates, which nodes share if they share Redis. */
@Injectable()
export class ThrottledRefusals extends RefusedLogins {
  constructor(@InjectThrottlerStorage() private readonly storage: ThrottlerStorage) {
    super();
  }

  async count(login: string): Promise<number | undefined> {
    const key = `refused:${login.slice(0, MAX_LENGTH + 1)}`;
    const hit = await this.storage.increment(key, WINDOW_MS, REFUSALS, WINDOW_MS, 'refused');
    return hit.isBlocked ? hit.timeToBlockExpire : undefined;
  }
}
