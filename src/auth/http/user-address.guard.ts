import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { AddressFilter } from '../../runtime/address-filter';
import { AppError } from '../../shared/errors/app-error';
import { BoundedCache } from '../../runtime/bounded-cache';
import { authenticated } from './sender';

/** Parsed filters to keep: some 10 kB each at most. */
const FILTERS = 200;

/** The address filter of the user. A filter that cannot be parsed allows no address (step 7 of docs/api-guide.md). */
@Injectable()
export class UserAddressGuard implements CanActivate {
  private readonly filters = new BoundedCache<AddressFilter | 'unreadable'>(FILTERS);

  canActivate(context: ExecutionContext): boolean {
    const request = authenticated(context);
    if (!request || request.user.ipFilter === '') return true;
    const filter = this.filters.get(request.user.ipFilter, text => AddressFilter.parse(text) ?? 'unreadable');
    if (filter === 'unreadable') throw new AppError('FilterUnreadable', request.user.ipFilter);
    const { address, provenAddress } = request.state;
    if (!filter.allows(provenAddress)) throw new AppError('AddressRefused', address);
    return true;
  }
}
