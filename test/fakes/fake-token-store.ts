import { type FoundToken, TokenStore } from '../../src/auth/application/ports';
import type { TokenHolder } from '../../src/auth/domain/token-book';
import type { Clock } from '../../src/shared/clock';
import type { Random } from '../../src/shared/random';

const LIFE_MS = 20_000;
const MEMORY_MS = 600_000;
const PER_USER = 1000;

export class FakeTokenStore extends TokenStore {
  private readonly issued = new Map<string, { holder: TokenHolder; atMs: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    super();
  }

  issue(holder: TokenHolder): Promise<string> {
    const live = [...this.issued].filter(
      ([, each]) => each.holder.userId === holder.userId && this.clock.monotonicMs() - each.atMs < LIFE_MS,
    );
    if (live.length >= PER_USER && live[0]) this.issued.delete(live[0][0]);
    const token = this.random.guid();
    this.issued.set(token, { holder, atMs: this.clock.monotonicMs() });
    return Promise.resolve(token);
  }

  find(token: string): Promise<FoundToken | undefined> {
    const entry = this.issued.get(token);
    const ageMs = entry ? this.clock.monotonicMs() - entry.atMs : Infinity;
    if (!entry || ageMs >= LIFE_MS + MEMORY_MS) return Promise.resolve(undefined);
    const { userId, keyDigest } = entry.holder;
    return Promise.resolve({ userId, expired: ageMs >= LIFE_MS, isOf: digest => digest === keyDigest });
  }
}
