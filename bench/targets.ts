import { rounded } from './figures';

/** A target of a benchmark, and its result. */
export interface Target {
  what: string;
  /** Rounded to two decimals, as shown; null if no run is valid. */
  value: number | null;
  unit: string;
  asked: string;
  met: boolean;
}

/** For example `visit/end at 32 connections`, 5.1, `times plain-nest`, 6. */
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
  // The rounded value is compared, so that a miss never reads "6, at least 6 asked".
  const shown = Number.isFinite(value) ? rounded(value, 2) : null;
  return { ...rest, value: shown, met: shown !== null && isMet(shown) };
}

/** Readable form: `visit/end at 32 connections: 5.1 times plain-nest, at least 6 asked`. */
export function sentenceOf({ what, value, unit, asked }: Target): string {
  return `${what}: ${value === null ? 'no figure' : `${value} ${unit}`}, ${asked} asked`;
}
