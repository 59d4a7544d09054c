import { type Clock } from '../../shared/clock';

const KEPT_MS = 4000;
const MOST = 500;

/** Remembers the totals of large lists for four seconds, so that turning pages does not count again. */
export class LargeCounts {
  private readonly known = new Map<string, { readonly count: number; readonly countedMs: number }>();

  /** Totals up to `from` are not remembered, and so always exact. */
  constructor(
    private readonly clock: Clock,
    private readonly from: number,
  ) {}

  find(key: string): number | undefined {
    const known = this.known.get(key);
    return known && this.clock.monotonicMs() < known.countedMs + KEPT_MS ? known.count : undefined;
  }

  remember(key: string, count: number): void {
    if (this.known.size >= MOST) this.known.clear();
    if (count > this.from) this.known.set(key, { count, countedMs: this.clock.monotonicMs() });
  }
}
