import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AppConfig } from '../config/app-config';
import { AppError } from '../shared/errors/app-error';
import { ACTION, type ActionInfo } from './action.decorator';
import { stateOf } from './request-state';
import type { Request } from 'express';
import { Reflector } from '@nestjs/core';
import { OPEN } from './open.decorator';

/** First of the guards: closed by default. A route is an action of the contract, or declared open, or refused. */
@Injectable()
export class MethodAvailabilityGuard implements CanActivate {
  constructor(
    private readonly config: AppConfig,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const action = this.reflector.get<ActionInfo | undefined>(ACTION, context.getHandler());
    if (!action) {
      if (this.reflector.get<boolean | undefined>(OPEN, context.getHandler())) return true;
      throw new AppError('RouteNotFound');
    }
    stateOf(context.switchToHttp().getRequest<Request>()).action = action;
    if (this.config.disabledMethods.includes(action.path.toLowerCase())) throw new AppError('MethodDisabled');
    return true;
  }
}
