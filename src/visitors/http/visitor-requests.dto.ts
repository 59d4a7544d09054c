import {
  Bytes,
  Choice,
  Clear,
  Guid,
  Integer,
  List,
  memberNames,
  Nested,
  PageQuery,
  Paging,
  Text,
} from '../../http/fields';
import { type VisitorMatch, visitorMatches } from '../../shared/visitor';
import { ListedActivity, Visitor, VisitorChange } from './visitor.dto';

/** The members that `visitor/update` can clear, by their names in requests. */
export const clearable = {
  DateOfBirth: 'dateOfBirth',
  Company: 'company',
  Email: 'email',
  PhoneNumber: 'phoneNumber',
  Language: 'language',
  Document: 'document',
} as const;

const VISITOR_ID = { description: 'The visitor', example: '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11' };

export class VisitorCreateReq {
  @Nested(() => Visitor, { description: 'The visitor' }) Visitor: Visitor;
}

export class VisitorCreateResp {
  @Nested(() => Visitor, { description: 'The visitor as on file now' }) Visitor: Visitor;
  @Choice(visitorMatches, { description: 'How the visitor was found', example: 2 })
  VisitorMatch: VisitorMatch;
}

export class VisitorUpdateReq {
  @Nested(() => VisitorChange, { description: 'The changes; omitted or null members stay unchanged' })
  Visitor: VisitorChange;
  @Clear(
    memberNames(
      'VisitorClear',
      'Members of a visitor that can be cleared',
      VisitorChange,
      Object.keys(clearable),
    ),
  )
  Clear?: (keyof typeof clearable)[];
}

export class VisitorUpdateResp {
  @Nested(() => VisitorChange, {
    description: 'The visitor as on file now; for a caller without the permission View, only the changes',
  })
  Visitor: VisitorChange;
}

export class VisitorQuery {
  @Guid(VISITOR_ID) VisitorId: string;
}

export class VisitorResp {
  @Nested(() => Visitor, { description: 'The visitor as on file now' }) Visitor: Visitor;
}

export class VisitorsQuery extends PageQuery {
  @Text({
    description:
      'Part of name, surname, company, e-mail, phone and document number, in this order; shorter than three characters, the beginning of the name. Case and accents do not count',
    required: false,
    max: 200,
    first: true,
    example: 'svobod',
  })
  Text?: string;
  @Text({ description: 'The whole document number', required: false, max: 50, trim: true, first: true })
  DocNumber?: string;
  @Text({
    description: 'The whole e-mail address; case does not count',
    required: false,
    max: 200,
    trim: true,
    first: true,
  })
  Email?: string;
}

export class VisitorsResp {
  @List(() => Visitor, { description: 'By surname and name', item: 'Visitor' }) Visitors: Visitor[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}

export class ActivitiesQuery extends PageQuery {
  @Guid({ ...VISITOR_ID, first: true }) VisitorId: string;
}

export class AttachmentQuery {
  @Guid(VISITOR_ID) VisitorId: string;
  @Integer({
    description: 'ActivityNumber of visitor/getActivities',
    min: 1,
    max: 1_000_000_000,
    example: 1,
  })
  ActivityNumber: number;
}

export class AttachmentResp extends AttachmentQuery {
  @Bytes({ description: 'The file as it was recorded', example: 'JVBERi0xLjQ=' }) Attachment: Buffer;
}

export class ActivitiesResp {
  @List(() => ListedActivity, { description: 'The activities, newest first', item: 'Activity' })
  Activities: ListedActivity[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}
