import { digestedKey, type RedisConnection, RedisFault } from '../../redis';
import { EntryCodeTries, type Taken } from '../application/ports';
import { TRIES, TRY_MS } from './memory-entry-code-tries';

/** Takes the first try that is free, or tells in how many milliseconds one is. */
const TAKE = `
  local soonestMs = tonumber(ARGV[1])
  for place, key in ipairs(KEYS) do
    if redis.call('SET', key, '', 'PX', ARGV[1], 'NX') then return { place, 0 } end
    soonestMs = math.min(soonestMs, redis.call('PTTL', key))
  end
  return { 0, soonestMs }`;

/** The tries at all nodes together, each a key that is gone a minute after it was taken. */
export class RedisEntryCodeTries extends EntryCodeTries {
  constructor(private readonly redis: RedisConnection) {
    super();
  }

  /** @throws RedisFault */
  async take(who: string): Promise<Taken> {
    const keys = Array.from({ length: TRIES }, (_, place) => digestedKey('try', `${place + 1} ${who}`));
    const taken = await this.redis.run(redis => redis.eval(TAKE, keys.length, ...keys, TRY_MS));
    const [place, soonestMs] = taken as [number, number];
    const key = keys[place - 1];
    if (key === undefined) return { retryAfterSeconds: Math.ceil(soonestMs / 1000) };
    return { giveBack: () => this.giveBack(key) };
  }

  /** One that cannot be given back now is there again after its minute: what was done meanwhile is not to fail for that. */
  private async giveBack(key: string): Promise<void> {
    try {
      await this.redis.run(redis => redis.del(key));
    } catch (error) {
      if (!(error instanceof RedisFault)) throw error;
    }
  }
}
