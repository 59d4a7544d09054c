import type { RatePolicy } from './rate-policy';

interface Window {
  readonly endsAtMs: number;
  hits: number;
}

/**
 * Counts requests per key in fixed windows that begin with the first request. A hit costs the same whatever the limit.
 * Across the edge of two windows, up to twice the limit can pass. At capacity, the oldest window is dropped.
 */
export class RateWindows {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.windows.size;
  }

  /** Counts one request. `exceeded`: it is over the limit. `resetMs`: time until the window ends. */
  hit(key: string, policy: RatePolicy, nowMs: number): { hits: number; exceeded: boolean; resetMs: number } {
    const window = this.current(key, nowMs) ?? this.begin(key, nowMs + policy.windowMs, nowMs);
    window.hits += 1;
    return { hits: window.hits, exceeded: window.hits > policy.count, resetMs: window.endsAtMs - nowMs };
  }

  /** Removes the window of a key. */
  forget(key: string): void {
    this.windows.delete(key);
  }

  private current(key: string, nowMs: number): Window | undefined {
    const window = this.windows.get(key);
    return window && nowMs < window.endsAtMs ? window : undefined;
  }

  private begin(key: string, endsAtMs: number, nowMs: number): Window {
    this.windows.delete(key);
    for (const [oldest, window] of this.windows) {
      if (this.windows.size < this.capacity && nowMs < window.endsAtMs) break;
      this.windows.delete(oldest);
    }
    const window = { endsAtMs, hits: 0 };
    this.windows.set(key, window);
    return window;
  }
}
