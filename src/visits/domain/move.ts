import { enumeration } from '../../shared/enumeration';
import type { DocumentData } from '../../shared/visitor';
import type { VisitState } from '../../shared/visit';
import type { StepCommand } from './visit-state';

/** Why a visit was rejected (contract 8). */
export const RejectReason = { Denied: 0, Cancelled: 1, NoShow: 2, Expired: 3 } as const;
export type RejectReason = (typeof RejectReason)[keyof typeof RejectReason];

export const rejectReasons = enumeration('RejectReason', 'Why a visit was rejected', RejectReason, {
  Denied: 'the site refused the visitor',
  Cancelled: 'it was called off',
  NoShow: 'nobody came',
  Expired: 'it was over before anybody closed it',
});

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
