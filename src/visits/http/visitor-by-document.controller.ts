import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import type { Caller } from '../../shared/caller';
import { GetVisitorByDocument } from '../application/get-visitor-by-document';
import { known } from './shown-records';
import { presentKnown } from './visit-mapper';
import { VisitorGetByDocResp } from './visit-answers.dto';
import { VisitorGetByDocReq } from './visit-requests.dto';

/** Who comes with a document; here and not with the visitors, because it answers the last visit. */
@Controller()
export class VisitorByDocumentController {
  constructor(private readonly getByDocument: GetVisitorByDocument) {}

  @Action('POST visitor/getByDoc', {
    summary: 'Find the visitor of a document',
    description:
      'The visitor and the last visit. Both are null where nobody on file has the document, and where the name or a given day of birth is not that of the record: a document number alone does not tell whose it is.',
    tag: 'At the door',
    request: VisitorGetByDocReq,
    response: VisitorGetByDocResp,
    requires: ['Visitors:View'],
    shows: known,
    errors: ['VisitorsViewPermission'],
  })
  async getByDoc(
    @CurrentCaller() caller: Caller,
    @Input() request: VisitorGetByDocReq,
  ): Promise<VisitorGetByDocResp> {
    const { DocNumber: number, State: state, DocType: type, Name: name, Surname: surname } = request;
    const shown = { document: { number, state, type }, name, surname };
    const dateOfBirth = request.DateOfBirth ?? null;
    return presentKnown(await this.getByDocument.execute(caller, { ...shown, dateOfBirth }));
  }
}
