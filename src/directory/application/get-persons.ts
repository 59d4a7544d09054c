import { Injectable } from '@nestjs/common';
import { type Caller, mayTouchRecord, permissionOf } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { Listed, Page } from '../../shared/page';
import { GetUnits } from './get-units';
import { DirectoryViews, type PersonFilter, type PersonRecord } from './ports';

@Injectable()
export class GetPersons {
  constructor(
    private readonly views: DirectoryViews,
    private readonly units: GetUnits,
  ) {}

  /** @throws AppError PersonNotFound, PersonsViewPermission */
  async one(caller: Caller, personId: string): Promise<PersonRecord> {
    const person = await this.views.findPerson(personId);
    if (!person) throw new AppError('PersonNotFound', personId);
    const structures = person.structure === null ? [] : [person.structure];
    if (!mayTouchRecord(caller, 'Persons', 'View', { createdBy: null, structures }))
      throw new AppError('PersonsViewPermission', caller.login);
    return person;
  }

  /** The persons that the caller may view, by surname. @throws AppError StructureNotFound if the filter names an unknown unit */
  async list(
    caller: Caller,
    filter: Omit<PersonFilter, 'permission'>,
    page: Page,
  ): Promise<Listed<PersonRecord>> {
    if (filter.structure !== undefined) await this.units.existing(filter.structure);
    return this.views.persons({ ...filter, permission: permissionOf(caller, 'Persons', 'View') }, page);
  }
}
