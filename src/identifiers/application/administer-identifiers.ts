import { Injectable } from '@nestjs/common';
import { type Caller, mayTouchRecord, permissionOf } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { IdentifierView } from '../../shared/identifier';
import type { Listed, Page } from '../../shared/page';
import { compareWanted, type PutOptions, type PutResult } from '../../shared/put';
import {
  changedIdentifier,
  type Cleared,
  type IdentifierRequest,
  newIdentifier,
  refuseFaulty,
} from '../domain/identifier-data';
import { normaliseInternalNr } from '../domain/internal-nr';
import { type IdentifierFilter, IdentifierRepository } from './ports';

/** Administration of the stock of cards. Cards belong to no org unit. */
@Injectable()
export class AdministerIdentifiers {
  constructor(private readonly identifiers: IdentifierRepository) {}

  /** The cards that the caller may view. */
  async list(
    caller: Caller,
    filter: Omit<IdentifierFilter, 'createdBy'>,
    page: Page,
  ): Promise<Listed<IdentifierView>> {
    const permission = permissionOf(caller, 'Identifiers', 'View');
    if (permission === 'All') return this.identifiers.list({ ...filter, createdBy: null }, page);
    if (permission === 'Own') return this.identifiers.list({ ...filter, createdBy: caller.userId }, page);
    return { rows: [], total: 0 };
  }

  /** @throws AppError BadParameters, IdentifierExists */
  async create(caller: Caller, internalNr: string, request: IdentifierRequest): Promise<IdentifierView> {
    refuseFaulty(request, 'Identifier.');
    return this.identifiers.add(newIdentifier(normaliseInternalNr(internalNr), request), caller.userId);
  }

  /** @throws AppError BadParameters, IdentifierNotFound, IdentifiersEditPermission */
  async update(
    caller: Caller,
    internalNr: string,
    request: IdentifierRequest,
    cleared: Cleared = {},
  ): Promise<IdentifierView> {
    refuseFaulty(request, '');
    return this.identifiers.change(normaliseInternalNr(internalNr), stored => {
      const { createdBy } = stored;
      if (!mayTouchRecord(caller, 'Identifiers', 'Edit', { createdBy, structures: [] }))
        throw new AppError('IdentifiersEditPermission', stored.internalNr);
      const changed = changedIdentifier(stored, request, cleared);
      // A new ValidFrom can contradict the stored ValidTo, and the reverse.
      refuseFaulty(changed, '');
      return changed;
    });
  }

  /**
   * Makes a card as described, or changes it to be so: what is left out gets its default, but a loss stays as it is.
   * @throws AppError BadParameters
   */
  async put(internalNr: string, request: IdentifierRequest, { dryRun }: PutOptions): Promise<PutResult> {
    refuseFaulty(request, '');
    const number = normaliseInternalNr(internalNr);
    const stored = await this.identifiers.find(number);
    const card = newIdentifier(number, request);
    const wanted = stored && typeof request.status !== 'number' ? { ...card, lost: stored.lost } : card;
    const result = compareWanted(stored, wanted);
    if (dryRun || result.outcome === 'left') return result;
    await (stored ? this.identifiers.change(number, () => wanted) : this.identifiers.add(wanted, null));
    return result;
  }
}
