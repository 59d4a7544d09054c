import { IdentifierStatus, type IdentifierView } from '../../shared/identifier';
import type { IdentifierRow } from './identifier.row';

/** The columns of a shown card. */
export type CardColumns = Omit<IdentifierView, 'status'> & Pick<IdentifierRow, 'lost' | 'heldBy'>;

/** A card as shown. A lost card is `Lost` even if a visit holds it. */
export function identifierView(row: CardColumns): IdentifierView {
  const { Free, Assigned, Lost } = IdentifierStatus;
  return { ...row, status: row.lost ? Lost : row.heldBy === null ? Free : Assigned };
}
