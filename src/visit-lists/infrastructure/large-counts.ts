import { type Clock } from '../../shared/clock';

/** After so long a count is made anew, for whoever asks next. */
const FRESH_MS = 2000;
/** So long the one before is told meanwhile: nobody waits for a count while the list is looked at. */
const KEPT_MS = 4000;
const MOST = 500;

interface Known {
  readonly count: number;
  readonly countedMs: number;
  isRenewed: boolean;
}

/** Remembers for four seconds how many rows of a large list there are: who turns its pages does not count it again. */
export class LargeCounts {
  private readonly known = new Map<string, Known>();

  /** Counts up to `from` are never remembered, and thus always exact. */
  constructor(
    private readonly clock: Clock,
    private readonly from: number,
  ) {}

  /** What is remembered, which is a large count; else undefined. */
  remembered(key: string): number | undefined {
    return this.recent(key)?.count;
  }

  /** @param count is also called for who asks next, with nobody waiting for it; then it may fail */
  async get(key: string, count: () => Promise<number>): Promise<number> {
    const known = this.recent(key);
    if (!known) return this.renew(key, count);
    if (this.clock.monotonicMs() >= known.countedMs + FRESH_MS && !known.isRenewed) {
      known.isRenewed = true;
      // Who asks when nothing is remembered any more counts again, and is told why it fails.
      this.renew(key, count).catch(() => undefined);
    }
    return known.count;
  }

  private recent(key: string): Known | undefined {
    const known = this.known.get(key);
    return known && this.clock.monotonicMs() < known.countedMs + KEPT_MS ? known : undefined;
  }

  private async renew(key: string, count: () => Promise<number>): Promise<number> {
    const countedMs = this.clock.monotonicMs();
    const counted = await count();
    if (this.known.size >= MOST) this.known.clear();
    if (counted > this.from) this.known.set(key, { count: counted, countedMs, isRenewed: false });
    else this.known.delete(key);
    return counted;
  }
}
