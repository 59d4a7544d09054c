import { type Clock } from '../../shared/clock';

const KEPT_MS = 2000;
const MOST = 500;

/** Remembers for two seconds how many rows of a large list there are: who turns its pages does not count it again. */
export class LargeCounts {
  private readonly known = new Map<string, { count: number; untilMs: number }>();

  /** Counts up to `from` are never remembered, and thus always exact. */
  constructor(
    private readonly clock: Clock,
    private readonly from: number,
  ) {}

  /** What is remembered, which is a large count; else undefined. */
  remembered(key: string): number | undefined {
    const known = this.known.get(key);
    return known && this.clock.monotonicMs() < known.untilMs ? known.count : undefined;
  }

  async get(key: string, count: () => Promise<number>): Promise<number> {
    const remembered = this.remembered(key);
    if (remembered !== undefined) return remembered;
    const nowMs = this.clock.monotonicMs();
    const counted = await count();
    if (this.known.size >= MOST) this.known.clear();
    if (counted > this.from) this.known.set(key, { count: counted, untilMs: nowMs + KEPT_MS });
    else this.known.delete(key);
    return counted;
  }
}
