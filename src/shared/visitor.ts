/** An identity document: number, issuing country and type together name one person. */
export interface DocumentData {
  readonly number: string;
  /** The issuing country. */
  readonly state: string;
  /** 0 passport, 1 identity card, 2 other. */
  readonly type: number;
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

/** Why a request meant this visitor. */
export const VisitorMatch = {
  /** Nobody on file: a new record. */
  New: 0,
  VisitorId: 1,
  Document: 2,
  EmailAndName: 3,
  NameAndDateOfBirth: 4,
} as const;

export type VisitorMatch = (typeof VisitorMatch)[keyof typeof VisitorMatch];

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
