import { digestedKey, type RedisConnection, RedisFault } from '../../redis';
import { EntryCodeTries, type Guesser, type Taken } from '../application/ports';
import { CALLER_LIMIT, countedFor, type TryLimit, VISIT_LIMIT } from './memory-entry-code-tries';

/** Takes one try of the caller and one of the visit, or returns in how many milliseconds there is one. */
const TAKE = `
  local function take(first, last, ms)
    local soonestMs = tonumber(ms)
    for place = first, last do
      if redis.call('SET', KEYS[place], '', 'PX', ms, 'NX') then return place, 0 end
      soonestMs = math.min(soonestMs, redis.call('PTTL', KEYS[place]))
    end
    return 0, soonestMs
  end
  local callers = tonumber(ARGV[1])
  local own, soonestMs = take(1, callers, ARGV[2])
  if own == 0 then return { 0, 0, soonestMs } end
  local its
  its, soonestMs = take(callers + 1, #KEYS, ARGV[3])
  if its == 0 then redis.call('DEL', KEYS[own]) end
  return { own, its, soonestMs }`;

/** The tries at all nodes together, each a key that is gone when its time is over. */
export class RedisEntryCodeTries extends EntryCodeTries {
  constructor(
    private readonly redis: RedisConnection,
    private readonly ipv6Prefix: number,
  ) {
    super();
  }

  /** @throws RedisFault */
  async take(guesser: Guesser): Promise<Taken> {
    const { caller, visit } = countedFor(guesser, this.ipv6Prefix);
    const keys = [...placesOf(caller, CALLER_LIMIT), ...placesOf(visit, VISIT_LIMIT)];
    const limits = [CALLER_LIMIT.tries, CALLER_LIMIT.ms, VISIT_LIMIT.ms];
    const taken = await this.redis.run(redis => redis.eval(TAKE, keys.length, ...keys, ...limits));
    const [own, its, soonestMs] = taken as [number, number, number];
    const places = [keys[own - 1], keys[its - 1]].filter(key => key !== undefined);
    if (places.length < 2) return { retryAfterSeconds: Math.ceil(soonestMs / 1000) };
    return { giveBack: () => this.giveBack(places) };
  }

  /** One that cannot be given back now is there again after its time: what was done meanwhile is not to fail for that. */
  private async giveBack(places: string[]): Promise<void> {
    try {
      await this.redis.run(redis => redis.del(...places));
    } catch (error) {
      if (!(error instanceof RedisFault)) throw error;
    }
  }
}

function placesOf(whose: string, { tries }: TryLimit): string[] {
  return Array.from({ length: tries }, (_, place) => digestedKey('try', `${place + 1} ${whose}`));
}
