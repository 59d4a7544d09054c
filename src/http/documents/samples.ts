import type { Told } from './examples';

/** An example call in the documents: a request that works on the demo service, and its answer. */
interface Sample {
  /** The whole body or query. Left out: the examples of all its members. */
  readonly asked?: Told;
  /** Where the answer differs from the examples of its members. */
  readonly answered?: Told;
}

/** Each command has a separate visit in the right state, so that they can be tried in any order. */
export const sampleVisits = {
  last: visitId('10'),
  read: visitId('11'),
  update: visitId('12'),
  verify: visitId('13'),
  check: visitId('14'),
  approve: visitId('15'),
  enter: visitId('16'),
  stepOut: visitId('17'),
  end: visitId('18'),
  reject: visitId('19'),
  addPhoto: visitId('1a'),
  create: visitId('21'),
  schedule: visitId('22'),
} as const;

function visitId(end: string): string {
  return `5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b${end}`;
}

const VISITOR = '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11';
const company = 'Organization structure - Company ABC';

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const visitor = { VisitorId: VISITOR, Name: 'Petr', Surname: 'Svoboda' };
const newcomer = {
  Name: 'Eva',
  Surname: 'Malá',
  DateOfBirth: '1991-03-02',
  Company: 'Acme Logistics',
  Email: 'eva@example.com',
  Document: { DocNumber: 'EM654321', State: 'CZ', DocType: 0 },
};
const lorry = { VehicleLP: '1AB 2345', Type: 1, Model: 'Transit', Desc: 'white van' };
const newLorry = { VehicleLP: '3AC 4711', Type: 1 };
const trailer = { VehicleLP: '2AB 6789', Type: 3, Model: 'Böckmann', Desc: 'with a cover' };
const asked = {
  Visitor: visitor,
  Vehicle: lorry,
  Trailer: trailer,
  VisitType: { Title: 'Delivery' },
  VisitedPerson: { PersonId: '100' },
  VisitedOrgStructure: { Structure: `${company} - Production` },
  EscortedByPerson: { PersonId: '200' },
  Reason: 'Delivery of spare parts',
};

const escort = { PersonId: '200', Name: 'Karel', Surname: 'Dvořák' };
const shown = { Trailer: trailer, EscortedByPerson: escort, Identifier: null };
const guest = { Title: 'Guest', Shortcut: 'GST', EscortRequired: 1, RequiredActivities: [] };
const fitter = {
  Title: 'Fitter',
  Shortcut: 'FIT',
  EscortRequired: 1,
  RequiredActivities: ['Safety training'],
};
const fireDrill = { Title: 'Fire drill', Shortcut: 'FD', Frequency: 730, Signed: 0 };
const card = (end: number, status: number) => ({
  InternalNrLong: `4A1B2C${end}`,
  RegistrationNr: `V-00${end - 2}`,
  Status: status,
  ValidFrom: null,
  ValidTo: null,
});
const photo = { VisitId: sampleVisits.addPhoto, PhotoNumber: 1 };

/** The visit of a command, other members of the request, and the visit after the command. */
function command(
  name: keyof typeof sampleVisits,
  state: number,
  body: Told = {},
  answered: Told = {},
): Sample {
  return {
    asked: { VisitId: sampleVisits[name], ...body },
    answered: {
      LastVisit: { ...shown, VisitId: sampleVisits.last, State: 7 },
      VisitId: sampleVisits[name],
      ...shown,
      State: state,
      ...answered,
    },
  };
}

const begun = { VisitorMatch: 1 };

