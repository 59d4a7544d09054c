import { SimplePerson } from '../../directory';
import { CalendarDate, Choice, Guid, Integer, Nested, PageQuery, Text } from '../../http/fields';
import { words } from '../../shared/enumeration';
import { type DocumentType, documentTypes } from '../../shared/visitor';
import { IdentityDocument, VisitorActivity } from '../../visitors';
import { type RejectReason, rejectReasons } from '../domain/move';
import { type VerifyMethod, verifyMethods } from './verify-method';
import { VISIT_ID } from './visit.dto';

export class VisitQuery {
  @Guid(VISIT_ID) VisitId: string;
}

export type PictureFormat = 'png' | 'svg';

const pictureFormats = words<PictureFormat>('PictureFormat', 'Format of a picture', {
  png: 'of as many pixels as were asked for',
  svg: 'sharp at every size',
});

export class EntryCodeImageQuery extends VisitQuery {
  @Choice(pictureFormats, { description: 'png when left out', required: false, example: 'png' })
  Format?: PictureFormat;
  @Integer({
    description: 'Width and height in pixels; 300 when left out',
    required: false,
    min: 100,
    max: 1000,
    example: 300,
  })
  Size?: number;
}

export class HistoryQuery extends PageQuery {
  @Guid({ ...VISIT_ID, first: true }) VisitId: string;
}

export class VisitCommandReq extends VisitQuery {
  @Text({ description: 'Kept in the history', required: false, max: 4000, example: 'at the gate' })
  Reason?: string;
}

export class VisitVerifyReq extends VisitCommandReq {
  @Choice(verifyMethods, { description: 'How the identity is verified', example: 0 }) Method: VerifyMethod;
  @Nested(() => IdentityDocument, {
    description: 'For method Document: must equal the one on file; kept when there is none',
    required: false,
  })
  Document?: IdentityDocument;
  @Text({
    description: 'For method EntryCode: the six digits, or the text of the pass (IdentifierEntryCodeQR)',
    required: false,
    max: 400,
    pattern: /^([0-9]{6}|[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+){2})$/,
    shape: 'six digits or the text of a pass',
    example: '042317',
  })
  EntryCode?: string;
}

export class VisitApproveReq extends VisitQuery {
  @Nested(() => SimplePerson, { description: 'Who confirms; the id is enough' })
  ApprovedByPerson: SimplePerson;
  @Text({ description: 'Kept in the history', max: 4000, example: 'expected' }) Reason: string;
}

export class VisitRejectReq extends VisitQuery {
  @Choice(rejectReasons, { description: 'Why the visit is rejected', example: 1 }) ReasonCode: RejectReason;
  @Text({ description: 'The reason for rejecting the visit', max: 4000, example: 'called off' })
  Reason: string;
}

export class VisitEndReq extends VisitQuery {
  @Text({ description: 'The reason for ending the visit', max: 4000, example: 'left' }) Reason: string;
}

export class ActivityCreateReq {
  @Guid({ description: 'The visitor', example: '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11' }) VisitorId: string;
  @Nested(() => VisitorActivity, { description: 'What the visitor has done' }) Activity: VisitorActivity;
}

export class VisitorGetByDocReq {
  @Text({ description: 'Document number', max: 50, trim: true, example: 'AB123456' }) DocNumber: string;
  @Text({ description: 'Issuing country', max: 100, trim: true, example: 'CZ' }) State: string;
  @Choice(documentTypes, { description: 'Kind of document', example: 1 }) DocType: DocumentType;
  @Text({ description: 'Given name; case and accents do not count', max: 100, example: 'Petr' }) Name: string;
  @Text({ description: 'Family name; case and accents do not count', max: 100, example: 'Svoboda' })
  Surname: string;
  @CalendarDate({ description: 'Day of birth', required: false, example: '1980-05-17' }) DateOfBirth?: string;
}
