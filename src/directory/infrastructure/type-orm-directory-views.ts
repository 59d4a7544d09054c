import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { OrgUnitView } from '../../shared/directory';
import type { Listed, Page } from '../../shared/page';
import { DirectoryViews, type PersonFilter, type PersonRecord, type UnitFilter } from '../application/ports';
import { personCondition, unitCondition } from './directory-conditions';
import { findPersons, findUnits, listPersons, listUnits } from './directory-select';

@Injectable()
export class TypeOrmDirectoryViews extends DirectoryViews {
  constructor(private readonly database: Database) {
    super();
  }

  async findPerson(personId: string): Promise<PersonRecord | undefined> {
    const condition = { sql: 'person.person_id = ?', parameters: [personId] };
    return (await this.database.read(manager => findPersons(manager, condition)))[0];
  }

  persons(filter: PersonFilter, page: Page): Promise<Listed<PersonRecord>> {
    return this.database.read(manager =>
      listPersons(manager, personCondition(this.database.engine, filter), page),
    );
  }

  async findUnit(structure: string): Promise<OrgUnitView | undefined> {
    const condition = { sql: 'org_unit.structure = ?', parameters: [structure] };
    return (await this.database.read(manager => findUnits(manager, condition)))[0];
  }

  units(filter: UnitFilter, page: Page): Promise<Listed<OrgUnitView>> {
    return this.database.read(manager =>
      listUnits(manager, unitCondition(this.database.engine, filter), page),
    );
  }
}
