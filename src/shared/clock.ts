/** Time as the service sees it. Real in production; moved by hand in tests. */
export abstract class Clock {
  /** The wall clock: for what is written down. */
  abstract now(): Date;
  /** Milliseconds that only ever grow, whatever happens to the wall clock: for lives and windows. */
  abstract monotonicMs(): number;
}
