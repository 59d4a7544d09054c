import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppError } from '../../shared/errors/app-error';
import { OrgUnitRow } from './org-unit.row';
import { PersonRow } from './person.row';

/** Reads persons and units within the transaction of the caller. */
@Injectable()
export class DirectoryStore {
  /** @throws AppError PersonNotFound */
  async getPerson(manager: EntityManager, personId: string): Promise<PersonRow> {
    const person = await manager.findOneBy(PersonRow, { personId });
    if (!person) throw new AppError('PersonNotFound', personId);
    return person;
  }

  /** @throws AppError StructureNotFound */
  async getUnit(manager: EntityManager, structure: string): Promise<OrgUnitRow> {
    const unit = await manager.findOneBy(OrgUnitRow, { structure });
    if (!unit) throw new AppError('StructureNotFound', structure);
    return unit;
  }
}
