/** The user of a token, and the digest of the API key used at login: a new key ends the tokens of the old one. */
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
 * The tokens of one node, by digest. A token expires a fixed time after its issue; use does not extend it. Expired
 * tokens are kept for a while, so that "expired" and "unknown" differ. A user at the limit of live tokens loses the
 * oldest. At capacity, the oldest expired token is dropped; if all are live, the user with the most loses the oldest.
 */
export class TokenBook {
  private readonly entries = new Map<string, Entry>();
  /** Live tokens by user, in the order of issue. Expired ones at the front are removed lazily. */
  private readonly ofUsers = new Map<string, Set<Entry>>();

  constructor(
    private readonly limits: { lifeMs: number; memoryMs: number; capacity: number; perUser: number },
  ) {}

  get size(): number {
    return this.entries.size;
  }

  /** Adds a token. `nowMs` comes from the monotonic clock. */
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

  /** Entries are in the order of issue and have the same lifetime, so the oldest are in front. */
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
