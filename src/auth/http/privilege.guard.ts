import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { ActionInfo, Requirement } from '../../http/action';
import { holds, type Privileges } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { errorCatalogue, type ErrorParams } from '../../shared/errors/error-catalogue';
import { authenticated } from './sender';

/** The privileges that the action declares, in their order (step 9 of docs/api-guide.md). */
@Injectable()
export class PrivilegeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = authenticated(context);
    if (!request) return true;
    const lacking = lackingPrivilege(request.action, request.user);
    if (lacking) throw refusalOf(lacking, request.user.login);
    return true;
  }
}

/** The first right that an action requires and the user lacks. */
export function lackingPrivilege(
  { requires }: Pick<ActionInfo, 'requires'>,
  user: { readonly privileges: Privileges },
): Requirement | undefined {
  if (requires === 'open') return undefined;
  return requires.find(({ agenda, right }) => !holds(user, agenda, right));
}

/** The documented texts name the user in some of these refusals and in others not. */
export function refusalOf({ refusal }: Requirement, login: string): AppError {
  const named = errorCatalogue[refusal].message.includes('{0}') ? [login] : [];
  return new AppError(refusal, ...(named as ErrorParams<typeof refusal>));
}
