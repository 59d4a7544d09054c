import { enumeration } from '../../shared/enumeration';
import type { DocumentData } from '../../shared/visitor';
import type { VisitState } from '../../shared/visit';
import type { StepCommand } from './visit-state';

/** Why a visit was rejected. */
export const RejectReason = { Denied: 0, Cancelled: 1, NoShow: 2, Expired: 3 } as const;
export type RejectReason = (typeof RejectReason)[keyof typeof RejectReason];

export const rejectReasons = enumeration('RejectReason', 'Why a visit was rejected', RejectReason, {
  Denied: 'the site refused the visitor',
  Cancelled: 'it was called off',
  NoShow: 'nobody came',
  Expired: 'it was over before anybody closed it',
});

/** What a visit begins with. */
export interface VisitBeginning {
  readonly id: string;
  /** User id of who announced or registered it. */
  readonly createdBy: string;
  /** Path of the visited unit. */
  readonly structure: string | null;
  /** Six digits that nobody can guess. */
  readonly entryCode: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly at: Date;
}

/** When a command is given, and what the caller says for it. */
export interface Occasion {
  readonly at: Date;
  readonly reason: string | null;
}

/** One step of a visit, as its history keeps it. */
export interface Move {
  readonly command: StepCommand;
  /** Null for the first one. */
  readonly from: VisitState | null;
  readonly to: VisitState;
  readonly at: Date;
  readonly reason: string | null;
  readonly reasonCode: RejectReason | null;
  /** A document that was shown and is to be kept for a visitor without one on file. */
  readonly document: DocumentData | null;
}
