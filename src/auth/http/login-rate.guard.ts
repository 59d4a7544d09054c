import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ACTION, type ActionInfo } from '../../http/action.decorator';
import { stateOf } from '../../http/request-state';
import { AddressRate } from './address-rate';

/**
 * `login` has a stricter budget per address (setting LOGIN_RATE_POLICY). It stands before the guard that writes the
 * action down, and therefore asks the route itself.
 */
@Injectable()
export class LoginRateGuard implements CanActivate {
  constructor(
    private readonly rate: AddressRate,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<ActionInfo | undefined>(ACTION, context.getHandler());
    if (action?.requires !== 'open') return true;
    await this.rate.spendLogin(stateOf(context.switchToHttp().getRequest<Request>()).address);
    return true;
  }
}
