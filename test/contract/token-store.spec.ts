import { createHash } from 'node:crypto';
import type { FoundToken, TokenStore } from '../../src/auth/application/ports';
import { MemoryTokenStore, TOKEN_CAPACITY } from '../../src/auth/infrastructure/memory-token-store';
import { RedisTokenStore } from '../../src/auth/infrastructure/redis-token-store';
import { loadConfig } from '../../src/config/settings';
import { digestedKey, type RedisConnection } from '../../src/redis';
import { SystemRandom } from '../../src/runtime/system-random';
import { guid } from '../fakes/examples';
import { FakeRandom } from '../fakes/fake-random';
import { FakeTokenStore } from '../fakes/fake-token-store';
import { describeWithRedis, TestRedis } from '../support/redis';
import { TestClock } from '../support/test-clock';

const holder = { userId: guid(1), keyDigest: 'd'.repeat(64) };
const otherKey = 'e'.repeat(64);
/** What a token turns out to be, and whether it fits the key that it was issued for, and that one alone. */
const read = (found: FoundToken | undefined) =>
  found && {
    userId: found.userId,
    expired: found.expired,
    fits: [holder.keyDigest, otherKey, ''].map(keyDigest => found.isOf(keyDigest)),
  };
const seen = (expired: boolean) => ({ userId: holder.userId, expired, fits: [true, false, false] });
const guidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Opened {
  readonly tokens: TokenStore;
  advance(ms: number): Promise<void> | void;
  /** Sets the wall clock of the node alone. */
  jump(ms: number): void;
  close(): Promise<void> | void;
}

