import { someUser } from '../../../test/fakes/examples';
import { FakeApiKeys } from '../../../test/fakes/fake-api-keys';
import { FakeRandom } from '../../../test/fakes/fake-random';
import { FakeTokenStore } from '../../../test/fakes/fake-token-store';
import { FakeUserRepository } from '../../../test/fakes/fake-user.repository';
import { TestClock } from '../../../test/support/test-clock';
import { RefusedLogins } from './ports';
import { LogIn } from './log-in';

class FewRefusals extends RefusedLogins {
  readonly seen: string[] = [];

  count(login: string): Promise<number | undefined> {
    this.seen.push(login);
    return Promise.resolve(this.seen.filter(each => each === login).length > 2 ? 60 : undefined);
  }
}

const sent = (login: string, apiKey: string) => ({ login, apiKey, address: '10.0.0.5' });

describe('logging in', () => {
  const key = 'the key';
  let keys: FakeApiKeys;
  let tokens: FakeTokenStore;
  let logIn: LogIn;
  let refused: FewRefusals;
  const keyDigest = new FakeApiKeys().digest(key);
  const reception = someUser({ keyDigest });
  let logins: string[];
  const known = (login: string) => logins.push(login);

  beforeEach(async () => {
    logins = [];
    refused = new FewRefusals();
    keys = new FakeApiKeys();
    tokens = new FakeTokenStore(new TestClock(), new FakeRandom());
    const users = new FakeUserRepository();
    await users.add(reception);
    await users.add(someUser({ id: 'b', login: 'blocked', keyDigest, blocked: true }));
    logIn = new LogIn(users, keys, tokens, refused);
  });

  it('issues a token for the user and the key', async () => {
    const token = await logIn.execute(sent('reception', key), known);
    expect(logins).toEqual(['reception']);
    const found = await tokens.find(token);
    expect(found).toMatchObject({ userId: reception.id, expired: false });
    expect([keyDigest, 'e'.repeat(64)].map(digest => found?.isOf(digest))).toEqual([true, false]);
  });

  it('issues a new token each time and keeps the others live', async () => {
    const first = await logIn.execute(sent('reception', key), known);
    const second = await logIn.execute(sent('reception', key), known);
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
    async (_, login, given, code, reported) => {
      await expect(logIn.execute(sent(login, given), known)).rejects.toMatchObject({ code });
      expect(logins).toEqual(reported);
      expect({ digests: keys.digests, compares: keys.compares }).toEqual({ digests: 1, compares: 1 });
    },
  );

  it.each([
    ['a known login', 'reception', 'KeyInvalid'],
    ['an unknown login', 'nobody', 'LoginUnknown'],
    ['the login of a blocked user', 'blocked', 'LoginUnknown'],
  ])('reveals nothing about %s after many refusals', async (_, login, code) => {
    for (let time = 0; time < 2; time += 1)
      await expect(logIn.execute(sent(login, 'wrong'), known)).rejects.toMatchObject({ code });
    await expect(logIn.execute(sent(login, 'wrong'), known)).rejects.toMatchObject({
      code: 'RateExceeded',
      message: expect.stringContaining('[10.0.0.5]'),
      retryAfterSeconds: 60,
    });
  });

  it('accepts the right key after any number of refusals, and does not count it', async () => {
    for (let time = 0; time < 9; time += 1)
      await expect(logIn.execute(sent('reception', 'wrong'), known)).rejects.toThrow();
    await logIn.execute(sent('reception', key), known);
    expect(refused.seen).toHaveLength(9);
  });

  it('does the same work for the right key', async () => {
    await logIn.execute(sent('reception', key), known);
    expect({ digests: keys.digests, compares: keys.compares }).toEqual({ digests: 1, compares: 1 });
  });

  it('refuses an unknown login even if the digest of the key is the dummy digest', async () => {
    const allZero = new (class extends FakeApiKeys {
      override digest(): string {
        return '0'.repeat(64);
      }
    })();
    const users = new FakeUserRepository();
    await expect(
      new LogIn(users, allZero, tokens, refused).execute(sent('nobody', 'x'), known),
    ).rejects.toMatchObject({
      code: 'LoginUnknown',
    });
  });
});
