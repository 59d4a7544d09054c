import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { stateOf } from '../../http/request-state';
import { AddressRate } from './address-rate';

/** `login` has a stricter budget per address (setting LOGIN_RATE_POLICY). */
@Injectable()
export class LoginRateGuard implements CanActivate {
  constructor(private readonly rate: AddressRate) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { action, address } = stateOf(context.switchToHttp().getRequest<Request>());
    if (action?.requires === 'open') await this.rate.spendLogin(address);
    return true;
  }
}
