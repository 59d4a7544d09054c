/** How much there is. */
export interface Amounts {
  persons: number;
  visitors: number;
  visits: number;
  /**
   * So many visits, spread evenly over all, are checked and wait to be let in (state 5), each with an entry code and one
   * in four with a card; at most a million, for entry codes have six digits. Undefined: some of the newest are open.
   */
  open?: number;
}

/** As many persons and visitors as a site with so many visits has. */
export function amountsFor(visits: number, open: number): Amounts {
  const persons = Math.min(100_000, Math.ceil(visits / 10));
  return { persons, visitors: Math.ceil(visits / 5), visits, open };
}

/** The end of the time that the data is about. */
export const NOW = new Date('2026-11-23T12:00:00.000Z');
export const DAY_MS = 86_400_000;

/** Org units stand three deep, so many in each. */
export const FOLDERS = 9;
export const UNIT_COUNT = FOLDERS + FOLDERS ** 2 + FOLDERS ** 3;
