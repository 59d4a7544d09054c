import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import { errorCatalogue, type ErrorParams } from '../../shared/errors/error-catalogue';
import { holds } from '../../shared/caller';
import { authenticated } from './authenticated';

/** The privileges that the action declares, in their order (contract 2, step 10). */
@Injectable()
export class PrivilegeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = authenticated(context);
    if (!request || request.action.requires === 'open') return true;
    for (const { agenda, right, refusal } of request.action.requires) {
      if (holds(request.user, agenda, right)) continue;
      // The documented texts name the user in some of these refusals and in others not.
      const named = errorCatalogue[refusal].message.includes('{0}') ? [request.user.login] : [];
      throw new AppError(refusal, ...(named as ErrorParams<typeof refusal>));
    }
    return true;
  }
}
