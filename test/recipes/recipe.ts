export interface Recipe<F> {
  /** How often it is done, unless the command line says otherwise. */
  rounds: number;
  run: (main: string, rounds: number) => Promise<F>;
  /** What is not as it has to be. */
  judge: (figures: F) => string[];
}

export const recipe = <F>(each: Recipe<F>): Recipe<F> => each;

/** One line for every expectation that does not hold. */
export function failing(expectations: Record<string, boolean>): string[] {
  return Object.entries(expectations)
    .filter(([, holds]) => !holds)
    .map(([name]) => name);
}
