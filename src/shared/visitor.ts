import { enumeration } from './enumeration';

/** Kinds of identity documents, with the values of contract 6. */
export const DocumentType = { Passport: 0, IdentityCard: 1, Other: 2 } as const;

export type DocumentType = (typeof DocumentType)[keyof typeof DocumentType];

export const documentTypes = enumeration('DocumentType', 'Kind of identity document', DocumentType, {
  Passport: 'a passport',
  IdentityCard: 'an identity card',
  Other: 'another document',
});

/** An identity document: number, issuing country and type together name one person. */
export interface DocumentData {
  readonly number: string;
  /** The issuing country. */
  readonly state: string;
  readonly type: DocumentType;
}

/**
 * What makes documents the same, however they are spelt: case, blanks and hyphens of the number do not count, nor does the case of the
 * state. Full-width letters and digits are the ordinary ones.
 */
export function documentKey({ number, state, type }: DocumentData): string {
  return [foldedNumber(number), foldedCase(state).trim(), type].join('\t');
}

/** The number of a document as it is compared. */
export function foldedNumber(number: string): string {
  const folded = foldedCase(number);
  return folded.replace(/[\s\p{Pd}\u2212]/gu, '') || folded;
}

/** Accents count: in some scripts they make another letter. Few signs become many letters, which no index would take. */
function foldedCase(text: string): string {
  const wide = text.normalize('NFKC');
  return (wide.length > 2 * text.length ? text.normalize('NFC') : wide).toLowerCase();
}

/** A visitor as a request describes one (contract 6). */
export interface VisitorData {
  /** Null: somebody on file whom the rest describes, or somebody new. */
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
 * A visitor as an answer shows one. To who may view the visitor, it is what is on file; to others (contract 6), Name,
 * Surname and VisitorId as a list of visits shows them, or what they sent. Null: not told.
 */
export type ShownVisitor = Pick<VisitorData, 'id' | 'name' | 'surname'> & {
  readonly [Member in Exclude<keyof VisitorData, 'id' | 'name' | 'surname'>]: VisitorData[Member] | null;
};

/** Why a request meant this visitor. */
export const VisitorMatch = {
  New: 0,
  VisitorId: 1,
  Document: 2,
  EmailAndName: 3,
  NameAndDateOfBirth: 4,
} as const;

export type VisitorMatch = (typeof VisitorMatch)[keyof typeof VisitorMatch];

export const visitorMatches = enumeration('VisitorMatch', 'Why it is this visitor', VisitorMatch, {
  New: 'a new visitor',
  VisitorId: 'on file by VisitorId',
  Document: 'on file by the document',
  EmailAndName: 'on file by e-mail address and name',
  NameAndDateOfBirth: 'on file by name and day of birth',
});

/** A training or briefing that a visitor has done. */
export interface ActivityData {
  /** Title of its type. */
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
