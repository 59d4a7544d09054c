/** The size of the generated data. */
export interface Amounts {
  persons: number;
  visitors: number;
  visits: number;
  /**
   * How many visits, spread evenly over all, are checked and ready to enter (state 5). Each has an entry code, and one in
   * four a card. At most a million, because entry codes have six digits. Undefined: some of the newest are open.
   */
  open?: number;
}

/** Numbers of persons and visitors that are typical for a site with so many visits. */
export function amountsFor(visits: number, open: number): Amounts {
  const persons = Math.min(100_000, Math.ceil(visits / 10));
  return { persons, visitors: Math.ceil(visits / 5), visits, open };
}

/** The latest time in the data. */
export const NOW = new Date('2026-11-23T12:00:00.000Z');
export const DAY_MS = 86_400_000;

/** Org units form three levels with this many units in each parent. */
export const FOLDERS = 9;
export const UNIT_COUNT = FOLDERS + FOLDERS ** 2 + FOLDERS ** 3;
