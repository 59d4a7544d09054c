import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppConfig } from '../../config/app-config';
import { ACTION, type ActionInfo, requestOf, stateOf } from '../../http/action';
import { SenderRateMiddleware } from './sender-rate.middleware';

/**
 * `login` has a stricter rate per address (setting LOGIN_RATE_POLICY). This guard runs before the action is recorded, and
 * therefore reads it from the route.
 */
@Injectable()
export class LoginRateGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: AppConfig,
    private readonly rate: SenderRateMiddleware,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<ActionInfo | undefined>(ACTION, context.getHandler());
    if (action?.requires === 'open')
      await this.rate.countAddress('login', stateOf(requestOf(context)), this.config.loginRatePolicy);
    return true;
  }
}
