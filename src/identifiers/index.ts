/**
 * Cards. At most one open visit holds a card, and the card is free again when that visit is over.
 */
export { AdministerIdentifiers } from './application/administer-identifiers';
export { identifierRequest, presentIdentifier } from './http/identifier-presenter';
export { VisitorIdentifier } from './http/identifier.dto';
export { IdentifiersModule } from './identifiers.module';
export { normaliseInternalNr } from './domain/internal-nr';
export { type CardColumns, identifierView } from './infrastructure/identifier-view';
export { IdentifierStore } from './infrastructure/identifier-store';
export { IdentifierRow } from './infrastructure/identifier.row';
