import { List, Nested, Paging } from '../../http/fields';
import { VisitType } from './visit.dto';

export class VisitTypeCreateReq {
  @Nested(() => VisitType, { description: 'The visit type' }) VisitType: VisitType;
}

/** What is left out stays as it is. */
export class VisitTypeUpdateReq extends VisitType {}

export class VisitTypesResp {
  @List(() => VisitType, { description: 'The visit types, by title', item: 'VisitType' })
  VisitTypes: VisitType[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}
