import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import { holds } from '../domain/user';
import { authenticated } from './authenticated';

/** The privileges that the action declares, in their order (contract 2, step 10). */
@Injectable()
export class PrivilegeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = authenticated(context);
    if (!request || request.action.requires === 'open') return true;
    for (const { agenda, right, refusal } of request.action.requires) {
      if (holds(request.user, agenda, right)) continue;
      throw refusal === 'IdentifiersViewPrivilege'
        ? new AppError(refusal, request.user.login)
        : new AppError(refusal);
    }
    return true;
  }
}
