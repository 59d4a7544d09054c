/** Whom a token stands for. The digest of the key it was got with, so that a new key ends the tokens of the old one. */
export interface TokenHolder {
  readonly userId: string;
  readonly keyDigest: string;
}

interface Entry {
  readonly digest: string;
  readonly holder: TokenHolder;
  readonly expiresAtMs: number;
}

/**
 * The tokens of one node, by digest. A token lives for a fixed time from its issue, never longer for being used; an
 * expired one is remembered for a while, so that "expired" and "unknown" differ. A user who has as many live ones as a
 * user may have loses the oldest of them. The book never holds more than its capacity: the oldest goes first, which is an
 * expired one as long as there is any; where all live, the user with the most loses the oldest.
 */
export class TokenBook {
  private readonly entries = new Map<string, Entry>();
  /** By user: the live tokens in the order of their issue, and in front expired ones that nobody has taken out yet. */
  private readonly ofUsers = new Map<string, Set<Entry>>();

  constructor(
    private readonly limits: { lifeMs: number; memoryMs: number; capacity: number; perUser: number },
  ) {}

  get size(): number {
    return this.entries.size;
  }

  /** Writes a token down; `nowMs` comes from a clock that never goes back. */
  add(digest: string, holder: TokenHolder, nowMs: number): void {
    this.forget(nowMs);
    const own = this.liveOf(holder.userId, nowMs);
    if (own.size >= this.limits.perUser) this.dropOldest(own);
    const entry = { digest, holder, expiresAtMs: nowMs + this.limits.lifeMs };
    own.add(entry);
    this.ofUsers.set(holder.userId, own);
    this.entries.set(digest, entry);
  }

  find(digest: string, nowMs: number): { holder: TokenHolder; expired: boolean } | undefined {
    const entry = this.entries.get(digest);
    if (!entry || this.isForgotten(entry, nowMs)) return undefined;
    return { holder: entry.holder, expired: nowMs >= entry.expiresAtMs };
  }

  /** Entries stand in the order of their issue, and all live equally long: the forgotten are in front. */
  private forget(nowMs: number): void {
    for (const entry of this.entries.values()) {
      const isFull = this.entries.size >= this.limits.capacity;
      if (!isFull && !this.isForgotten(entry, nowMs)) return;
      if (nowMs >= entry.expiresAtMs) this.drop(entry);
      else return this.dropOldest(this.most());
    }
  }

  private liveOf(userId: string, nowMs: number): Set<Entry> {
    const own = this.ofUsers.get(userId) ?? new Set();
    for (const entry of own) {
      if (nowMs < entry.expiresAtMs) break;
      own.delete(entry);
    }
    return own;
  }

  private most(): Set<Entry> {
    let most = new Set<Entry>();
    for (const own of this.ofUsers.values()) if (own.size > most.size) most = own;
    return most;
  }

  private dropOldest(own: Set<Entry>): void {
    for (const oldest of own) return this.drop(oldest);
  }

  private drop(entry: Entry): void {
    const { digest, holder } = entry;
    this.entries.delete(digest);
    const own = this.ofUsers.get(holder.userId);
    own?.delete(entry);
    if (own?.size === 0) this.ofUsers.delete(holder.userId);
  }

  private isForgotten(entry: Entry, nowMs: number): boolean {
    return nowMs >= entry.expiresAtMs + this.limits.memoryMs;
  }
}
