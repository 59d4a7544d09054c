import { Bytes, CalendarDate, Choice, Guid, Instant, Integer, Nested, Text } from '../../http/fields';
import { type DocumentType, documentTypes } from '../../shared/visitor';
import { ActivityType } from '../../visit-types';

/** Visitors and their activities, in documented order. */

export class IdentityDocument {
  @Text({ description: 'Document number', min: 1, max: 50, trim: true, example: 'AB123456' })
  DocNumber: string;
  @Text({ description: 'Issuing country', min: 1, max: 100, trim: true, example: 'CZ' }) State: string;
  @Choice(documentTypes, { description: 'Kind of document', example: 1 }) DocType: DocumentType;
}

class VisitorDetails {
  @CalendarDate({ description: 'Day of birth', required: false, example: '1980-05-17' }) DateOfBirth:
    string | null;
  @Text({ description: 'Company', required: false, max: 200, example: 'Acme Logistics' }) Company:
    string | null;
  @Text({ description: 'E-mail address', required: false, max: 200, trim: true, example: 'petr@example.com' })
  Email: string | null;
  @Text({ description: 'Phone number', required: false, max: 100, trim: true, example: '+420 600 000 000' })
  PhoneNumber: string | null;
  @Text({
    description: 'Language to speak to the visitor in, BCP 47',
    required: false,
    max: 35,
    pattern: /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
    shape: 'a BCP 47 language tag',
    example: 'cs-CZ',
  })
  Language: string | null;
  @Nested(() => IdentityDocument, { description: 'Identity document on file', required: false })
  Document: IdentityDocument | null;
}

export class Visitor extends VisitorDetails {
  @Guid({
    description:
      'In a request: that visitor, registered with this id if unknown. Absent: the visitor on file with the same document, else with the same e-mail address and name, else with the same name and day of birth, else a new one. Nothing on file is overwritten, and VisitorMatch says how the visitor was found',
    required: false,
    first: true,
    example: '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11',
  })
  VisitorId: string | null;
  @Text({ description: 'Given name', min: 1, max: 100, first: true, example: 'Petr' }) Name: string;
  @Text({ description: 'Family name', min: 1, max: 100, first: true, example: 'Svoboda' }) Surname: string;
}

/** Changes of a visitor on file. */
export class VisitorChange extends VisitorDetails {
  @Guid({ description: 'The visitor', first: true, example: '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11' })
  VisitorId: string;
  @Text({ description: 'Given name', required: false, min: 1, max: 100, first: true, example: 'Petr' })
  Name: string | null;
  @Text({ description: 'Family name', required: false, min: 1, max: 100, first: true, example: 'Svoboda' })
  Surname: string | null;
}

export class VisitorActivity {
  @Nested(() => ActivityType, { description: 'The type, referred to by its title' })
  ActivityType: ActivityType;
  @Instant({
    description: 'Valid until; a date alone: until its end',
    day: 'end',
    example: '2027-11-23T00:00:00.000Z',
  })
  ValidTo: Date;
  @Text({ description: 'Description', max: 4000, required: false, example: 'Instructed by J. Nováková' })
  Description: string | null;
  @Bytes({ description: 'A file, such as the signed form', required: false, example: 'JVBERi0xLjQ=' })
  Attachment: Buffer | null;
}

/** An activity in a list, where `Attachment` is null. */
export class ListedActivity extends VisitorActivity {
  @Integer({
    description: 'Number of the activity, for reading its attachment: from 1, in the order of recording',
    min: 1,
    max: 1_000_000_000,
    example: 1,
  })
  ActivityNumber: number;
  @Integer({
    description: 'Size of the attachment in bytes; null without one',
    required: false,
    min: 0,
    max: 1_000_000_000,
    example: 8,
  })
  AttachmentBytes: number | null;
}
