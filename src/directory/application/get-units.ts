import { Injectable } from '@nestjs/common';
import { type Caller, mayTouchRecord, permissionOf } from '../../shared/caller';
import type { OrgUnitView } from '../../shared/directory';
import { AppError } from '../../shared/errors/app-error';
import type { Listed, Page } from '../../shared/page';
import { DirectoryViews, type UnitFilter } from './ports';

@Injectable()
export class GetUnits {
  constructor(private readonly views: DirectoryViews) {}

  /** @throws AppError StructureNotFound, StructureViewPermission */
  async one(caller: Caller, structure: string): Promise<OrgUnitView> {
    const unit = await this.existing(structure);
    const mayView = mayTouchRecord(caller, 'OrganizationalStructure', 'View', {
      createdBy: null,
      structures: [structure],
    });
    if (!mayView) throw new AppError('StructureViewPermission', caller.login);
    return unit;
  }

  /** The units that the caller may view, by path. @throws AppError StructureNotFound if the filter names an unknown unit */
  async list(
    caller: Caller,
    filter: Omit<UnitFilter, 'permission'>,
    page: Page,
  ): Promise<Listed<OrgUnitView>> {
    for (const structure of [filter.structure, filter.parentUnit])
      if (structure !== undefined) await this.existing(structure);
    const permission = permissionOf(caller, 'OrganizationalStructure', 'View');
    return this.views.units({ ...filter, permission }, page);
  }

  /** @throws AppError StructureNotFound */
  async existing(structure: string): Promise<OrgUnitView> {
    const unit = await this.views.findUnit(structure);
    if (!unit) throw new AppError('StructureNotFound', structure);
    return unit;
  }
}
