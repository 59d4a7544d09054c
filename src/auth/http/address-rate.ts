import { Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import { AppConfig } from '../../config/app-config';
import { AppError } from '../../shared/errors/app-error';
import type { RatePolicy } from '../../shared/rate-policy';

/** The rate policies of an address, on the same counters as those of users (contract 2, step 2). */
@Injectable()
export class AddressRate {
  constructor(
    private readonly config: AppConfig,
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
  ) {}

  /** Spends the budget of an address on a request that no live token identifies. @throws AppError RateExceeded */
  spend(address: string): Promise<void> {
    return this.count('address', address, this.config.ratePolicy);
  }

  /** Spends the budget of an address for logins. @throws AppError RateExceeded */
  spendLogin(address: string): Promise<void> {
    return this.count('login', address, this.config.loginRatePolicy);
  }

  private async count(name: string, address: string, policy: RatePolicy | 'off'): Promise<void> {
    if (policy === 'off') return;
    const key = `${name}:${address}`;
    const hit = await this.storage.increment(key, policy.windowMs, policy.count, policy.windowMs, name);
    if (!hit.isBlocked) return;
    const error = new AppError('RateExceeded', address);
    error.retryAfterSeconds = hit.timeToBlockExpire;
    throw error;
  }
}
