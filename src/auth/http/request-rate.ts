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
 * Charges each request to whoever is known, whatever becomes of it (contract 2, step 2): to the user of its live token,
 * all tokens together, else to the client address. Whose request it is, is found out here.
 */
@Injectable()
export class RequestRate implements NestMiddleware {
  constructor(
    private readonly findSender: FindSender,
    private readonly config: AppConfig,
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
  ) {}

  use(request: Request, _: Response, next: NextFunction): void {
    if (isProbe(request)) next();
    else this.charge(request).then(() => next(), next);
  }

  /** @throws AppError RateExceeded */
  private async charge(request: Request): Promise<void> {
    const state = stateOf(request);
    const sender = await this.findSender.execute(request);
    state.sender = sender;
    if (!sender.user) return this.chargeAddress(state);
    state.known = true;
    state.user = sender.user.login;
    return this.chargeUser(sender.user);
  }

  private chargeUser({ id, login, ratePolicy }: User): Promise<void> {
    // A policy in the database that cannot be read counts as none of the user's own.
    const policy = (ratePolicy === null ? undefined : parseRatePolicy(ratePolicy)) ?? this.config.ratePolicy;
    return this.count('user', id, policy, login);
  }

  private chargeAddress({ address }: RequestState): Promise<void> {
    const { ratePolicy, rateIpv6Prefix } = this.config;
    // An IPv6 client has a whole network of addresses.
    return this.count('address', normalizeIp(address, rateIpv6Prefix), ratePolicy, address);
  }

  private async count(kind: string, whose: string, policy: RatePolicy | 'off', named: string): Promise<void> {
    if (policy === 'off') return;
    const key = `${kind}:${whose}`;
    const hit = await this.storage.increment(key, policy.windowMs, policy.count, policy.windowMs, kind);
    if (!hit.isBlocked) return;
    const error = new AppError('RateExceeded', named);
    error.retryAfterSeconds = hit.timeToBlockExpire;
    throw error;
  }
}
