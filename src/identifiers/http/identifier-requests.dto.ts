import {
  Choice,
  Clear,
  Integer,
  List,
  memberNames,
  Nested,
  PageQuery,
  Paging,
  Text,
} from '../../http/fields';
import { identifierStatuses, type IdentifierStatus } from '../../shared/identifier';
import { VisitorIdentifier } from './identifier.dto';

export class IdentifierQuery extends PageQuery {
  @Choice(identifierStatuses, { description: 'Cards of this status', required: false, example: 0 })
  Status?: IdentifierStatus;
  @Integer({ description: 'Technology of the card', required: false, min: 0, max: 5, example: 2 })
  Technology?: number;
  @Integer({ description: '3: visiting card', required: false, min: 0, max: 99, example: 3 }) Type?: number;
  @Text({
    description:
      'Beginning of InternalNrLong (case and leading zeros do not count) or of RegistrationNr (case counts)',
    required: false,
    min: 1,
    max: 100,
    trim: true,
    search: true,
    example: 'V-0',
  })
  Text?: string;
}

export class IdentifierCreateReq {
  @Nested(() => VisitorIdentifier, { description: 'The card' }) Identifier: VisitorIdentifier;
}

const clearable = ['RegistrationNr', 'ValidFrom', 'ValidTo'] as const;

/** Omitted members stay unchanged. */
export class IdentifierUpdateReq extends VisitorIdentifier {
  @Clear(
    memberNames('IdentifierClear', 'Members of a card that can be cleared', VisitorIdentifier, clearable),
  )
  Clear?: (typeof clearable)[number][];
}

export class IdentifiersResp {
  @List(() => VisitorIdentifier, {
    description: 'The cards, by RegistrationNr, then by InternalNrLong',
    item: 'Identifier',
  })
  Identifiers: VisitorIdentifier[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}
