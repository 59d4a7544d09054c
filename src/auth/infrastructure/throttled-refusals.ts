import { Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import { RefusedLogins } from '../application/ports';

/** Far more than a system with an old key needs to be told so, and next to nothing of 2^128 keys. */
const REFUSALS = 20;
const WINDOW_MS = 60_000;
/** A text that is longer is no login: columns hold 100 characters. What is counted stays small. */
const MAX_LENGTH = 100;

/** The counters of the rates, for all nodes together where these are. */
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
