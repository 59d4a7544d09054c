import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import { pageOf, presentPaging, refuseBoth } from '../../http/fields';
import type { Caller } from '../../shared/caller';
import { AdministerIdentifiers } from '../application/administer-identifiers';
import { identifierRequest, presentIdentifier } from './identifier-presenter';
import {
  IdentifierCreateReq,
  IdentifierQuery,
  IdentifiersResp,
  IdentifierUpdateReq,
} from './identifier-requests.dto';
import { VisitorIdentifier } from './identifier.dto';

/** The stock of cards. */
@Controller()
export class IdentifiersController {
  constructor(private readonly administer: AdministerIdentifiers) {}

  @Action('GET identifier/getAll', {
    summary: 'List cards',
    description: 'The cards that the caller may view: all, or those that the caller entered.',
    tag: 'Cards',
    request: IdentifierQuery,
    response: IdentifiersResp,
    requires: ['Identifiers:View'],
    errors: [],
  })
  async getAll(@CurrentCaller() caller: Caller, @Input() query: IdentifierQuery): Promise<IdentifiersResp> {
    const { Status: status = null, Technology: technology = null, Type: type = null } = query;
    const page = pageOf(query);
    const filter = { status, technology, type, text: query.Text ?? null };
    const { rows, total } = await this.administer.list(caller, filter, page);
    return { Identifiers: rows.map(presentIdentifier), Paging: presentPaging(page, total) };
  }

  @Action('POST identifier/create', {
    summary: 'Enter a card',
    description:
      'Status 2 enters the card as lost; 1 is refused, because only a visit assigns a card. Default: Type 3, Technology 0.',
    tag: 'Cards',
    request: IdentifierCreateReq,
    response: VisitorIdentifier,
    requires: ['Identifiers:New'],
    errors: ['IdentifierExists', 'VisitUpdateFailed'],
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Input() { Identifier }: IdentifierCreateReq,
  ): Promise<VisitorIdentifier> {
    const { InternalNrLong } = Identifier;
    return presentIdentifier(
      await this.administer.create(caller, InternalNrLong, identifierRequest(Identifier)),
    );
  }

  @Action('POST identifier/update', {
    summary: 'Change a card',
    description:
      'Omitted members stay unchanged; Clear removes members. Status 2 marks the card as lost, even while a visit holds it: it stays with that visit, and is not free when the visit is over. Status 0: it was found again. Status 1 is refused.',
    tag: 'Cards',
    request: IdentifierUpdateReq,
    response: VisitorIdentifier,
    requires: ['Identifiers:Edit'],
    errors: ['IdentifierNotFound', 'IdentifiersEditPermission', 'VisitUpdateFailed'],
  })
  async update(
    @CurrentCaller() caller: Caller,
    @Input() request: IdentifierUpdateReq,
  ): Promise<VisitorIdentifier> {
    const { Clear = [], InternalNrLong } = request;
    refuseBoth(request, Clear);
    const cleared = { validFrom: Clear.includes('ValidFrom'), validTo: Clear.includes('ValidTo') };
    const wanted = {
      ...identifierRequest(request),
      ...(Clear.includes('RegistrationNr') && { registrationNr: '' }),
    };
    return presentIdentifier(await this.administer.update(caller, InternalNrLong, wanted, cleared));
  }
}
