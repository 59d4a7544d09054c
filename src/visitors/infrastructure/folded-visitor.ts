import type { TextColumnRef } from '../../database';
import { foldText } from '../../shared/fold-text';
import type { VisitorRow } from './visitor.row';

/** The search text: name, surname, company, e-mail, phone and document number, folded by `foldText`. */
export const visitorText: TextColumnRef = { table: 'visitor', column: 'search_text' };

type FoldedColumns = Pick<VisitorRow, 'foldedSurname' | 'foldedName' | 'foldedEmail' | 'searchText'>;

/** The derived columns, written with every insert and update of the others. */
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
