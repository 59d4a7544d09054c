import { Guid, Integer, List, Nested, Text } from '../../http/fields';
import { PageQuery, Paging } from '../../http/paging';
import { ActivityType, Visitor, VisitorActivity, VisitorChange, VisitorMatchField } from './visitor.dto';

const VISITOR_ID = { description: 'The visitor', example: '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11' };

export class VisitorCreateReq {
  @Nested(() => Visitor, { description: 'The visitor' }) Visitor: Visitor;
}

export class VisitorCreateResp {
  @Nested(() => Visitor, { description: 'The visitor as on file now' }) Visitor: Visitor;
  @VisitorMatchField() VisitorMatch: number;
}

export class VisitorUpdateReq {
  @Nested(() => VisitorChange, { description: 'What changes; what is left out or null stays' })
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
      'Anywhere in name, surname, company, e-mail, phone and document number, in this order; fewer than three characters must be the beginning of the name. Case and accents do not count',
    required: false,
    max: 200,
    first: true,
    example: 'svobod',
  })
  Text?: string;
  @Text({ description: 'The whole document number', required: false, max: 50, first: true })
  DocNumber?: string;
  @Text({
    description: 'The whole e-mail address; case does not count',
    required: false,
    max: 200,
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
  @Integer({
    description: '1: with the attachments, which are null otherwise',
    required: false,
    min: 0,
    max: 1,
    first: true,
  })
  WithAttachments?: number;
}

export class ActivitiesResp {
  @List(() => VisitorActivity, { description: 'What the visitor has done, newest first', item: 'Activity' })
  Activities: VisitorActivity[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}

export class ActivityTypesResp {
  @List(() => ActivityType, { description: 'By title', item: 'ActivityType' }) ActivityTypes: ActivityType[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}

export class ActivityTypeCreateReq {
  @Nested(() => ActivityType, { description: 'The kind of activity' }) ActivityType: ActivityType;
}
