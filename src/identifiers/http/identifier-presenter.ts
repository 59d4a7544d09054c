import type { IdentifierView } from '../../shared/identifier';
import type { VisitorIdentifier } from './identifier.dto';

/** Presenters name every member, so that a new one is never exposed by accident. */
export function presentIdentifier(identifier: IdentifierView): VisitorIdentifier {
  return {
    InternalNrLong: identifier.internalNr,
    RegistrationNr: identifier.registrationNr,
    Technology: identifier.technology,
    Type: identifier.type,
    Status: identifier.status,
    ValidFrom: identifier.validFrom,
    ValidTo: identifier.validTo,
  };
}
