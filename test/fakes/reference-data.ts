/** What stands in the directory, in the catalogues and on the board of cards before a visitor comes. */

const company = 'Organization structure - Company ABC';
export const production = `${company} - Production`;
/** Below the production. */
export const hall = `${production} - Hall 1`;
export const office = `${company} - Office`;

const changedAt = new Date('2026-01-01T00:00:00.000Z');

export const units = [
  ['Organization structure', 'Organization structure', null],
  [company, 'Company ABC', 'Organization structure'],
  [production, 'Production', company],
  [hall, 'Hall 1', production],
  [office, 'Office', company],
].map(([structure, title, parentUnit]) => ({
  structure: structure ?? '',
  title: title ?? '',
  description: '',
  parentUnit: parentUnit ?? null,
  type: 'Department',
  shortcut: '',
  changedAt,
}));

export const persons = [
  { personId: '100', name: 'Jana', surname: 'Nováková' },
  { personId: '200', name: 'Karel', surname: 'Dvořák' },
];

export const activityTypes = [
  { title: 'Safety training', shortcut: 'ST', frequency: 365, signed: true },
  { title: 'Hygiene', shortcut: 'HY', frequency: 0, signed: false },
];

export const visitTypes = [
  { title: 'Delivery', shortcut: 'DEL', escortRequired: false, requiredActivities: [] },
  { title: 'Guest', shortcut: 'GST', escortRequired: true, requiredActivities: [] },
  { title: 'Contractor', shortcut: 'CON', escortRequired: true, requiredActivities: ['Safety training'] },
  {
    title: 'Trainee',
    shortcut: 'TRA',
    escortRequired: false,
    requiredActivities: ['Hygiene', 'Safety training'],
  },
];

const card = { technology: 2, type: 3, lost: false, validFrom: null, validTo: null };
export const cards: readonly {
  internalNr: string;
  registrationNr: string;
  technology: number;
  type: number;
  lost: boolean;
  validFrom: Date | null;
  validTo: Date | null;
}[] = [
  { ...card, internalNr: '4A1B2C3', registrationNr: 'V-001' },
  { ...card, internalNr: 'BEEF', registrationNr: 'V-002' },
  { ...card, internalNr: 'DEAD', registrationNr: 'V-003', lost: true },
  {
    ...card,
    internalNr: 'CAFE',
    registrationNr: 'V-004',
    validFrom: new Date('2026-11-23T09:00:00.000Z'),
    validTo: new Date('2026-11-23T10:00:00.000Z'),
  },
];
