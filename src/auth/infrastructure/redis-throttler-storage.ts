import type { ThrottlerStorage } from '@nestjs/throttler';
import { digestedKey, type RedisConnection } from '../../redis';
import { throttlerRecord } from './window-throttler-storage';

/** Scripts are atomic in Redis. A key without an expiry, for whatever reason, gets one. */
const HIT = `
  local hits = redis.call('INCR', KEYS[1])
  local leftMs = redis.call('PTTL', KEYS[1])
  if leftMs < 0 then
    leftMs = tonumber(ARGV[1])
    redis.call('PEXPIRE', KEYS[1], leftMs)
  end
  return { hits, leftMs }`;

/** The windows of `RateWindows`, shared by all nodes and timed by Redis. */
export class RedisThrottlerStorage implements ThrottlerStorage {
  constructor(private readonly redis: RedisConnection) {}

  /** @throws RedisFault */
  async increment(key: string, ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const hit = await this.redis.run(redis => redis.eval(HIT, 1, digestedKey('rate', key), ttl));
    const [hits, leftMs] = hit as [number, number];
    return throttlerRecord(hits, limit, leftMs);
  }
}
