import { Integer, List, Nested, Text } from '../../http/fields';
import { PageQuery, Paging } from '../../http/paging';
import { VisitorIdentifier } from './identifier.dto';

export class IdentifierQuery extends PageQuery {
  @Integer({ description: '0 free, 1 assigned, 2 lost', required: false, min: 0, max: 2, example: 0 })
  Status?: number;
  @Integer({ description: 'Technology of the card', required: false, min: 0, max: 5, example: 2 })
  Technology?: number;
  @Integer({ description: '3: visiting card', required: false, min: 0, max: 99, example: 3 }) Type?: number;
  @Text({
    description:
      'What InternalNrLong begins with (case and leading zeros do not count), or RegistrationNr (case counts)',
    required: false,
    min: 1,
    max: 100,
    example: 'V-0',
  })
  Text?: string;
}

export class IdentifierCreateReq {
  @Nested(() => VisitorIdentifier, { description: 'The card' }) Identifier: VisitorIdentifier;
}

/** What is left out stays as it is. */
export class IdentifierUpdateReq extends VisitorIdentifier {}

export class IdentifiersResp {
  @List(() => VisitorIdentifier, {
    description: 'The cards, by RegistrationNr, then by InternalNrLong',
    item: 'Identifier',
  })
  Identifiers: VisitorIdentifier[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}
