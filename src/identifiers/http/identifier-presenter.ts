import type { IdentifierView } from '../../shared/identifier';
import type { IdentifierRequest } from '../domain/identifier-data';
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

export function identifierRequest(identifier: Partial<VisitorIdentifier>): IdentifierRequest {
  return {
    registrationNr: identifier.RegistrationNr,
    technology: identifier.Technology,
    type: identifier.Type,
    status: identifier.Status,
    validFrom: identifier.ValidFrom,
    validTo: identifier.ValidTo,
  };
}
