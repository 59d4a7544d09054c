import type { TokenStore } from '../../src/auth/application/ports';
import { MemoryTokenStore, TOKEN_CAPACITY } from '../../src/auth/infrastructure/memory-token-store';
import { loadConfig } from '../../src/config/settings';
import type { Clock } from '../../src/shared/clock';
import { guid } from '../fakes/examples';
import { FakeRandom } from '../fakes/fake-random';
import { FakeTokenStore } from '../fakes/fake-token-store';
import { TestClock } from '../support/test-clock';

const inMemory = (clock: Clock) => new MemoryTokenStore(loadConfig({}, []), clock, new FakeRandom());
const stores: readonly [string, (clock: Clock) => TokenStore][] = [
  ['fake', clock => new FakeTokenStore(clock, new FakeRandom())],
  ['in memory', inMemory],
];
const holder = { userId: guid(1), keyDigest: 'd'.repeat(64) };

describe.each(stores)('TokenStore (%s)', (_, open) => {
  let clock: TestClock;
  let tokens: TokenStore;

  beforeEach(() => {
    clock = new TestClock();
    tokens = open(clock);
  });

  it('issues GUIDs, a new one each time', async () => {
    const issued = [await tokens.issue(holder), await tokens.issue(holder)];
    for (const token of issued) expect(token).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(issued[0]).not.toBe(issued[1]);
  });

  it('finds the holder of a token, of many at once', async () => {
    const first = await tokens.issue(holder);
    const second = await tokens.issue({ ...holder, userId: guid(2) });
    expect(await tokens.find(first)).toEqual({ holder, expired: false });
    expect(await tokens.find(second)).toMatchObject({ holder: { userId: guid(2) } });
  });

  it('knows no token that it has not issued', async () => {
    await tokens.issue(holder);
    expect(await tokens.find(guid(9))).toBeUndefined();
    expect(await tokens.find('')).toBeUndefined();
  });

  it('lets a token live 20 s from its issue, used or not', async () => {
    const token = await tokens.issue(holder);
    clock.advance(19_999);
    expect(await tokens.find(token)).toMatchObject({ expired: false });
    clock.advance(1);
    expect(await tokens.find(token)).toEqual({ holder, expired: true });
  });

  it('remembers an expired token for 10 min', async () => {
    const token = await tokens.issue(holder);
    clock.advance(20_000 + 599_999);
    expect(await tokens.find(token)).toMatchObject({ expired: true });
    clock.advance(1);
    expect(await tokens.find(token)).toBeUndefined();
  });

  it.each([-86_400_000, 86_400_000])('does not care for a wall clock that jumps by %i ms', async jumpMs => {
    const token = await tokens.issue(holder);
    clock.jump(jumpMs);
    expect(await tokens.find(token)).toMatchObject({ expired: false });
    clock.advance(20_000);
    expect(await tokens.find(token)).toMatchObject({ expired: true });
  });
});

describe('the token store in memory', () => {
  it('never holds more than its capacity: the oldest goes', async () => {
    const tokens = inMemory(new TestClock());
    const first = await tokens.issue(holder);
    const second = await tokens.issue(holder);
    for (let n = 2; n < TOKEN_CAPACITY; n += 1) await tokens.issue(holder);
    expect(tokens.size).toBe(TOKEN_CAPACITY);
    expect(await tokens.find(first)).toBeDefined();
    await tokens.issue(holder);
    expect(tokens.size).toBe(TOKEN_CAPACITY);
    expect(await tokens.find(first)).toBeUndefined();
    expect(await tokens.find(second)).toBeDefined();
  });

  it('drops what it has forgotten when it issues the next', async () => {
    const clock = new TestClock();
    const tokens = inMemory(clock);
    await tokens.issue(holder);
    await tokens.issue(holder);
    clock.advance(620_000);
    await tokens.issue(holder);
    expect(tokens.size).toBe(1);
  });

  it('takes its life from the settings', async () => {
    const clock = new TestClock();
    const tokens = new MemoryTokenStore(loadConfig({ TOKEN_TTL_SECONDS: '5' }, []), clock, new FakeRandom());
    const token = await tokens.issue(holder);
    clock.advance(4_999);
    expect(await tokens.find(token)).toMatchObject({ expired: false });
    clock.advance(1);
    expect(await tokens.find(token)).toMatchObject({ expired: true });
  });
});
