import { enumeration } from './enumeration';

/** Kinds of identity documents, with the values of the contract. */
export const DocumentType = { Passport: 0, IdentityCard: 1, Other: 2 } as const;

export type DocumentType = (typeof DocumentType)[keyof typeof DocumentType];

export const documentTypes = enumeration('DocumentType', 'Kind of identity document', DocumentType, {
  Passport: 'a passport',
  IdentityCard: 'an identity card',
  Other: 'another document',
});

/** An identity document. Number, issuing country and type together identify one person. */
export interface DocumentData {
  readonly number: string;
  /** The issuing country. */
  readonly state: string;
  readonly type: DocumentType;
}

/**
 * Key by which documents are compared. Case, blanks and hyphens of the number and the case of the state do not count,
 * and full-width letters and digits equal the ordinary ones.
 */
export function documentKey({ number, state, type }: DocumentData): string {
  return [foldedNumber(number), foldedCase(state).trim(), type].join('\t');
}

/** The number of a document, folded for comparison. */
export function foldedNumber(number: string): string {
  const folded = foldedCase(number);
  return folded.replace(/[\s\p{Pd}\u2212]/gu, '') || folded;
}

/** Keeps accents: in some scripts they make another letter. NFKC can expand a sign to more letters than an index holds. */
function foldedCase(text: string): string {
  const wide = text.normalize('NFKC');
  return (wide.length > 2 * text.length ? text.normalize('NFC') : wide).toLowerCase();
}

/** A visitor as described by a request. */
export interface VisitorData {
  /** Null: a new visitor, or one on file found by the other members. */
  readonly id: string | null;
  readonly name: string;
  readonly surname: string;
  /** `yyyy-mm-dd` */
  readonly dateOfBirth: string | null;
  readonly company: string;
  readonly email: string;
  readonly phoneNumber: string;
  /** BCP 47. */
  readonly language: string | null;
  readonly document: DocumentData | null;
}

/**
 * A visitor as shown by an answer. A caller with the View permission gets what is on file. Others get Name, Surname and
 * VisitorId as in a list of visits, or what they sent themselves. Null: not shown.
 */
export type ShownVisitor = Pick<VisitorData, 'id' | 'name' | 'surname'> & {
  readonly [Member in Exclude<keyof VisitorData, 'id' | 'name' | 'surname'>]: VisitorData[Member] | null;
};

/** How the visitor of a request was found. */
export const VisitorMatch = {
  New: 0,
  VisitorId: 1,
  Document: 2,
  EmailAndName: 3,
  NameAndDateOfBirth: 4,
} as const;

export type VisitorMatch = (typeof VisitorMatch)[keyof typeof VisitorMatch];

export const visitorMatches = enumeration('VisitorMatch', 'How the visitor was found', VisitorMatch, {
  New: 'a new visitor',
  VisitorId: 'on file by VisitorId',
  Document: 'on file by the document',
  EmailAndName: 'on file by e-mail address and name',
  NameAndDateOfBirth: 'on file by name and day of birth',
});

/** An activity of a visitor, such as a safety training. */
export interface ActivityData {
  /** Title of the activity type. */
  readonly activityType: string;
  readonly validTo: Date;
  readonly description: string;
  readonly attachment: Buffer | null;
}

export interface ActivityTypeView {
  readonly title: string;
  readonly shortcut: string;
  readonly frequency: number;
  readonly signed: boolean;
}
