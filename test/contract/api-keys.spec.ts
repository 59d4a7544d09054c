import { isApiKey } from '../../src/auth/domain/api-key';
import type { ApiKeys } from '../../src/auth/application/ports';
import { CryptoApiKeys } from '../../src/auth/infrastructure/crypto-api-keys';
import { FakeApiKeys } from '../fakes/fake-api-keys';

const implementations: readonly [string, () => ApiKeys][] = [
  ['fake', () => new FakeApiKeys()],
  ['crypto', () => new CryptoApiKeys()],
];

describe.each(implementations)('ApiKeys (%s)', (_, open) => {
  const keys = open();

  it('makes keys of 16 bytes that can be given, a new one each time', () => {
    const made = [keys.make(), keys.make(), keys.make()];
    for (const key of made) {
      expect(isApiKey(key)).toBe(true);
      expect(Buffer.from(key, 'base64')).toHaveLength(16);
    }
    expect(new Set(made).size).toBe(3);
  });

  it('digests a key always to the same 64 hexadecimal digits, and another to others', () => {
    const [key, other] = [keys.make(), keys.make()];
    expect(keys.digest(key)).toMatch(/^[0-9a-f]{64}$/);
    expect(keys.digest(key)).toBe(keys.digest(key));
    expect(keys.digest(key)).not.toBe(keys.digest(other));
  });

  it('tells whether two digests are the same', () => {
    const digest = keys.digest(keys.make());
    expect(keys.sameDigest(digest, digest)).toBe(true);
    for (const place of [0, 31, 63]) {
      const changed = digest.slice(0, place) + (digest[place] === '0' ? '1' : '0') + digest.slice(place + 1);
      expect(keys.sameDigest(digest, changed)).toBe(false);
    }
  });

  it('takes a digest of another length for another', () => {
    const digest = keys.digest(keys.make());
    expect(keys.sameDigest(digest, '')).toBe(false);
    expect(keys.sameDigest(digest, digest.slice(1))).toBe(false);
  });
});

it('a key is stored as its SHA-256', () => {
  expect(new CryptoApiKeys().digest('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
