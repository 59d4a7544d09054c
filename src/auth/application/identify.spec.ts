import { someUser } from '../../../test/fakes/examples';
import { FakeRandom } from '../../../test/fakes/fake-random';
import { FakeTokenStore } from '../../../test/fakes/fake-token-store';
import { FakeUserRepository } from '../../../test/fakes/fake-user.repository';
import { TestClock } from '../../../test/support/test-clock';
import { Identify } from './identify';

describe('identifying the holder of a token', () => {
  const user = someUser();
  let clock: TestClock;
  let users: FakeUserRepository;
  let identify: Identify;
  let token: string;

  beforeEach(async () => {
    clock = new TestClock();
    users = new FakeUserRepository();
    const tokens = new FakeTokenStore(clock, new FakeRandom());
    await users.add(user);
    token = await tokens.issue({ userId: user.id, keyDigest: user.keyDigest });
    identify = new Identify(tokens, users);
  });

  const notFound = () => ({ code: 'TokenNotFound', message: `Token ${token} not found` });

  it('answers the user', async () => {
    expect(await identify.execute(token)).toEqual(user);
    expect(await identify.isLive(token)).toBe(true);
  });

  it('refuses a token that nobody issued with TokenNotFound', async () => {
    await expect(identify.execute('x')).rejects.toMatchObject({
      code: 'TokenNotFound',
      message: 'Token x not found',
    });
    expect(await identify.isLive('x')).toBe(false);
  });

  it('refuses an expired token with TokenExpired, and with TokenNotFound once it is forgotten', async () => {
    clock.advance(20_000);
    await expect(identify.execute(token)).rejects.toMatchObject({
      code: 'TokenExpired',
      message: `Token ${token} already expired`,
    });
    expect(await identify.isLive(token)).toBe(false);
    clock.advance(600_000);
    await expect(identify.execute(token)).rejects.toMatchObject(notFound());
  });

  it('refuses the live token of a user who was blocked since, and accepts it again', async () => {
    await users.setBlocked(user.login, true);
    await expect(identify.execute(token)).rejects.toMatchObject(notFound());
    await users.setBlocked(user.login, false);
    expect(await identify.execute(token)).toEqual(user);
  });

  it('refuses the live token of a key that was changed since', async () => {
    await users.setKeyDigest(user.login, 'e'.repeat(64));
    await expect(identify.execute(token)).rejects.toMatchObject(notFound());
  });

  it('refuses the live token of a user who is gone', async () => {
    users.erase(user.login);
    await expect(identify.execute(token)).rejects.toMatchObject(notFound());
  });
});
