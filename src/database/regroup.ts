const LONGEST_WAIT_MS = 20;
/** A batch is slow if it takes this many times as long as the main thread was busy since the batch before. */
const SLOW = 2;

/**
 * Waits up to 20 ms after a slow batch, so that callers just answered can join the next one. Otherwise two groups of callers
 * drift out of phase, and each keeps waiting for the other's commit. A batch that is not slow needs no waiting: two groups
 * that alternate keep the storage and the main thread busy.
 */
export class Regroup {
  private loop = performance.eventLoopUtilization();
  private timer: NodeJS.Timeout | undefined;
  private expected = 0;

  /** Asked once after each batch. */
  isSlow(tookMs: number): boolean {
    const { active } = performance.eventLoopUtilization(this.loop);
    this.loop = performance.eventLoopUtilization();
    return tookMs > SLOW * active;
  }

  /** @param expected calls for which there is nothing more to wait for */
  wait(tookMs: number, expected: number, proceed: () => void): void {
    this.expected = expected;
    this.timer = setTimeout(proceed, Math.min(tookMs, LONGEST_WAIT_MS));
  }

  isComplete(calls: number): boolean {
    return this.timer !== undefined && calls >= this.expected;
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