/** @param edgeMs how near to the end of a life the time can be brought: Redis' clock goes on by itself */
function tokenStoreContract(open: () => Opened, edgeMs: number): void {
  let opened: Opened;
  let tokens: TokenStore;

  beforeEach(() => {
    opened = open();
    tokens = opened.tokens;
  });
  afterEach(() => opened.close());

  it('issues GUIDs, a new one each time', async () => {
    const issued = [await tokens.issue(holder), await tokens.issue(holder)];
    for (const token of issued) expect(token).toMatch(guidForm);
    expect(issued[0]).not.toBe(issued[1]);
  });

  it('finds the holder of a token, of many at once', async () => {
    const first = await tokens.issue(holder);
    const second = await tokens.issue({ ...holder, userId: guid(2) });
    expect(read(await tokens.find(first))).toEqual(seen(false));
    expect(await tokens.find(second)).toMatchObject({ userId: guid(2) });
  });

  it('lets all tokens of a holder live, however many there are', async () => {
    const issued: string[] = [];
    for (let n = 0; n < 30; n += 1) issued.push(await tokens.issue(holder));
    const found = await Promise.all(issued.map(token => tokens.find(token)));
    expect(found.map(read)).toEqual(issued.map(() => seen(false)));
  });

  it('lets 1,000 tokens of a user live: the oldest goes, and never one of another', async () => {
    const others = await tokens.issue({ ...holder, userId: guid(2) });
    const issued: string[] = [];
    for (let n = 0; n < 1003; n += 1) issued.push(await tokens.issue(holder));
    const found = await Promise.all(issued.map(token => tokens.find(token)));
    expect(found.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(found.slice(3).filter(each => each?.expired === false)).toHaveLength(1000);
    expect(await tokens.find(others)).toMatchObject({ expired: false });
  });

  it('counts no expired token among them, and remembers it', async () => {
    const issued: string[] = [];
    for (let n = 0; n < 1000; n += 1) issued.push(await tokens.issue(holder));
    await opened.advance(20_000);
    const token = await tokens.issue(holder);
    expect(await tokens.find(token)).toMatchObject({ expired: false });
    for (const each of issued.slice(0, 2)) expect(await tokens.find(each)).toMatchObject({ expired: true });
  });

  it('knows no token that it has not issued', async () => {
    await tokens.issue(holder);
    expect(await tokens.find(guid(9))).toBeUndefined();
    expect(await tokens.find('')).toBeUndefined();
  });

  it('lets a token live 20 s from its issue, used or not', async () => {
    const token = await tokens.issue(holder);
    await opened.advance(20_000 - edgeMs);
    expect(await tokens.find(token)).toMatchObject({ expired: false });
    await opened.advance(edgeMs);
    expect(read(await tokens.find(token))).toEqual(seen(true));
  });

  it('remembers an expired token for 10 min', async () => {
    const token = await tokens.issue(holder);
    await opened.advance(20_000 + 600_000 - edgeMs);
    expect(await tokens.find(token)).toMatchObject({ expired: true });
    await opened.advance(edgeMs);
    expect(await tokens.find(token)).toBeUndefined();
  });

  it.each([-86_400_000, 86_400_000])('does not care for a wall clock that jumps by %i ms', async jumpMs => {
    const token = await tokens.issue(holder);
    opened.jump(jumpMs);
    expect(await tokens.find(token)).toMatchObject({ expired: false });
    await opened.advance(20_000);
    expect(await tokens.find(token)).toMatchObject({ expired: true });
  });
}

const configFor = (tokenTtlSeconds: number) => loadConfig({ TOKEN_TTL_SECONDS: String(tokenTtlSeconds) }, []);

function openFake(): Opened {
  const clock = new TestClock();
  return openedOn(clock, new FakeTokenStore(clock, new FakeRandom()));
}

function openInMemory(tokenTtlSeconds = 20) {
  const clock = new TestClock();
  return openedOn(clock, new MemoryTokenStore(configFor(tokenTtlSeconds), clock, new FakeRandom()));
}

function openedOn<Store extends TokenStore>(clock: TestClock, tokens: Store) {
  return {
    tokens,
    advance: (ms: number) => clock.advance(ms),
    jump: (ms: number) => clock.jump(ms),
    close: () => undefined,
  };
}

describe('TokenStore (fake)', () => tokenStoreContract(openFake, 1));

describe('TokenStore (in memory)', () => {
  tokenStoreContract(openInMemory, 1);

  it('never holds more than its capacity: who has most loses the oldest', async () => {
    const { tokens } = openInMemory();
    const first = await tokens.issue(holder);
    const second = await tokens.issue(holder);
    for (let n = 2; n < TOKEN_CAPACITY; n += 1) await tokens.issue({ ...holder, userId: `user ${n % 200}` });
    expect(tokens.size).toBe(TOKEN_CAPACITY);
    expect(await tokens.find(first)).toBeDefined();
    await tokens.issue(holder);
    expect(tokens.size).toBe(TOKEN_CAPACITY);
    for (const token of [first, second]) expect(await tokens.find(token)).toBeDefined();
  });

  it('drops what it has forgotten when it issues the next', async () => {
    const { tokens, advance } = openInMemory();
    await tokens.issue(holder);
    await tokens.issue(holder);
    advance(620_000);
    await tokens.issue(holder);
    expect(tokens.size).toBe(1);
  });

  it('takes its life from the settings', async () => {
    const { tokens, advance } = openInMemory(5);
    const token = await tokens.issue(holder);
    advance(4_999);
    expect(await tokens.find(token)).toMatchObject({ expired: false });
    advance(1);
    expect(await tokens.find(token)).toMatchObject({ expired: true });
  });
});

describeWithRedis('TokenStore (Redis)', () => {
  let redis: TestRedis;
  let connection: RedisConnection;
  const openInRedis = (tokenTtlSeconds = 20) =>
    new RedisTokenStore(connection, configFor(tokenTtlSeconds), new SystemRandom());

  beforeAll(async () => {
    redis = new TestRedis();
    connection = await redis.open();
  });
  afterAll(async () => {
    connection.onApplicationShutdown();
    await redis.close();
  });

  tokenStoreContract(() => {
    const clock = new TestClock();
    return {
      tokens: openInRedis(),
      advance: ms => redis.advance(ms),
      jump: ms => clock.jump(ms),
      close: () => redis.clear(),
    };
  }, 5_000);

  it('is one for all nodes, whatever the life of a token is on the other', async () => {
    const token = await openInRedis(40).issue(holder);
    await redis.advance(35_000);
    expect(read(await openInRedis().find(token))).toEqual(seen(false));
    await redis.advance(5_000);
    expect(read(await openInRedis().find(token))).toEqual(seen(true));
  });

  it('takes no record of another token, of another user or of old for a proof', async () => {
    const tokens = openInRedis();
    const [token, other] = [await tokens.issue(holder), await tokens.issue({ ...holder, userId: guid(2) })];
    const keyOf = (each: string) => digestedKey('token', each);
    const [, proof = ''] = ((await connection.run(client => client.get(keyOf(other)))) ?? '').split(' ');
    expect(proof).toMatch(/^[\w-]{43}$/);
    for (const forged of [proof, holder.keyDigest, proof.slice(1), '', '\u00e9'.repeat(43)]) {
      await connection.run(client => client.set(keyOf(token), `${holder.userId} ${forged}`, 'KEEPTTL'));
      expect(read(await tokens.find(token))).toEqual({ ...seen(false), fits: [false, false, false] });
    }
  });

  it('keeps no token and nothing to make one of, and nothing for longer than it is remembered', async () => {
    const token = await openInRedis().issue(holder);
    const content = await redis.content();
    expect(content).toContain(`token:${createHash('sha256').update(token).digest('base64url')}`);
    for (const secret of [token, holder.keyDigest]) expect(content).not.toContain(secret);
    const lifeMs = await redis.longestLifeMs();
    expect(lifeMs).toBeGreaterThan(600_000);
    expect(lifeMs).toBeLessThanOrEqual(620_000);
  });
});
