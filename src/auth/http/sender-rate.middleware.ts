import { Injectable, type NestMiddleware } from '@nestjs/common';
import { InjectThrottlerStorage, normalizeIp, type ThrottlerStorage } from '@nestjs/throttler';
import type { NextFunction, Request, Response } from 'express';
import { AppConfig } from '../../config/app-config';
import { isProbe } from '../../http/server/probes';
import { type RequestState, stateOf } from '../../http/action';
import { AppError } from '../../shared/errors/app-error';
import { parseRatePolicy, type RatePolicy } from '../../shared/rate-policy';
import type { User } from '../domain/user';
import { FindSender } from './find-sender';

/**
 * Finds the sender by the token, and counts the request (step 2 of docs/api-guide.md): for the user of a live token, all
 * tokens together, or else for the client address. Requests that are refused later count as well.
 */
@Injectable()
export class SenderRateMiddleware implements NestMiddleware {
  constructor(
    private readonly findSender: FindSender,
    private readonly config: AppConfig,
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
  ) {}

  use(request: Request, _: Response, next: NextFunction): void {
    if (isProbe(request)) next();
    else this.identifyAndCount(request).then(() => next(), next);
  }

  /** @throws AppError RateExceeded */
  private async identifyAndCount(request: Request): Promise<void> {
    const state = stateOf(request);
    const sender = await this.findSender.execute(request);
    state.sender = sender;
    if (!sender.user) return this.countAddress('address', state, this.config.ratePolicy);
    state.known = true;
    state.user = sender.user.login;
    return this.countUser(sender.user);
  }

  private countUser({ id, login, ratePolicy }: User): Promise<void> {
    // If the user's policy cannot be parsed, the default applies.
    const policy = (ratePolicy === null ? undefined : parseRatePolicy(ratePolicy)) ?? this.config.ratePolicy;
    return this.count('user', id, policy, login);
  }

  /** @throws AppError RateExceeded */
  countAddress(
    kind: 'address' | 'login',
    { address }: RequestState,
    policy: RatePolicy | 'off',
  ): Promise<void> {
    // An IPv6 client may use a whole network of addresses.
    return this.count(kind, normalizeIp(address, this.config.rateIpv6Prefix), policy, address);
  }

  private async count(kind: string, whose: string, policy: RatePolicy | 'off', named: string): Promise<void> {
    if (policy === 'off') return;
    const key = `${kind}:${whose}`;
    const hit = await this.storage.increment(key, policy.windowMs, policy.count, policy.windowMs, kind);
    if (!hit.isBlocked) return;
    throw new AppError('RateExceeded', named).retryAfter(hit.timeToBlockExpire);
  }
}
