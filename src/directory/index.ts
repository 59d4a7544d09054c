/**
 * The directory: persons by PersonId and org units by path. An unknown person or unit is refused with the error number
 * of the contract.
 */
export { ImportDirectory } from './application/import-directory';
export { DirectoryStorage } from './application/ports';
export type { ImportOptions, ImportRow, RowResult, Rows, Totals } from './application/import-rows';
export { presentPerson, presentUnit } from './http/directory-presenter';
export { personRow, unitRow } from './http/directory-rows';
export { OrgStructure, Person, SimplePerson } from './http/directory.dto';
export { DirectoryModule } from './directory.module';
export { DirectoryStore } from './infrastructure/directory-store';
export { unitsAbove } from './domain/unit-path';
export { OrgUnitRow } from './infrastructure/org-unit.row';
export { PersonRow } from './infrastructure/person.row';
