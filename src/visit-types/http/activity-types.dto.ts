import { Choice, Integer, List, Nested, Paging, Text, type YesNo, yesNo } from '../../http/fields';

export class ActivityType {
  @Text({ description: 'Unique title', min: 1, max: 100, example: 'Safety training' }) Title: string;
  @Text({ description: 'Short form', required: false, max: 30, example: 'ST' }) Shortcut: string | null;
  @Integer({
    description: 'Days after which the activity is due again',
    required: false,
    min: 0,
    max: 100_000,
    example: 365,
  })
  Frequency: number | null;
  @Choice(yesNo, { description: 'Whether the visitor signs', required: false, example: 1 })
  Signed: YesNo | null;
}

export class ActivityTypesResp {
  @List(() => ActivityType, { description: 'By title', item: 'ActivityType' }) ActivityTypes: ActivityType[];
  @Nested(() => Paging, { description: 'Where in the list this is' }) Paging: Paging;
}

export class ActivityTypeCreateReq {
  @Nested(() => ActivityType, { description: 'The kind of activity' }) ActivityType: ActivityType;
}
