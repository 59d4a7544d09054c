import { VisitState } from './visit-state';

/** What the admission check looks at besides the visit itself. */
export interface AdmissionFacts {
  readonly escortRequired: boolean;
  /** Every activity that the visit type asks for, and until when the visitor has it; null where there is none. */
  readonly activities: readonly { readonly title: string; readonly validTo: Date | null }[];
}

/** The outcome of the admission check (contract 8): first the activities, then the escort. */
export function admit(facts: AdmissionFacts, confirmed: boolean, at: Date): VisitState {
  if (facts.activities.some(({ validTo }) => validTo === null || validTo < at))
    return VisitState.ActivityInvalid;
  return facts.escortRequired && !confirmed ? VisitState.EscortUnconfirmed : VisitState.Valid;
}
