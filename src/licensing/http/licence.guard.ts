import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { requestOf, stateOf } from '../../http/action';
import { LicenceCheck } from '../application/licence-check';

/** Every agenda that the action touches must be licensed now (step 8 of docs/api-guide.md). */
@Injectable()
export class LicenceGuard implements CanActivate {
  constructor(private readonly licence: LicenceCheck) {}

  canActivate(context: ExecutionContext): boolean {
    const { action } = stateOf(requestOf(context));
    if (!action || action.requires === 'open') return true;
    for (const { agenda } of action.requires) this.licence.require(agenda);
    return true;
  }
}
