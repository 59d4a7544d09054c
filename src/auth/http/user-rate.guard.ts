import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerLimitDetail,
  type ThrottlerModuleOptions,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import { AppConfig } from '../../config/app-config';
import { AppError } from '../../shared/errors/app-error';
import { parseRatePolicy, type RatePolicy } from '../../shared/rate-policy';
import { authenticated } from './authenticated';

/** The user's rate policy, over all of the user's tokens and all actions together (contract 2, step 8). */
@Injectable()
export class UserRateGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly config: AppConfig,
  ) {
    super(options, storage, reflector);
  }

  /** Limits are a matter of the user and never of a route, whose decorators the guard would look for otherwise. */
  override canActivate(context: ExecutionContext): Promise<boolean> {
    const user = authenticated(context)?.user;
    const policy = this.policyOf(user?.ratePolicy ?? null);
    if (!user || policy === 'off') return Promise.resolve(true);
    const { count: limit, windowMs: ttl } = policy;
    return this.handleRequest({
      context,
      limit,
      ttl,
      blockDuration: ttl,
      throttler: { name: 'user', limit, ttl },
      getTracker: () => Promise.resolve(user.id),
      // The guard's own key has class and method in it, which would make the limit one per action.
      generateKey: (_, tracker) => `user:${tracker}`,
    });
  }

  protected override throwThrottlingException(
    context: ExecutionContext,
    detail: ThrottlerLimitDetail,
  ): Promise<void> {
    const error = new AppError('RateExceeded', authenticated(context)?.user.login ?? '');
    error.retryAfterSeconds = detail.timeToBlockExpire;
    return Promise.reject(error);
  }

  /** The user's own policy, else RATE_POLICY; one in the database that cannot be read counts as none of its own. */
  private policyOf(own: string | null): RatePolicy | 'off' {
    return (own === null ? undefined : parseRatePolicy(own)) ?? this.config.ratePolicy;
  }
}
