import { randomUUID } from 'node:crypto';
import { type RedisConnection, RedisFault } from '../../src/redis';
import type { EntryCodeTries, Guesser } from '../../src/visits/application/ports';
import { MemoryEntryCodeTries } from '../../src/visits/infrastructure/memory-entry-code-tries';
import { RedisEntryCodeTries } from '../../src/visits/infrastructure/redis-entry-code-tries';
import { describeWithRedis, TestRedis } from '../support/redis';
import { TestClock } from '../support/test-clock';

/** At another visit each time. */
const reception = (): Guesser => ({ userId: 'reception', address: '10.0.0.5', visitId: randomUUID() });

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
  const take = async (guesser: Partial<Guesser> = {}) => {
    const taken = await opened.tries.take({ ...reception(), ...guesser });
    return 'retryAfterSeconds' in taken ? taken.retryAfterSeconds : 0;
  };
  const gate = { userId: 'gate' };

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
    for (let time = 0; time < 4; time += 1) await take(gate);
    const last = await opened.tries.take(reception());
    expect([await take(), await take(gate), await take(gate)]).toEqual([60, 0, 60]);
    if ('giveBack' in last) await last.giveBack();
    expect([await take(), await take(), await take(gate)]).toEqual([0, 60, 60]);
  });

  it('are ten for a visit in ten minutes, whoever makes them and from wherever', async () => {
    const at = (visitId: string, n: number) => take({ userId: `user ${n}`, address: `10.0.0.${n}`, visitId });
    for (let n = 0; n < 10; n += 1) expect(await at('besieged', n)).toBe(0);
    for (let n = 10; n < 30; n += 1) expect(await at('besieged', n)).toBe(600);
    expect(await at('another', 30)).toBe(0);
    await opened.advance(600_000);
    expect(await at('besieged', 31)).toBe(0);
  });

  it('of a caller are not spent on a visit that has none left', async () => {
    for (let n = 0; n < 10; n += 1) await take({ userId: `user ${n}`, visitId: 'besieged' });
    for (let n = 0; n < 10; n += 1) expect(await take({ visitId: 'besieged' })).toBe(600);
    expect(await take()).toBe(0);
  });

  it('of a visit can be given back', async () => {
    for (let n = 0; n < 9; n += 1) await take({ userId: `user ${n}`, visitId: 'v' });
    const last = await opened.tries.take({ ...reception(), visitId: 'v' });
    expect(await take({ visitId: 'v' })).toBe(600);
    if ('giveBack' in last) await last.giveBack();
    expect([await take({ visitId: 'v' }), await take({ visitId: 'v' })]).toEqual([0, 600]);
  });

  it('are those of one caller in a whole IPv6 network', async () => {
    for (let n = 0; n < 5; n += 1) expect(await take({ address: `2001:db8:1:2::${n}` })).toBe(0);
    expect(await take({ address: '2001:db8:1:2:ffff::1' })).toBe(60);
    expect(await take({ address: '2001:db8:1:3::1' })).toBe(0);
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
      tries: new MemoryEntryCodeTries(clock, 64),
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
      tries: new RedisEntryCodeTries(connection, 64),
      advance: ms => redis.advance(ms),
      jump: ms => clock.jump(ms),
      close: () => redis.clear(),
    };
  }, 10);

  it('keep nothing of a person or an address in clear, and are gone after ten minutes', async () => {
    await new RedisEntryCodeTries(connection, 64).take(reception());
    expect(await redis.content()).toMatch(/:try:[\w-]{43} $/);
    const lifeMs = await redis.longestLifeMs();
    expect(lifeMs).toBeGreaterThan(0);
    expect(lifeMs).toBeLessThanOrEqual(600_000);
  });

  it('are not there while Redis is away; one that cannot be given back then fails nothing', async () => {
    const gone = await redis.open();
    const tries = new RedisEntryCodeTries(gone, 64);
    const taken = await tries.take(reception());
    gone.onApplicationShutdown();
    await expect(tries.take(reception())).rejects.toThrow(RedisFault);
    if ('giveBack' in taken) await taken.giveBack();
    expect(await redis.longestLifeMs()).toBeGreaterThan(0);
  });
});
