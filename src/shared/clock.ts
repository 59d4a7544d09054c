/** The time. Real in production, moved by the test in tests. */
export abstract class Clock {
  /** The wall clock: for what is stored. */
  abstract now(): Date;
  /** Milliseconds that never go back when the wall clock is set: for lifetimes and windows. */
  abstract monotonicMs(): number;
}
