import type { BoundRow } from '../../http/fields';
import type { ImportRow } from '../application/import-rows';
import type { PersonChange, UnitChange } from '../application/ports';
import type { OrgStructure, Person } from './directory.dto';

/** A person as a row of an import. @param row row number, from 1 */
export function personRow({ value, faults }: BoundRow<Person>, row: number): ImportRow<PersonChange> {
  const { PersonId = '', Name, Surname, Email, Structure } = value;
  return {
    row,
    key: PersonId,
    item: given({ name: Name, surname: Surname, email: Email, structure: Structure }),
    faults,
  };
}

/** A unit as a row of an import. @param row row number, from 1 */
export function unitRow({ value, faults }: BoundRow<OrgStructure>, row: number): ImportRow<UnitChange> {
  const { Structure = '', Title, Desc, ParentUnit, Type, Shortcut } = value;
  return {
    row,
    key: Structure,
    item: given({ title: Title, description: Desc, parentUnit: ParentUnit, type: Type, shortcut: Shortcut }),
    faults,
  };
}

type Given<T> = { [Name in keyof T]?: NonNullable<T[Name]> };

/** The members that are neither undefined nor null. */
function given<T extends object>(members: T): Given<T> {
  const entries = Object.entries(members).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Given<T>;
}
