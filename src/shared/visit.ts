import { enumeration } from './enumeration';

/** The states of a visit, with the values of EFG AktionNEXT. */
export const VisitState = {
  New: 0,
  Planned: 1,
  Verified: 2,
  ActivityInvalid: 3,
  EscortUnconfirmed: 4,
  Valid: 5,
  InArea: 6,
  Left: 7,
  Rejected: 8,
} as const;

export type VisitState = (typeof VisitState)[keyof typeof VisitState];

export const visitStates = enumeration('VisitState', 'State of a visit', VisitState, {
  New: 'new visit',
  Planned: 'planned visit',
  Verified: 'verified documents, PIN or finger prints',
  ActivityInvalid: 'not valid activity',
  EscortUnconfirmed: 'not confirmed by escort',
  Valid: 'all is valid',
  InArea: 'visit is in area',
  Left: 'visit left',
  Rejected: 'rejected',
});

export interface VisitTypeView {
  /** By which all else refers to the type. */
  readonly title: string;
  readonly shortcut: string;
  readonly escortRequired: boolean;
  /** Titles of the activities that the visitor must have done. */
  readonly requiredActivities: readonly string[];
}
