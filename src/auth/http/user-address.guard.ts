import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AddressFilter } from '../../runtime/address-filter';
import { AppError } from '../../shared/errors/app-error';
import { authenticated } from './authenticated';

/** The user's own address filter. One that cannot be read lets nobody in: closed, never open (contract 2, step 7). */
@Injectable()
export class UserAddressGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = authenticated(context);
    if (!request || request.user.ipFilter === '') return true;
    const filter = AddressFilter.parse(request.user.ipFilter);
    if (!filter) throw new AppError('FilterUnreadable', request.user.ipFilter);
    if (!filter.allows(request.state.address)) throw new AppError('AddressRefused', request.state.address);
    return true;
  }
}
