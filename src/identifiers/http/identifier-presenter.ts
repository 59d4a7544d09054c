import type { IdentifierView } from '../../shared/identifier';
import type { VisitorIdentifier } from './identifier.dto';

/** What leaves: member by member, nothing by spreading. */
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
