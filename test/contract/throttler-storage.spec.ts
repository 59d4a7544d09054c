import type { ThrottlerStorage } from '@nestjs/throttler';
import { RedisThrottlerStorage } from '../../src/auth/infrastructure/redis-throttler-storage';
import { WindowThrottlerStorage } from '../../src/auth/infrastructure/window-throttler-storage';
import type { RedisConnection } from '../../src/redis';
import { describeWithRedis, TestRedis } from '../support/redis';
import { TestClock } from '../support/test-clock';

interface Opened {
  readonly storage: ThrottlerStorage;
  advance(ms: number): Promise<void> | void;
  /** Sets the wall clock of the node alone. */
  jump(ms: number): void;
  close(): Promise<void> | void;
}

/** @param edgeMs how near to the end of a window the time can be brought: Redis' clock goes on by itself */
function throttlerStorageContract(open: () => Opened, edgeMs: number): void {
  let opened: Opened;
  const windowMs = 61_500;
  const hit = (key = 'reception') => opened.storage.increment(key, windowMs, 2, windowMs, 'user');

  beforeEach(() => {
    opened = open();
  });
  afterEach(() => opened.close());

  it('blocks from the first request over the limit on', async () => {
    expect(await hit()).toMatchObject({ totalHits: 1, isBlocked: false });
    expect(await hit()).toMatchObject({ totalHits: 2, isBlocked: false });
    expect(await hit()).toMatchObject({ totalHits: 3, isBlocked: true });
    expect(await hit()).toMatchObject({ totalHits: 4, isBlocked: true });
  });

  it('lets exactly the limit pass of many at once', async () => {
    const hits = await Promise.all(
      Array.from({ length: 50 }, () => opened.storage.increment('gate', windowMs, 20, windowMs, 'user')),
    );
    expect(hits.filter(({ isBlocked }) => !isBlocked)).toHaveLength(20);
  });

  it('begins anew when the window that the first request began is over', async () => {
    await hit();
    await opened.advance(windowMs - edgeMs);
    for (let n = 0; n < 2; n += 1) await hit();
    expect(await hit()).toMatchObject({ totalHits: 4, isBlocked: true });
    await opened.advance(edgeMs);
    expect(await hit()).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('tells whole seconds until the window ends, one at least', async () => {
    expect(await hit()).toMatchObject({ timeToExpire: 62, timeToBlockExpire: 62 });
    await opened.advance(1000);
    expect(await hit()).toMatchObject({ timeToExpire: 61, timeToBlockExpire: 61 });
    await opened.advance(windowMs - 1000 - edgeMs);
    const seconds = Math.ceil(edgeMs / 1000);
    expect(await hit()).toMatchObject({ timeToExpire: seconds, timeToBlockExpire: seconds });
  });

  it('counts every key for itself', async () => {
    for (let n = 0; n < 3; n += 1) await hit();
    expect(await hit('gate')).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('takes the limit from the request, and the end of the window from the first', async () => {
    await hit();
    expect(await opened.storage.increment('reception', 1, 1, 1, 'user')).toMatchObject({
      totalHits: 2,
      isBlocked: true,
      timeToBlockExpire: 62,
    });
  });

  it('does not care for a wall clock that jumps', async () => {
    for (let n = 0; n < 3; n += 1) await hit();
    opened.jump(86_400_000);
    expect(await hit()).toMatchObject({ isBlocked: true });
  });
}

describe('the storage behind the throttler (in memory)', () => {
  throttlerStorageContract(() => {
    const clock = new TestClock();
    return {
      storage: new WindowThrottlerStorage(clock),
      advance: ms => clock.advance(ms),
      jump: ms => clock.jump(ms),
      close: () => undefined,
    };
  }, 1);

  it('lets addresses without number push out no user', async () => {
    const storage = new WindowThrottlerStorage(new TestClock());
    await storage.increment('user:7', 60_000, 1, 60_000, 'user');
    for (let n = 0; n < 100_001; n += 1)
      await storage.increment(`address:${n}`, 60_000, 1, 60_000, 'address');
    expect(await storage.increment('user:7', 60_000, 1, 60_000, 'user')).toMatchObject({ isBlocked: true });
  });
});

describeWithRedis('the storage behind the throttler (Redis)', () => {
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

  throttlerStorageContract(() => {
    const clock = new TestClock();
    return {
      storage: new RedisThrottlerStorage(connection),
      advance: ms => redis.advance(ms),
      jump: ms => clock.jump(ms),
      close: () => redis.clear(),
    };
  }, 5_000);

  it('keeps nothing of an address in clear, and nothing for longer than its window', async () => {
    const storage = new RedisThrottlerStorage(connection);
    await storage.increment('address:203.0.113.77', 60_000, 1);
    await redis.advance(30_000);
    await storage.increment('address:203.0.113.77', 60_000, 1);
    expect(await redis.content()).toMatch(/:rate:[\w-]{43} 2$/);
    const lifeMs = await redis.longestLifeMs();
    expect(lifeMs).toBeGreaterThan(0);
    expect(lifeMs).toBeLessThanOrEqual(30_000);
  });

  it('gives a window without an end one', async () => {
    const storage = new RedisThrottlerStorage(connection);
    await storage.increment('user:7', 60_000, 1);
    await redis.persist();
    expect(await storage.increment('user:7', 60_000, 1)).toMatchObject({ isBlocked: true, timeToExpire: 60 });
    expect(await redis.longestLifeMs()).toBeGreaterThan(0);
  });
});
