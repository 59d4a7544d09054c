import { rounded } from './figures';

/** What a benchmark has to show, and what it showed. */
export interface Target {
  what: string;
  /** Rounded to two decimals, as it is shown; null where no run counted. */
  value: number | null;
  unit: string;
  asked: string;
  met: boolean;
}

/** As `visit/end at 32 connections`, 5.1, `times plain-nest`, 6. */
export function atLeast(what: string, value: number, unit: string, least: number): Target {
  return target({ what, value, unit, asked: `at least ${least}` }, shown => shown >= least);
}

export function atMost(what: string, value: number, unit: string, most: number): Target {
  return target({ what, value, unit, asked: `at most ${most}` }, shown => shown <= most);
}

function target(
  { value, ...rest }: Omit<Target, 'met' | 'value'> & { value: number },
  isMet: (shown: number) => boolean,
): Target {
  // What is shown is what is judged, so that nobody reads "6, at least 6 asked" of a miss.
  const shown = Number.isFinite(value) ? rounded(value, 2) : null;
  return { ...rest, value: shown, met: shown !== null && isMet(shown) };
}

/** For reading: `visit/end at 32 connections: 5.1 times plain-nest, at least 6 asked`. */
export function sentenceOf({ what, value, unit, asked }: Target): string {
  return `${what}: ${value === null ? 'no figure' : `${value} ${unit}`}, ${asked} asked`;
}
