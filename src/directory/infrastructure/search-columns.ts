import type { TextColumnRef } from '../../database';
import { foldText } from '../../shared/fold-text';
import type { OrgUnitRow } from './org-unit.row';
import type { PersonRow } from './person.row';

/** Name and surname in both orders. */
export const personName: TextColumnRef = { table: 'person', column: 'search_name' };
export const personSurname: TextColumnRef = { table: 'person', column: 'search_surname' };
/** Title, short form and path of a unit. */
export const unitText: TextColumnRef = { table: 'org_unit', column: 'search_text' };

/** The derived columns of a person, written with every change of a name. */
export function searchColumns({
  name,
  surname,
}: Pick<PersonRow, 'name' | 'surname'>): Pick<PersonRow, 'searchName' | 'searchSurname'> {
  return { searchName: foldText(`${name} ${surname}`), searchSurname: foldText(`${surname} ${name}`) };
}

/** The derived column of a unit, written with every change of the others. */
export function unitSearchColumns({
  title,
  shortcut,
  structure,
}: Pick<OrgUnitRow, 'title' | 'shortcut' | 'structure'>): Pick<OrgUnitRow, 'searchText'> {
  return { searchText: foldText([title, shortcut, structure].join(' ')) };
}
