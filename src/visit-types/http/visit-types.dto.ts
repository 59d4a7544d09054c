import { Choice, conversions, List, Nested, Paging, Text, type YesNo, yesNo } from '../../http/fields';

export class VisitType {
  @Text({
    description: 'Unique title, by which requests refer to the type',
    min: 1,
    max: 100,
    example: 'Delivery',
  })
  Title: string;
  @Text({ description: 'Short form', required: false, max: 30, example: 'DEL' }) Shortcut: string | null;
  @Choice(yesNo, { description: 'Whether an escort has to confirm', required: false, example: 0 })
  EscortRequired: YesNo | null;
  @List(conversions.text({ min: 1, max: 100 }), {
    description: 'Titles of the activities that the visitor must have done',
    item: 'RequiredActivity',
    required: false,
    example: [],
  })
  RequiredActivities: string[] | null;
}

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
