import type { TextColumnRef } from '../../database';
import { foldText } from '../../shared/fold-text';
import type { VisitorRow } from './visitor.row';

/** What a visitor is searched by: name, surname, company, e-mail, phone and document number, folded by `foldText`. */
export const visitorText: TextColumnRef = { table: 'visitor', column: 'search_text' };

type FoldedColumns = Pick<VisitorRow, 'foldedSurname' | 'foldedName' | 'foldedEmail' | 'searchText'>;

/** The columns that follow from the others: to be written with every insert and update of one of those. */
export function foldedColumns(
  visitor: Pick<VisitorRow, 'name' | 'surname' | 'company' | 'email' | 'phoneNumber' | 'docNumber'>,
): FoldedColumns {
  const { name, surname, company, email, phoneNumber, docNumber } = visitor;
  return {
    foldedSurname: foldText(surname).trim(),
    foldedName: foldText(name).trim(),
    foldedEmail: foldText(email).trim(),
    searchText: foldText([name, surname, company, email, phoneNumber, docNumber ?? ''].join(' ')),
  };
}
