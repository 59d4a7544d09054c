import { IdentifierStatus, type IdentifierView } from '../../shared/identifier';
import type { IdentifierRow } from './identifier.row';

/** The columns that a card is shown by. */
export type CardColumns = Omit<IdentifierView, 'status'> & Pick<IdentifierRow, 'lost' | 'heldBy'>;

/** A card as it is shown. A lost one is lost, whoever has it. */
export function identifierView(row: CardColumns): IdentifierView {
  const { Free, Assigned, Lost } = IdentifierStatus;
  return { ...row, status: row.lost ? Lost : row.heldBy === null ? Free : Assigned };
}
