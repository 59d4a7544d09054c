import type { EntityManager } from 'typeorm';
import { type Condition, engineOf, type EngineName, query, sortedBy } from '../../database';
import type { OrgUnitView } from '../../shared/directory';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import type { PersonRecord } from '../application/ports';

/** Columns, source and order of a list. The last column of the order is unique. */
interface Listing {
  readonly columns: string;
  readonly from: string;
  readonly joins?: string;
  readonly order: (engine: EngineName) => string;
}

const personListing: Listing = {
  columns: 'person.person_id AS "personId", person.name, person.surname, person.email, org_unit.structure',
  from: 'person',
  joins: 'LEFT JOIN org_unit ON org_unit.seq = person.org_unit_seq',
  order: engine => `${sortedBy(engine, 'person.search_surname', 600)}, person.seq`,
};

const unitListing = (description: 'org_unit.description' | "''"): Listing => ({
  columns: `org_unit.seq, org_unit.structure, org_unit.title, ${description} AS description,
    org_unit.parent_unit AS "parentUnit", org_unit.type, org_unit.shortcut, org_unit.changed_at AS "changedAt"`,
  from: 'org_unit',
  order: engine =>
    engine === 'postgres' ? 'left(org_unit.structure, 600), org_unit.structure' : 'org_unit.structure',
});

interface UnitColumns extends Omit<OrgUnitView, 'changedAt' | 'description'> {
  readonly seq: number;
  readonly changedAt: string;
  description: string;
}

/** Number of descriptions read at once. A thousand of the longest have 8 MB and would block the event loop. */
const PORTION = 200;

/** Unsorted. */
export function findPersons(manager: EntityManager, { sql, parameters }: Condition): Promise<PersonRecord[]> {
  return query<PersonRecord>(manager, `${select(personListing)} WHERE ${sql}`, parameters);
}

/** Unsorted. */
export async function findUnits(
  manager: EntityManager,
  { sql, parameters }: Condition,
): Promise<OrgUnitView[]> {
  const rows = await query<UnitColumns>(
    manager,
    `${select(unitListing('org_unit.description'))} WHERE ${sql}`,
    parameters,
  );
  return rows.map(toUnit);
}

/** By surname, then name. */
export function listPersons(
  manager: EntityManager,
  condition: Condition,
  page: Page,
): Promise<Listed<PersonRecord>> {
  return list<PersonRecord>(manager, personListing, condition, page);
}

/** By path. For a long page, descriptions are read in portions after the rows have been selected. */
export async function listUnits(
  manager: EntityManager,
  condition: Condition,
  page: Page,
): Promise<Listed<OrgUnitView>> {
  const isLong = page.size > PORTION;
  const listing = unitListing(isLong ? "''" : 'org_unit.description');
  const { rows, total } = await list<UnitColumns>(manager, listing, condition, page);
  if (isLong) await readDescriptions(manager, rows);
  return { rows: rows.map(toUnit), total };
}

async function readDescriptions(manager: EntityManager, rows: readonly UnitColumns[]): Promise<void> {
  for (let from = 0; from < rows.length; from += PORTION) {
    const portion = rows.slice(from, from + PORTION);
    const found = await query<Pick<UnitColumns, 'seq' | 'description'>>(
      manager,
      `SELECT seq, description FROM org_unit WHERE seq IN (${portion.map(() => '?').join(', ')})`,
      portion.map(({ seq }) => seq),
    );
    const descriptions = new Map(found.map(({ seq, description }) => [seq, description]));
    for (const row of portion) row.description = descriptions.get(row.seq) ?? '';
  }
}

async function list<Row>(
  manager: EntityManager,
  listing: Listing,
  { sql, parameters }: Condition,
  page: Page,
): Promise<Listed<Row>> {
  const rows = await query<Row>(
    manager,
    `${select(listing)} WHERE ${sql} ORDER BY ${listing.order(engineOf(manager))} LIMIT ? OFFSET ?`,
    [...parameters, page.size, offsetOf(page)],
  );
  const [counted] = await query<{ total: number }>(
    manager,
    `SELECT count(*) AS total FROM ${listing.from} WHERE ${sql}`,
    parameters,
  );
  return { rows, total: counted?.total ?? 0 };
}

function select({ columns, from, joins = '' }: Listing): string {
  return `SELECT ${columns} FROM ${from} ${joins}`;
}

function toUnit({ seq: _, changedAt, ...unit }: UnitColumns): OrgUnitView {
  return { ...unit, changedAt: new Date(changedAt) };
}
