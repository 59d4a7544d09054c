import { Choice, Instant, Integer, Text } from '../../http/fields';
import { identifierStatuses, type IdentifierStatus } from '../../shared/identifier';

/** A card, in documented order. Visits refer to it by the internal number only. */
export class VisitorIdentifier {
  @Text({
    description: 'Number inside the card, hexadecimal; leading zeros do not count',
    min: 1,
    max: 20,
    pattern: /^[0-9a-fA-F]+$/,
    shape: 'hexadecimal',
    example: '4A1B2C3',
  })
  InternalNrLong: string;
  @Text({
    description: 'Number printed on the card',
    required: false,
    max: 100,
    trim: true,
    example: 'V-001',
  })
  RegistrationNr: string | null;
  @Integer({ description: 'Technology of the card', required: false, min: 0, max: 5, example: 2 })
  Technology: number | null;
  @Integer({ description: '3: visiting card', required: false, min: 0, max: 99, example: 3 }) Type:
    number | null;
  @Choice(identifierStatuses, { description: 'Status of the card', required: false, example: 0 })
  Status: IdentifierStatus | null;
  @Instant({
    description: 'Usable from; a date alone: from its beginning',
    required: false,
    example: '2026-01-01T00:00:00.000Z',
  })
  ValidFrom: Date | null;
  @Instant({
    description: 'Usable until; a date alone: until its end',
    required: false,
    day: 'end',
    example: '2027-12-31T00:00:00.000Z',
  })
  ValidTo: Date | null;
}
