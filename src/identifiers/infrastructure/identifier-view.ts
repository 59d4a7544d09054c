import type { IdentifierView } from '../../shared/identifier';
import type { IdentifierRow } from './identifier.row';

/** The columns that a card is shown by. */
export type CardColumns = Omit<IdentifierView, 'status'> & Pick<IdentifierRow, 'lost' | 'heldBy'>;

/** A card as it is shown. A lost one is lost, whoever has it. */
export function identifierView(row: CardColumns): IdentifierView {
  return { ...row, status: row.lost ? 2 : row.heldBy === null ? 0 : 1 };
}
