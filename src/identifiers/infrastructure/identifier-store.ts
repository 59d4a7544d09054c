import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AppError } from '../../shared/errors/app-error';
import { normaliseInternalNr } from '../domain/internal-nr';
import { IdentifierRow } from './identifier.row';

/** Assigns and releases cards within the transaction of the caller. */
@Injectable()
export class IdentifierStore {
  /** @throws AppError IdentifierNotFound */
  async get(manager: EntityManager, internalNr: string): Promise<IdentifierRow> {
    const card = await manager.findOneBy(IdentifierRow, { internalNr: normaliseInternalNr(internalNr) });
    if (!card) throw new AppError('IdentifierNotFound', internalNr);
    return card;
  }

  /** Assigns a card to a visit. @throws AppError IdentifierUnusable, IdentifierAssigned */
  async assign(manager: EntityManager, card: IdentifierRow, visitId: string, at: Date): Promise<void> {
    const { seq, internalNr, lost, validFrom, validTo } = card;
    const early = validFrom !== null && at < validFrom;
    const late = validTo !== null && at > validTo;
    if (lost || early || late) throw new AppError('IdentifierUnusable', internalNr);
    const { affected } = await manager.update(IdentifierRow, { seq, heldBy: IsNull() }, { heldBy: visitId });
    if (affected !== 1) throw new AppError('IdentifierAssigned', internalNr);
  }

  /** Releases the card of a visit, if it has one. */
  async release(manager: EntityManager, visitId: string): Promise<void> {
    await manager.update(IdentifierRow, { heldBy: visitId }, { heldBy: null });
  }
}