/** By action. A test sends every one of them to the demo service. */
export const samples: Partial<Record<string, Sample>> = {
  'visit/create': command(
    'create',
    0,
    { ...asked, Identifier: { InternalNrLong: '4A1B2C3' }, Photos: [PIXEL] },
    { ...begun, Identifier: card(3, 1) },
  ),
  'visit/schedule': command('schedule', 1, { VisitDate: '2026-11-24T09:00:00.000Z', ...asked }, begun),
  'visit/update': command(
    'update',
    0,
    {
      Vehicle: newLorry,
      Identifier: { InternalNrLong: '4A1B2C4' },
      Clear: ['Trailer'],
    },
    { Vehicle: { ...newLorry, Model: '', Desc: '' }, Trailer: null, Identifier: card(4, 1) },
  ),
  'visit/get': command('read', 5),
  'visit/getHistory': { asked: { VisitId: sampleVisits.read } },
  'visit/getTransitions': {
    asked: { VisitId: sampleVisits.read },
    answered: {
      VisitId: sampleVisits.read,
      State: 5,
      Transitions: [{ Command: 'enter', Allowed: true, ToState: 6, Code: null, ClearedBy: [] }],
    },
  },
  'visit/getIdentifierEntryCode': { asked: { VisitId: sampleVisits.read } },
  'visit/getIdentifierEntryCodeImage': { asked: { VisitId: sampleVisits.read, Format: 'png', Size: 300 } },
  'visit/getPhoto': { asked: { VisitId: sampleVisits.read, PhotoNumber: 1 } },
  'visit/getAll': {
    asked: { PageNumber: 1, PageSize: 100, From: '2026-11-22', State: [5, 6], Sort: '-ValidFrom' },
    answered: { Paging: { ChangedUntil: null } },
  },
  'visit/verify': command('verify', 2, {
    Method: 0,
    Document: { DocNumber: 'AB123456', State: 'CZ', DocType: 1 },
    Reason: 'at the desk',
  }),
  'visit/check': command('check', 5, { Reason: 'at the desk' }),
  'visit/approve': command(
    'approve',
    5,
    { ApprovedByPerson: { PersonId: '200' }, Reason: 'I am on my way' },
    { VisitType: guest },
  ),
  'visit/enter': command('enter', 6, { Reason: 'at the gate' }),
  'visit/stepOut': command('stepOut', 5, { Reason: 'fetches a tool' }),
  'visit/end': command('end', 7, { Reason: 'left' }),
  'visit/reject': command('reject', 8, { ReasonCode: 1, Reason: 'called off' }),
  'visit/addPhoto': { asked: { VisitId: sampleVisits.addPhoto, Photo: PIXEL }, answered: photo },
  'visitor/create': {
    asked: { Visitor: newcomer },
    answered: {
      Visitor: {
        ...newcomer,
        VisitorId: 'd3f6f0a4-6d0f-4c57-9a3c-3c6f3b1f2a55',
        PhoneNumber: '',
        Language: null,
      },
      VisitorMatch: 0,
    },
  },
  'visitor/update': { asked: { Visitor: { VisitorId: VISITOR, PhoneNumber: '+420 600 000 000' } } },
  'visitor/getAll': { asked: { PageNumber: 1, PageSize: 100, Text: 'svobod' } },
  'visitor/getByDoc': {
    answered: { LastVisit: { ...shown, VisitId: sampleVisits.last, State: 7 } },
  },
  'visitor/getActivities': {
    asked: { PageNumber: 1, PageSize: 100, VisitorId: VISITOR },
    answered: { Activities: [{ Attachment: null }] },
  },
  'visitor/createActivity': {
    asked: {
      VisitorId: VISITOR,
      Activity: {
        ActivityType: { Title: 'Safety training' },
        ValidTo: '2027-11-23T00:00:00.000Z',
        Description: 'Instructed by J. Nováková',
        Attachment: 'JVBERi0xLjQ=',
      },
    },
  },
  'identifier/getAll': {
    asked: { PageNumber: 1, PageSize: 100, Status: 0, Text: 'V-0' },
    answered: { Identifiers: [card(6, 0)] },
  },
  'identifier/create': {
    asked: { Identifier: { InternalNrLong: '4A1B2C9', RegistrationNr: 'V-007', Technology: 2, Type: 3 } },
    answered: card(9, 0),
  },
  'identifier/update': { asked: { InternalNrLong: '4A1B2C5', Status: 2 }, answered: card(5, 2) },
  'person/upsert': {
    asked: {
      Persons: [{ PersonId: '300', Name: 'Eva', Surname: 'Novotná', Structure: `${company} - Production` }],
    },
    answered: { Results: [{ Key: '300', Faults: [] }] },
  },
  'orgStructure/upsert': {
    asked: { OrgStructures: [{ Structure: `${company} - Reception`, Type: 'Department' }] },
    answered: { Results: [{ Key: `${company} - Reception`, Faults: [] }] },
  },
  'visit/getPersonByName': { asked: { PageNumber: 1, PageSize: 100, Name: '%novak%', UseDiacritics: 0 } },
  'person/getAll': { asked: { PageNumber: 1, PageSize: 100, Text: 'novak' } },
  'visit/getStructureAll': { asked: { PageNumber: 1, PageSize: 100, Structure: company } },
  'orgStructure/getAll': { asked: { PageNumber: 1, PageSize: 100, ParentUnit: company } },
  'visitType/create': {
    asked: { VisitType: fitter },
    answered: fitter,
  },
  'visitType/update': { asked: { Title: 'Guest', Shortcut: 'GST' }, answered: guest },
  'activityType/create': {
    asked: { ActivityType: fireDrill },
    answered: fireDrill,
  },
};
