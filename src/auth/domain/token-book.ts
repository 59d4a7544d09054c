/** Whom a token stands for. The digest of the key it was got with, so that a new key ends the tokens of the old one. */
export interface TokenHolder {
  readonly userId: string;
  readonly keyDigest: string;
}

export interface FoundToken {
  readonly holder: TokenHolder;
  readonly expired: boolean;
}

interface Entry {
  readonly holder: TokenHolder;
  readonly expiresAtMs: number;
}

/**
 * The tokens of one node, by digest. A token lives for a fixed time from its issue, never longer for being used; an
 * expired one is remembered for a while, so that "expired" and "unknown" differ. The book never holds more than its
 * capacity: the oldest goes first, which is an expired one as long as there is any.
 */
export class TokenBook {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly limits: { lifeMs: number; memoryMs: number; capacity: number }) {}

  get size(): number {
    return this.entries.size;
  }

  /** Writes a token down; `nowMs` comes from a clock that never goes back. */
  add(digest: string, holder: TokenHolder, nowMs: number): void {
    this.forget(nowMs);
    this.entries.set(digest, { holder, expiresAtMs: nowMs + this.limits.lifeMs });
  }

  find(digest: string, nowMs: number): FoundToken | undefined {
    const entry = this.entries.get(digest);
    if (!entry || this.isForgotten(entry, nowMs)) return undefined;
    return { holder: entry.holder, expired: nowMs >= entry.expiresAtMs };
  }

  /** Entries stand in the order of their issue, and all live equally long: the forgotten are in front. */
  private forget(nowMs: number): void {
    for (const [digest, entry] of this.entries) {
      if (this.entries.size < this.limits.capacity && !this.isForgotten(entry, nowMs)) return;
      this.entries.delete(digest);
    }
  }

  private isForgotten(entry: Entry, nowMs: number): boolean {
    return nowMs >= entry.expiresAtMs + this.limits.memoryMs;
  }
}
