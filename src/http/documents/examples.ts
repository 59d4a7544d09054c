import type { ErrorCode, ErrorParams } from '../../shared/errors/error-catalogue';
import { type DtoClass, type Field, fieldsOf } from '../fields';

/** A DTO built from the examples of its fields; given values replace the examples. */
export function exampleOf(type: DtoClass, told: Told = {}): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(type).map(field => [field.name, valueOf(field, told[field.name])]));
}

/** Some of the members of a DTO. */
export type Told = Readonly<Record<string, unknown>>;

function valueOf({ kind, type, example }: Field, told: unknown): unknown {
  if (told === null || !type) return told === undefined ? (example ?? null) : told;
  if (kind === 'object') return exampleOf(type(), told as Told | undefined);
  return ((told ?? [{}]) as Told[]).map(item => exampleOf(type(), item));
}

/** The date of the examples. */
const DAY_OF_EXAMPLES = Date.parse('2026-11-23');
const DAY_MS = 86_400_000;

/** Moves the dates in a text with examples, except dates of birth, as if the examples were written for `today`. */
export function movedTo(today: Date, text: string): string {
  const moved = Math.floor((today.getTime() - DAY_OF_EXAMPLES) / DAY_MS) * DAY_MS;
  return text.replace(/\b20[2-9]\d-\d\d-\d\d(?=["T<])/g, date =>
    new Date(Date.parse(date) + moved).toISOString().slice(0, 10),
  );
}

const VISIT = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const VISITOR = '7c1e1b0a-5d7e-4f0e-9b1a-2f6f7e0c4d11';
const TOKEN = '3f0c9d5e-8a53-4c3e-9a43-1f5b6f1e7a10';
export const REQUEST_ID = '9b2f6c1e-0c5d-4f6a-8e21-6f0d2c7b9a44';

/** The values for `{0}`, `{1}` … in the example messages. */
const params: Partial<Record<ErrorCode, readonly (string | number)[]>> = {
  TokenNotFound: [TOKEN],
  TokenExpired: [TOKEN],
  AddressRefused: ['192.0.2.7'],
  FilterUnreadable: ['10.0.0.0/99'],
  RateExceeded: ['reception'],
  PersonNotFound: ['100'],
  IdentifierNotFound: ['4A1B2C3'],
  IdentifiersViewPrivilege: ['reception'],
  StructureNotFound: ['Organization structure - Company ABC - Production'],
  StructureViewPrivilege: ['reception'],
  PersonsViewPermission: ['reception'],
  StructureViewPermission: ['reception'],
  VisitUpdateFailed: ['storage busy'],
  VisitCannotBeEnded: [VISIT],
  VisitExists: [VISIT],
  VisitCannotMove: [VISIT, 0, 'entered'],
  VisitOutsideWindow: [VISIT, '2026-11-23T07:00:00.000Z', '2026-11-23T22:59:59.999Z'],
  IdentityNotVerified: [VISIT],
  NoEntryCode: [VISIT],
  VisitTypeExists: ['Delivery'],
  PhotoNotFound: [1, VISIT],
  VisitTypeNotFound: ['Delivery'],
  VisitorNotFound: [VISITOR],
  AttachmentNotFound: [1, VISITOR],
  VisitorsViewPrivilege: ['reception'],
  VisitorsViewPermission: [VISITOR],
  VisitorsEditPermission: [VISITOR],
  VisitorExists: [VISITOR],
  ActivityTypeExists: ['Safety training'],
  IdentifierAssigned: ['4A1B2C3'],
  ActivityTypeNotFound: ['Safety training'],
  IdentifierUnusable: ['4A1B2C3'],
  DocumentOfAnother: [VISITOR],
  IdentifierExists: ['4A1B2C3'],
  IdentifiersEditPermission: ['4A1B2C3'],
  BodyTooLarge: [1_048_576],
  ServerFault: [REQUEST_ID],
};

export function errorParams<Code extends ErrorCode>(code: Code): ErrorParams<Code> {
  return (params[code] ?? []) as ErrorParams<Code>;
}
