import { someUser } from '../../../test/fakes/examples';
import { FakeRandom } from '../../../test/fakes/fake-random';
import { FakeTokenStore } from '../../../test/fakes/fake-token-store';
import { FakeUserRepository } from '../../../test/fakes/fake-user.repository';
import { TestClock } from '../../../test/support/test-clock';
import { Identify, USER_CACHE_MS } from './identify';

describe('identifying the user of a token', () => {
  const user = someUser();
  let clock: TestClock;
  let users: FakeUserRepository;
  let identify: Identify;
  let tokens: FakeTokenStore;
  let token: string;

  beforeEach(async () => {
    clock = new TestClock();
    users = new FakeUserRepository();
    tokens = new FakeTokenStore(clock, new FakeRandom());
    await users.add(user);
    token = await tokens.issue({ userId: user.id, keyDigest: user.keyDigest });
    identify = new Identify(tokens, users, clock);
  });

  it('answers the user', async () => {
    expect(await identify.execute(token)).toEqual(user);
  });

  it('refuses an unknown token with TokenNotFound', async () => {
    expect(await identify.execute('x')).toBe('TokenNotFound');
  });

  it('refuses an expired token with TokenExpired, and with TokenNotFound once it is forgotten', async () => {
    clock.advance(20_000);
    expect(await identify.execute(token)).toBe('TokenExpired');
    clock.advance(600_000);
    expect(await identify.execute(token)).toBe('TokenNotFound');
  });

  it.each([
    ['blocked since', () => users.change(user.login, { blocked: true })],
    ['with a new key since', () => users.change(user.login, { keyDigest: 'e'.repeat(64) })],
    ['erased since', () => users.erase(user.login)],
  ] as const)(
    'refuses the live token of a user %s, half a second after it was last read',
    async (_, change) => {
      expect(await identify.execute(token)).toEqual(user);
      await change();
      clock.advance(USER_CACHE_MS - 1);
      expect(await identify.execute(token)).toEqual(user);
      clock.advance(1);
      expect(await identify.execute(token)).toBe('TokenNotFound');
    },
  );

  it('reads the user again before refusing a token', async () => {
    await users.change(user.login, { blocked: true });
    expect(await identify.execute(token)).toBe('TokenNotFound');
    await users.change(user.login, { blocked: false });
    expect(await identify.execute(token)).toEqual(user);

    await users.change(user.login, { keyDigest: 'e'.repeat(64) });
    const newer = await tokens.issue({ userId: user.id, keyDigest: 'e'.repeat(64) });
    expect(await identify.execute(newer)).toMatchObject({ keyDigest: 'e'.repeat(64) });
    expect(await identify.execute(token)).toBe('TokenNotFound');
  });

  it('accepts the user of a request after its token has expired or was forgotten', async () => {
    for (const ms of [20_000, 600_000]) {
      clock.advance(ms);
      expect(await identify.again(user)).toEqual(user);
    }
  });

  it.each([
    ['blocked', () => users.change(user.login, { blocked: true })],
    ['given a new key', () => users.change(user.login, { keyDigest: 'e'.repeat(64) })],
    ['erased', () => users.erase(user.login)],
  ] as const)('refuses a user %s during the request', async (_, change) => {
    expect(await identify.again(user)).toEqual(user);
    await change();
    expect(await identify.again(user)).toEqual(user);
    clock.advance(USER_CACHE_MS);
    expect(await identify.again(user)).toBe('TokenNotFound');
  });

  it('reads a user once in half a second', async () => {
    const read = jest.spyOn(users, 'findById');
    for (let count = 0; count < 100; count += 1) await identify.execute(token);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
