export interface Recipe<F> {
  /** Default number of rounds. */
  rounds: number;
  run: (main: string, rounds: number) => Promise<F>;
  /** Returns the expectations that failed. */
  judge: (figures: F) => string[];
}

export const recipe = <F>(each: Recipe<F>): Recipe<F> => each;

/** One line for every expectation that failed. */
export function failing(expectations: Record<string, boolean>): string[] {
  return Object.entries(expectations)
    .filter(([, holds]) => !holds)
    .map(([name]) => name);
}
