import { XMLParser } from 'fast-xml-parser';

/** The format of a request and its answer. */
export type Format = 'json' | 'xml';
export const formats: readonly Format[] = ['json', 'xml'];
export const mediaTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  xml: 'application/xml',
};

/** An answer, parsed in the same way from JSON and XML: numbers are numbers, lists are lists, null members may be absent. */
export interface Answer {
  readonly status: number;
  /** Content type, with its charset. */
  readonly type: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly body: Body;
}

/** Every member that the tests use, of every answer. */
export interface Body {
  VisitId?: string;
  State?: number;
  Reason?: string;
  Visitor?: {
    VisitorId: string;
    Name: string;
    Surname: string;
    DateOfBirth?: string | null;
    Document?: object | null;
  };
  Vehicle?: object | null;
  Trailer?: object | null;
  VisitType?: object;
  VisitedPerson?: object | null;
  VisitedOrgStructure?: { Structure: string; TimeLastChange: string } | null;
  EscortedByPerson?: object | null;
  Identifier?: { InternalNrLong: string; Status: number } | null;
  LastVisit?: Body | null;
  VisitorMatch?: number;
  Visitors?: { VisitorId: string; Name: string; Surname: string }[];
  Activities?: {
    ActivityType: { Title: string };
    ValidTo: string;
    Attachment?: string | null;
    AttachmentBytes?: number | null;
  }[];
  ActivityTypes?: { Title: string; Frequency: number; Signed: number }[];
  Identifiers?: { InternalNrLong: string; RegistrationNr: string; Status: number }[];
  IdentifierEntryCode?: string | null;
  IdentifierEntryCodeQR?: string | null;
  History?: Step[];
  Paging?: object;
  Token?: string;
  ExpireInSec?: number;
  ExpireDate?: string;
  ActivityType?: object;
  ValidTo?: string;
  Description?: string;
  Attachment?: string;
  Message?: string;
  Code?: number | null;
  RequestId?: string;
  Details?: { Field: string; Problem: string }[];
  [member: string]: unknown;
}

/** One step of a visit's history. */
interface Step {
  Time: string;
  Command: string;
  FromState?: number | null;
  ToState: number;
  Reason?: string | null;
  ReasonCode?: number | null;
  UserLogin: string;
  Address: string;
  RequestId: string;
}

/** The body of every refusal. */
export interface Envelope {
  Message: string;
  Code: number | null;
  RequestId: string;
  Details: { Field: string; Problem: string }[];
}

/** XML item names of the lists in the contract. */
const items: Readonly<Record<string, string>> = {
  Photos: 'Photo',
  RequiredActivities: 'RequiredActivity',
  Details: 'Detail',
  History: 'Step',
  Visits: 'Visit',
  Visitors: 'Visitor',
  Persons: 'Person',
  OrgStructures: 'OrgStructure',
  VisitTypes: 'VisitType',
  ActivityTypes: 'ActivityType',
  Identifiers: 'Identifier',
  Activities: 'Activity',
  Results: 'Result',
  Transitions: 'Transition',
  ClearedBy: 'Clearance',
  Clear: 'Member',
  Faults: 'Fault',
};

/** Elements with integers. `State` is one, except in a document, where it is a country; `Type` is an integer or a text. */
const integers = new Set(
  (
    'State Type EscortRequired Technology Status DocType FromState ToState ReasonCode PageNumber PageSize ' +
    'TotalCount ExpireInSec Code Frequency Signed PhotoNumber PhotoCount Width Height Size VisitorMatch ' +
    'ActivityNumber AttachmentBytes'
  ).split(' '),
);

export function write(format: Format, body: object): string {
  return format === 'json' ? JSON.stringify(body) : `<Request>${elements(body)}</Request>`;
}

export function read(type: string, text: string): Body {
  if (type.includes('json')) return JSON.parse(text) as Body;
  if (!type.includes('xml')) return {};
  const { Response } = parser.parse(text, true) as { Response: unknown };
  return Response === '' ? {} : (typed(Response, 'Response') as Body);
}

/** The error body of an answer in either format. */
export function envelopeOf({ body }: Answer): Envelope {
  const { Message = '', Code = null, RequestId = '', Details } = body;
  return { Message, Code, RequestId, Details: Details ?? [] };
}

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

function elements(value: object): string {
  return Object.entries(value)
    .map(([name, member]) => element(name, member))
    .join('');
}

function element(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (value === null)
    return `<${name} xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>`;
  const item = items[name] ?? 'Item';
  if (Array.isArray(value)) return `<${name}>${value.map(each => element(item, each)).join('')}</${name}>`;
  if (typeof value === 'object') return `<${name}>${elements(value)}</${name}>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;')}</${name}>`;
}

function typed(node: unknown, name: string, parent = ''): unknown {
  const item = items[name];
  if (item !== undefined) {
    const listed = node === '' ? [] : (node as Record<string, unknown>)[item];
    return (Array.isArray(listed) ? listed : [listed]).map((each: unknown) => typed(each, item, name));
  }
  if (typeof node === 'object' && node !== null) {
    return Object.fromEntries(
      Object.entries(node).map(([child, value]) => [child, typed(value, child, name)]),
    );
  }
  const isNumber = integers.has(name) && !(name === 'State' && parent === 'Document');
  return isNumber && /^-?\d+$/.test(String(node)) ? Number(node) : node;
}
