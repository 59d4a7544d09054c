import type { OrgUnitView, PersonView } from '../../shared/directory';
import type { OrgStructure, SimplePerson } from './directory.dto';

/** What leaves: member by member, nothing by spreading. */
export function presentPerson(person: PersonView | null): SimplePerson | null {
  return person && { PersonId: person.personId, Name: person.name, Surname: person.surname };
}

export function presentUnit(unit: OrgUnitView | null): OrgStructure | null {
  if (!unit) return null;
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
