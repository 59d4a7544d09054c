import { type AppConfig } from '../../config/app-config';
import { digestedKey, type RedisConnection } from '../../redis';
import { type Random } from '../../shared/random';
import { TokenStore } from '../application/ports';
import type { FoundToken, TokenHolder } from '../domain/token-book';
import { MEMORY_OF_EXPIRED_MS } from './memory-token-store';

const FIND = `return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`;

/**
 * The tokens of all nodes. Redis' own clock measures their lives: a key goes when the token is forgotten, and the token
 * has expired when no more is left than the memory of expired ones.
 */
export class RedisTokenStore extends TokenStore {
  constructor(
    private readonly redis: RedisConnection,
    private readonly config: AppConfig,
    private readonly random: Random,
  ) {
    super();
  }

  /** @throws RedisFault */
  async issue({ userId, keyDigest }: TokenHolder): Promise<string> {
    const token = this.random.guid();
    const keptMs = this.config.tokenTtlMs + MEMORY_OF_EXPIRED_MS;
    await this.redis.run(redis => redis.set(keyOf(token), `${userId} ${keyDigest}`, 'PX', keptMs));
    return token;
  }

  /** @throws RedisFault */
  async find(token: string): Promise<FoundToken | undefined> {
    const found = await this.redis.run(redis => redis.eval(FIND, 1, keyOf(token)));
    const [holder, leftMs] = found as [string | null, number];
    if (holder === null) return undefined;
    const [userId = '', keyDigest = ''] = holder.split(' ');
    return { holder: { userId, keyDigest }, expired: leftMs <= MEMORY_OF_EXPIRED_MS };
  }
}

function keyOf(token: string): string {
  return digestedKey('token', token);
}
