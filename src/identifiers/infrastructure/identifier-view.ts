import type { IdentifierView } from '../../shared/identifier';
import type { IdentifierRow } from './identifier.row';

/** A card as it is shown. A lost one is lost, whoever has it. */
export function identifierView(row: IdentifierRow): IdentifierView {
  return { ...row, status: row.lost ? 2 : row.heldBy === null ? 0 : 1 };
}
