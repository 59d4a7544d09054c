import { Instant, List, Nested, Paging, Text } from '../../http/fields';

/** Persons and units, in documented order. Members that only answers have are ignored in requests. */

export class SimplePerson {
  @Text({ description: 'Unique id of the person', min: 1, max: 100, trim: true, example: '100' })
  PersonId: string;
  @Text({ description: 'Given name', required: false, max: 100, example: 'Jana' }) Name: string | null;
  @Text({ description: 'Family name', required: false, max: 100, example: 'Nováková' }) Surname:
    string | null;
}

const unit = 'Organization structure - Company ABC - Production';

export class Person {
  @Text({ description: 'Unique id of the person', min: 1, max: 100, trim: true, example: '100' })
  PersonId: string;
  @Text({ description: 'Given name', required: false, min: 1, max: 100, example: 'Jana' }) Name:
    string | null;
  @Text({ description: 'Family name', required: false, min: 1, max: 100, example: 'Nováková' }) Surname:
    string | null;
  @Text({ description: 'E-mail address', required: false, max: 200, trim: true, example: 'jana@example.com' })
  Email: string | null;
  @Text({ description: 'Path of the unit', required: false, max: 1000, example: unit })
  Structure: string | null;
}

export class OrgStructure {
  @Text({ description: 'Unique path of the unit', min: 1, max: 1000, example: unit })
  Structure: string;
  @Text({ description: 'Title', required: false, max: 200, example: 'Production' }) Title: string | null;
  @Text({ description: 'Description', required: false, max: 4000, example: '' }) Desc: string | null;
  @Text({
    description: 'Path of the unit above',
    required: false,
    max: 1000,
    example: 'Organization structure - Company ABC',
  })
  ParentUnit: string | null;
  @Text({ description: 'Kind of unit', required: false, max: 100, example: 'Department' }) Type:
    string | null;
  @Text({ description: 'Short form', required: false, max: 30, example: 'PROD' }) Shortcut: string | null;
  @Instant({ description: 'When it was last changed', required: false, example: '2026-11-01T08:00:00.000Z' })
  TimeLastChange: Date | null;
}

export class SimplePersonsResp {
  @List(() => SimplePerson, { description: 'The persons of this page', item: 'Person' })
  Persons: SimplePerson[];
  @Nested(() => Paging, { description: 'Which page this is' }) Paging: Paging;
}

export class PersonsResp {
  @List(() => Person, { description: 'The persons of this page', item: 'Person' }) Persons: Person[];
  @Nested(() => Paging, { description: 'Which page this is' }) Paging: Paging;
}

export class OrgStructuresResp {
  @List(() => OrgStructure, { description: 'The units of this page', item: 'OrgStructure' })
  OrgStructures: OrgStructure[];
  @Nested(() => Paging, { description: 'Which page this is' }) Paging: Paging;
}
