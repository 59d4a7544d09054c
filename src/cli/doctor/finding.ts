/** Something that is wrong or soon will be, and what to do about it. Never holds a secret. */
export interface Finding {
  /** The setting, file or server that it is about. */
  readonly about: string;
  readonly problem: string;
}

/** A finding for each condition that holds. */
export function findings(
  ...rows: readonly (readonly [holds: boolean, about: string, problem: string])[]
): Finding[] {
  return rows.filter(([holds]) => holds).map(([, about, problem]) => ({ about, problem }));
}

export const DAY_MS = 86_400_000;
