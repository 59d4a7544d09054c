import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Condition, Database } from '../../database';
import type { OrgUnitView } from '../../shared/directory';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { DirectoryViews, type PersonFilter, type PersonRecord, type UnitFilter } from '../application/ports';
import { personCondition, unitCondition } from './directory-conditions';

/** What is read of a table, where its rows come from, and in which order, the last part of which is unique. */
interface Listing {
  readonly columns: string;
  readonly from: string;
  readonly joins?: string;
  readonly order: string;
}

const personListing: Listing = {
  columns: 'person.person_id AS personId, person.name, person.surname, person.email, org_unit.structure',
  from: 'person',
  joins: 'LEFT JOIN org_unit ON org_unit.seq = person.org_unit_seq',
  order: 'person.search_surname, person.seq',
};

const unitListing: Listing = {
  columns: `org_unit.structure, org_unit.title, org_unit.description, org_unit.parent_unit AS parentUnit, org_unit.type,
    org_unit.shortcut, org_unit.changed_at AS changedAt`,
  from: 'org_unit',
  order: 'org_unit.structure',
};

type UnitColumns = Omit<OrgUnitView, 'changedAt'> & { readonly changedAt: string };

@Injectable()
export class TypeOrmDirectoryViews extends DirectoryViews {
  constructor(private readonly database: Database) {
    super();
  }

  async findPerson(personId: string): Promise<PersonRecord | undefined> {
    const condition = { sql: 'person.person_id = ?', parameters: [personId] };
    return (await this.rowsOf<PersonRecord>(personListing, condition))[0];
  }

  persons(filter: PersonFilter, page: Page): Promise<Listed<PersonRecord>> {
    return this.list(personListing, personCondition(filter), page);
  }

  async findUnit(structure: string): Promise<OrgUnitView | undefined> {
    const condition = { sql: 'org_unit.structure = ?', parameters: [structure] };
    return (await this.rowsOf<UnitColumns>(unitListing, condition)).map(toUnit)[0];
  }

  async units(filter: UnitFilter, page: Page): Promise<Listed<OrgUnitView>> {
    const { rows, total } = await this.list<UnitColumns>(unitListing, unitCondition(filter), page);
    return { rows: rows.map(toUnit), total };
  }

  private rowsOf<Row>(listing: Listing, { sql, parameters }: Condition): Promise<Row[]> {
    return this.database.read(manager =>
      manager.query<Row[]>(`${select(listing)} WHERE ${sql}`, [...parameters]),
    );
  }

  private list<Row>(listing: Listing, { sql, parameters }: Condition, page: Page): Promise<Listed<Row>> {
    return this.database.read(async manager => ({
      rows: await manager.query<Row[]>(
        `${select(listing)} WHERE ${sql} ORDER BY ${listing.order} LIMIT ? OFFSET ?`,
        [...parameters, page.size, offsetOf(page)],
      ),
      total: await count(manager, `FROM ${listing.from} WHERE ${sql}`, parameters),
    }));
  }
}

function select({ columns, from, joins = '' }: Listing): string {
  return `SELECT ${columns} FROM ${from} ${joins}`;
}

async function count(manager: EntityManager, from: string, parameters: readonly string[]): Promise<number> {
  const [row] = await manager.query<{ total: number }[]>(`SELECT count(*) AS total ${from}`, [...parameters]);
  return row?.total ?? 0;
}

function toUnit({ changedAt, ...unit }: UnitColumns): OrgUnitView {
  return { ...unit, changedAt: new Date(changedAt) };
}
