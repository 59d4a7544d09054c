import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACTION, type ActionInfo } from '../../http/action';
import { requestOf, stateOf } from '../../http/request-state';
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

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const action = this.reflector.get<ActionInfo | undefined>(ACTION, context.getHandler());
    if (action?.requires !== 'open') return true;
    const { address } = stateOf(requestOf(context));
    return this.rate.spendLogin(address).then(() => true);
  }
}
