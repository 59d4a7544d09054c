import { createHmac, timingSafeEqual } from 'node:crypto';
import { type AppConfig } from '../../config/app-config';
import { digestedKey, type RedisConnection } from '../../redis';
import { type Random } from '../../shared/random';
import { type FoundToken, TokenStore } from '../application/ports';
import type { TokenHolder } from '../domain/token-book';
import { MEMORY_OF_EXPIRED_MS, TOKENS_PER_USER } from './memory-token-store';

/**
 * Stores a token and adds it to the list of its user's live tokens, oldest first. Expired tokens leave the list. If it
 * is still full, the oldest token is deleted.
 */
const ISSUE = `
  local keptMs, memoryMs, most = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
  local oldest = redis.call('LINDEX', KEYS[2], 0)
  while oldest and redis.call('PTTL', oldest) <= memoryMs do
    redis.call('LPOP', KEYS[2])
    oldest = redis.call('LINDEX', KEYS[2], 0)
  end
  if redis.call('LLEN', KEYS[2]) >= most then redis.call('DEL', redis.call('LPOP', KEYS[2])) end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', keptMs)
  redis.call('RPUSH', KEYS[2], KEYS[1])
  redis.call('PEXPIRE', KEYS[2], math.max(redis.call('PTTL', KEYS[2]), keptMs - memoryMs))`;

const FIND = `return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`;

/**
 * The tokens of all nodes. Redis measures their lifetime: a token has expired when the remaining time of its key is at
 * most MEMORY_OF_EXPIRED_MS, and is forgotten when the key is gone.
 *
 * A record holds the id of the user and an HMAC of the token under the digest of the user's API key. Write access to Redis
 * is therefore not enough to forge a token, and a record copied to another key is not valid there.
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
    const token = this.random.token();
    const keptMs = this.config.tokenTtlMs + MEMORY_OF_EXPIRED_MS;
    const record = `${userId} ${proofOf(token, keyDigest)}`;
    const limits = [keptMs, MEMORY_OF_EXPIRED_MS, TOKENS_PER_USER];
    await this.redis.run(redis =>
      redis.eval(ISSUE, 2, keyOf(token), digestedKey('tokens', userId), record, ...limits),
    );
    return token;
  }

  /** @throws RedisFault */
  async find(token: string): Promise<FoundToken | undefined> {
    const found = await this.redis.run(redis => redis.eval(FIND, 1, keyOf(token)));
    const [record, leftMs] = found as [string | null, number];
    if (record === null) return undefined;
    const [userId = '', proof = ''] = record.split(' ');
    return {
      userId,
      expired: leftMs <= MEMORY_OF_EXPIRED_MS,
      isOf: keyDigest => isSame(proof, proofOf(token, keyDigest)),
    };
  }
}

function keyOf(token: string): string {
  return digestedKey('token', token);
}

/** HMAC of the token. The digest of a key signs nothing else. */
function proofOf(token: string, keyDigest: string): string {
  return createHmac('sha256', keyDigest).update(keyOf(token)).digest('base64url');
}

function isSame(sent: string, expected: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
