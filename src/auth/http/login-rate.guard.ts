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
import { ACTION, type ActionInfo, requestOf, stateOf } from '../../http/action';
import { AppError } from '../../shared/errors/app-error';

/**
 * `login` has a stricter rate per address (setting LOGIN_RATE_POLICY). This guard runs before the action is recorded, and
 * therefore reads it from the route.
 */
@Injectable()
export class LoginRateGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly config: AppConfig,
  ) {
    super(options, storage, reflector);
  }

  override canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<ActionInfo | undefined>(ACTION, context.getHandler());
    const policy = this.config.loginRatePolicy;
    if (action?.requires !== 'open' || policy === 'off') return Promise.resolve(true);
    const { count: limit, windowMs: ttl } = policy;
    return this.handleRequest({
      context,
      limit,
      ttl,
      blockDuration: ttl,
      throttler: { name: 'login', limit, ttl },
      getTracker: () => this.getTracker({ ip: stateOf(requestOf(context)).address }),
      generateKey: (_, tracker, name) => `${name}:${tracker}`,
    });
  }

  protected override throwThrottlingException(
    context: ExecutionContext,
    detail: ThrottlerLimitDetail,
  ): Promise<void> {
    const error = new AppError('RateExceeded', stateOf(requestOf(context)).address);
    error.retryAfterSeconds = detail.timeToBlockExpire;
    return Promise.reject(error);
  }
}
