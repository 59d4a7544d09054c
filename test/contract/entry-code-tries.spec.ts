import { type RedisConnection, RedisFault } from '../../src/redis';
import type { EntryCodeTries } from '../../src/visits/application/ports';
import { MemoryEntryCodeTries } from '../../src/visits/infrastructure/memory-entry-code-tries';
import { RedisEntryCodeTries } from '../../src/visits/infrastructure/redis-entry-code-tries';
import { describeWithRedis, TestRedis } from '../support/redis';
import { TestClock } from '../support/test-clock';

interface Opened {
  readonly tries: EntryCodeTries;
  advance(ms: number): Promise<void> | void;
  /** Sets the wall clock of the node alone. */
  jump(ms: number): void;
  close(): Promise<void> | void;
}

/** @param stepSeconds how far time is moved at once, a divisor of a minute: Redis' clock goes on by itself meanwhile */
function entryCodeTriesContract(open: () => Opened, stepSeconds: number): void {
  let opened: Opened;
  /** Seconds until there is a try again; 0 when one was taken. */
  const take = async (who = 'reception 10.0.0.5') => {
    const taken = await opened.tries.take(who);
    return 'retryAfterSeconds' in taken ? taken.retryAfterSeconds : 0;
  };

  beforeEach(() => {
    opened = open();
  });
  afterEach(() => opened.close());

  it('are five within any minute, also over the end of the first', async () => {
    const taken: number[] = [];
    for (let second = 0; second < 240; second += stepSeconds) {
      if ((await take()) === 0) taken.push(second);
      await opened.advance(stepSeconds * 1000);
    }
    for (const second of taken) {
      const within = taken.filter(other => second <= other && other < second + 60);
      expect(within.length).toBeLessThanOrEqual(5);
    }
    expect(taken).toHaveLength(20);
  });

  it('are five when twenty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => take()));
    expect(answers.filter(seconds => seconds === 0)).toHaveLength(5);
  });

  it('come back one by one, a minute after each was taken', async () => {
    for (let time = 0; time < 5; time += 1) {
      expect(await take()).toBe(0);
      await opened.advance(10_000);
    }
    expect(await take()).toBe(10);
    await opened.advance(9001);
    expect(await take()).toBe(1);
    await opened.advance(999);
    expect([await take(), await take()]).toEqual([0, 10]);
  });

  it('can be given back, each to whom it belongs', async () => {
    for (let time = 0; time < 4; time += 1) await take();
    for (let time = 0; time < 4; time += 1) await take('gate 10.0.0.5');
    const last = await opened.tries.take('reception 10.0.0.5');
    expect([await take(), await take('gate 10.0.0.5'), await take('gate 10.0.0.5')]).toEqual([60, 0, 60]);
    if ('giveBack' in last) await last.giveBack();
    expect([await take(), await take(), await take('gate 10.0.0.5')]).toEqual([0, 60, 60]);
  });

  it('do not care for a wall clock that jumps', async () => {
    for (let time = 0; time < 5; time += 1) await take();
    opened.jump(86_400_000);
    expect(await take()).toBe(60);
  });
}

describe('the tries at entry codes (in memory)', () => {
  entryCodeTriesContract(() => {
    const clock = new TestClock();
    return {
      tries: new MemoryEntryCodeTries(clock),
      advance: ms => clock.advance(ms),
      jump: ms => clock.jump(ms),
      close: () => undefined,
    };
  }, 1);
});

describeWithRedis('the tries at entry codes (Redis)', () => {
  let redis: TestRedis;
  let connection: RedisConnection;

  beforeAll(async () => {
    redis = new TestRedis();
    connection = await redis.open();
  });
  afterAll(async () => {
    connection.onApplicationShutdown();
    await redis.close();
  });

  entryCodeTriesContract(() => {
    const clock = new TestClock();
    return {
      tries: new RedisEntryCodeTries(connection),
      advance: ms => redis.advance(ms),
      jump: ms => clock.jump(ms),
      close: () => redis.clear(),
    };
  }, 10);

  it('keep nothing of a person or an address in clear, and are gone after a minute', async () => {
    await new RedisEntryCodeTries(connection).take('reception 203.0.113.77');
    expect(await redis.content()).toMatch(/:try:[\w-]{43} $/);
    const lifeMs = await redis.longestLifeMs();
    expect(lifeMs).toBeGreaterThan(0);
    expect(lifeMs).toBeLessThanOrEqual(60_000);
  });

  it('are not there while Redis is away; one that cannot be given back then fails nothing', async () => {
    const gone = await redis.open();
    const tries = new RedisEntryCodeTries(gone);
    const taken = await tries.take('reception 10.0.0.5');
    gone.onApplicationShutdown();
    await expect(tries.take('reception 10.0.0.5')).rejects.toThrow(RedisFault);
    if ('giveBack' in taken) await taken.giveBack();
    expect(await redis.longestLifeMs()).toBeGreaterThan(0);
  });
});
