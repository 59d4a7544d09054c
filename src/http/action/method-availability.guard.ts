import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config';
import { AppError } from '../../shared/errors/app-error';
import { ACTION, type ActionInfo } from './action';
import { requestOf, stateOf } from './request-state';
import type { Response } from 'express';
import { Reflector } from '@nestjs/core';
import { OPEN } from './open.decorator';

/** Closed by default: a route that is neither an action nor declared open is refused. */
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
    const request = requestOf(context);
    stateOf(request).action = action;
    if (request.method !== action.verb) {
      // Express answers HEAD where GET is routed; the contract has GET and POST only.
      context.switchToHttp().getResponse<Response>().set('Allow', action.verb);
      throw new AppError('MethodNotAllowed', action.verb);
    }
    if (isDisabled(action, this.config)) throw new AppError('MethodDisabled');
    return true;
  }
}

/** Whether the setting DISABLED_METHODS names the action. */
export function isDisabled(
  action: Pick<ActionInfo, 'path'>,
  config: Pick<AppConfig, 'disabledMethods'>,
): boolean {
  return config.disabledMethods.includes(action.path.toLowerCase());
}
