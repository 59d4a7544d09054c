import { VisitState } from '../../shared/visit';
import type { AdmissionWindow } from './admission-window';

/** What the admission check looks at besides the visit itself. */
export interface AdmissionFacts {
  readonly escortRequired: boolean;
  /** Every activity that the visit type asks for, and until when the visitor has it; null where there is none. */
  readonly activities: readonly { readonly title: string; readonly validTo: Date | null }[];
}

/** What the commands look at, beside the visit. */
export interface Circumstances {
  readonly facts: AdmissionFacts;
  readonly at: Date;
  readonly window: AdmissionWindow;
}

/** What the check misses: titles of activities, and whether the word of the host or escort. */
export function unmet(
  { escortRequired, activities }: AdmissionFacts,
  confirmed: boolean,
  at: Date,
): { activities: string[]; confirmation: boolean } {
  const missing = activities.filter(({ validTo }) => validTo === null || validTo < at);
  return { activities: missing.map(({ title }) => title), confirmation: escortRequired && !confirmed };
}

/** The outcome of the admission check: first the activities, then the escort. */
export function admit(facts: AdmissionFacts, confirmed: boolean, at: Date): VisitState {
  const { activities, confirmation } = unmet(facts, confirmed, at);
  if (activities.length > 0) return VisitState.ActivityInvalid;
  return confirmation ? VisitState.EscortUnconfirmed : VisitState.Valid;
}
