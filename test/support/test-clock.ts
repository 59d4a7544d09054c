import { Clock } from '../../src/shared/clock';

/** A clock that stands still until the test moves it. */
export class TestClock extends Clock {
  private ms: number;
  private elapsedMs = 0;

  constructor(start = '2026-11-23T09:00:00.000Z') {
    super();
    this.ms = Date.parse(start);
  }

  now(): Date {
    return new Date(this.ms + this.elapsedMs);
  }

  monotonicMs(): number {
    return this.elapsedMs;
  }

  /** Lets time pass. */
  advance(ms: number): void {
    this.elapsedMs += ms;
  }

  /** Sets only the wall clock, as an administrator or a time server does. */
  jump(ms: number): void {
    this.ms += ms;
  }
}
