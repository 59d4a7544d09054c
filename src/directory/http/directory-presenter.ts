import { presentPaging } from '../../http/fields';
import type { OrgUnitView, PersonView } from '../../shared/directory';
import type { Listed, Page } from '../../shared/page';
import type { UpsertReport } from '../application/upsert-directory';
import type { PersonRecord } from '../application/ports';
import type {
  OrgStructure,
  OrgStructuresResp,
  Person,
  PersonsResp,
  SimplePerson,
  SimplePersonsResp,
} from './directory.dto';
import type { UpsertResp } from './upsert.dto';

/** Presenters name every member, so that a new one is never exposed by accident. */
export function presentPerson(person: PersonView | null): SimplePerson | null {
  return person && simplePerson(person);
}

export function presentUnit(unit: OrgUnitView | null): OrgStructure | null {
  return unit && orgStructure(unit);
}

function simplePerson(person: PersonView): SimplePerson {
  return { PersonId: person.personId, Name: person.name, Surname: person.surname };
}

export function presentPersonRecord(person: PersonRecord): Person {
  return { ...simplePerson(person), Email: person.email, Structure: person.structure };
}

export function orgStructure(unit: OrgUnitView): OrgStructure {
  return {
    Structure: unit.structure,
    Title: unit.title,
    Desc: unit.description,
    ParentUnit: unit.parentUnit,
    Type: unit.type,
    Shortcut: unit.shortcut,
    TimeLastChange: unit.changedAt,
  };
}

export function presentPersons(page: Page, { rows, total }: Listed<PersonRecord>): SimplePersonsResp {
  return { Persons: rows.map(simplePerson), Paging: presentPaging(page, total) };
}

export function presentPersonRecords(page: Page, { rows, total }: Listed<PersonRecord>): PersonsResp {
  return { Persons: rows.map(presentPersonRecord), Paging: presentPaging(page, total) };
}

export function presentUnits(page: Page, { rows, total }: Listed<OrgUnitView>): OrgStructuresResp {
  return { OrgStructures: rows.map(orgStructure), Paging: presentPaging(page, total) };
}

export function presentUpsert({ results, totals }: UpsertReport, dryRun: boolean): UpsertResp {
  return {
    Results: results.map(({ row, key, outcome, faults }) => ({
      Row: row,
      Key: key || null,
      Outcome: outcome,
      Faults: faults.map(({ field, problem }) => ({ Field: field, Problem: problem })),
    })),
    Created: totals.created,
    Changed: totals.changed,
    Left: totals.left,
    Refused: totals.refused,
    DryRun: dryRun,
  };
}
