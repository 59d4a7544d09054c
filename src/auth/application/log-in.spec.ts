import { someUser } from '../../../test/fakes/examples';
import { FakeApiKeys } from '../../../test/fakes/fake-api-keys';
import { FakeRandom } from '../../../test/fakes/fake-random';
import { FakeTokenStore } from '../../../test/fakes/fake-token-store';
import { FakeUserRepository } from '../../../test/fakes/fake-user.repository';
import { TestClock } from '../../../test/support/test-clock';
import { LogIn } from './log-in';

describe('logging in', () => {
  const key = 'the key';
  let keys: FakeApiKeys;
  let tokens: FakeTokenStore;
  let logIn: LogIn;
  const keyDigest = new FakeApiKeys().digest(key);
  const reception = someUser({ keyDigest });
  let logins: string[];
  const known = (login: string) => logins.push(login);

  beforeEach(async () => {
    logins = [];
    keys = new FakeApiKeys();
    tokens = new FakeTokenStore(new TestClock(), new FakeRandom());
    const users = new FakeUserRepository();
    await users.add(reception);
    await users.add(someUser({ id: 'b', login: 'blocked', keyDigest, blocked: true }));
    logIn = new LogIn(users, keys, tokens);
  });

  it('gives a token that stands for the user and the key', async () => {
    const token = await logIn.execute('reception', key, known);
    expect(logins).toEqual(['reception']);
    expect(await tokens.find(token)).toEqual({ holder: { userId: reception.id, keyDigest }, expired: false });
  });

  it('gives a new token each time, and the others go on living', async () => {
    const first = await logIn.execute('reception', key, known);
    const second = await logIn.execute('reception', key, known);
    expect(first).not.toBe(second);
    expect(await tokens.find(first)).toMatchObject({ expired: false });
  });

  it.each([
    ['an unknown login', 'nobody', key, 'LoginUnknown', []],
    ['a blocked user with the right key', 'blocked', key, 'LoginUnknown', ['blocked']],
    ['a blocked user with a wrong key', 'blocked', 'wrong', 'LoginUnknown', ['blocked']],
    ['a known login with a wrong key', 'reception', 'wrong', 'KeyInvalid', ['reception']],
  ])(
    'refuses %s, after one digest and one comparison like any other',
    async (_, login, given, code, told) => {
      await expect(logIn.execute(login, given, known)).rejects.toMatchObject({ code });
      expect(logins).toEqual(told);
      expect({ digests: keys.digests, compares: keys.compares }).toEqual({ digests: 1, compares: 1 });
    },
  );

  it('does the same work for the right key', async () => {
    await logIn.execute('reception', key, known);
    expect({ digests: keys.digests, compares: keys.compares }).toEqual({ digests: 1, compares: 1 });
  });

  it('does not let an unknown login in by the digest that stands in for its key', async () => {
    const allZero = new (class extends FakeApiKeys {
      override digest(): string {
        return '0'.repeat(64);
      }
    })();
    const users = new FakeUserRepository();
    await expect(new LogIn(users, allZero, tokens).execute('nobody', 'x', known)).rejects.toMatchObject({
      code: 'LoginUnknown',
    });
  });
});
