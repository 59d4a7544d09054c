import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Licence } from '../domain/licence';
import { issueLicence, LicenceFault, type LicenceKeys, makeLicenceKeys, readLicence } from './signed-licence';

const licence: Licence = {
  id: 'L-1',
  licensee: 'Nováková & synové, s. r. o.',
  agendas: ['Visits', 'Persons'],
  notBefore: new Date('2026-11-01T00:00:00Z'),
  expires: new Date('2027-11-01T00:00:00Z'),
  issuedAt: new Date('2026-10-20T08:15:30Z'),
};
const payload = {
  licensee: 'Company ABC',
  agendas: ['Visits'],
  nbf: 1_793_491_200,
  exp: 1_825_027_200,
  iat: 1_792_000_000,
  jti: 'L-2',
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const input = (header: object, body: unknown) => `${part(header)}.${part(body)}`;

/** Signed with Node's crypto module, to test against standard JWS and not only against our own output. */
function signed(body: unknown, key: KeyObject, header: object = { alg: 'EdDSA' }): string {
  const text = input(header, body);
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

describe('a signed licence', () => {
  let keys: LicenceKeys;
  const own = generateKeyPairSync('ed25519');
  const ownPem = own.publicKey.export({ type: 'spki', format: 'pem' }).toString();

  beforeAll(async () => {
    keys = await makeLicenceKeys();
  });

  it('is read as it was issued', async () => {
    const text = await issueLicence(keys.privateKeyPem, licence);
    expect(await readLicence(text, keys.publicKeyPem)).toEqual({ kind: 'signed', licence });
  });

  it('is a compact JWS with the six documented claims and nothing else', async () => {
    const [header = '', body = ''] = (await issueLicence(keys.privateKeyPem, licence)).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'EdDSA' });
    expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual({
      licensee: licence.licensee,
      agendas: ['Visits', 'Persons'],
      nbf: Date.parse('2026-11-01T00:00:00Z') / 1000,
      exp: Date.parse('2027-11-01T00:00:00Z') / 1000,
      iat: Date.parse('2026-10-20T08:15:30Z') / 1000,
      jti: 'L-1',
    });
  });

  it('may have white space around it, as may the key', async () => {
    const text = await issueLicence(keys.privateKeyPem, licence);
    expect((await readLicence(`\n${text}\r\n`, `\n${keys.publicKeyPem}\n`)).kind).toBe('signed');
  });

  it('of other software is read, unknown members included', async () => {
    const body = { ...payload, seats: 20, agendas: ['Parking', 'Visitors', 'Visits', 'Visits', 'visits'] };
    expect(await readLicence(signed(body, own.privateKey, { alg: 'EdDSA', typ: 'JWT' }), ownPem)).toEqual({
      kind: 'signed',
      licence: {
        id: 'L-2',
        licensee: 'Company ABC',
        agendas: ['Visits', 'Visitors'],
        notBefore: new Date(payload.nbf * 1000),
        expires: new Date(payload.exp * 1000),
        issuedAt: new Date(payload.iat * 1000),
      },
    });
  });

  describe('is forged', () => {
    const kindOf = async (text: string) => (await readLicence(text, ownPem)).kind;

    it('when another key signed it', async () => {
      expect(await kindOf(await issueLicence(keys.privateKeyPem, licence))).toBe('forged');
    });

    it('when its payload was changed', async () => {
      const [header, , signature] = signed(payload, own.privateKey).split('.');
      const longer = part({ ...payload, exp: payload.exp + 1 });
      expect(await kindOf(`${header}.${longer}.${signature}`)).toBe('forged');
    });

    it('when its signature is missing', async () => {
      expect(await kindOf(`${input({ alg: 'EdDSA' }, payload)}.`)).toBe('forged');
    });

    it.each(['none', 'None', 'NONE'])('when its algorithm is %s', async alg => {
      expect(await kindOf(`${input({ alg }, payload)}.`)).toBe('forged');
    });

    it('when it was signed with the public key as an HMAC secret', async () => {
      for (const secret of [ownPem, ownPem.trim(), own.publicKey.export({ type: 'spki', format: 'der' })]) {
        const text = input({ alg: 'HS256' }, payload);
        const mac = createHmac('sha256', secret).update(text).digest('base64url');
        expect(await kindOf(`${text}.${mac}`)).toBe('forged');
      }
    });

    it('when it contains the key to verify it with', async () => {
      const stranger = generateKeyPairSync('ed25519');
      const header = { alg: 'EdDSA', jwk: stranger.publicKey.export({ format: 'jwk' }) };
      expect(await kindOf(signed(payload, stranger.privateKey, header))).toBe('forged');
    });
  });

  describe('is unreadable', () => {
    it.each([
      ['empty', ''],
      ['not a JWS', 'hello'],
      ['only dots', '..'],
      ['binary', '\u0000\ufffd\u0001'],
      ['a JWS in JSON', JSON.stringify({ payload: part(payload), signatures: [] })],
      ['without an algorithm', `${input({}, payload)}.AAAA`],
    ])('when it is %s', async (_, text) => {
      expect((await readLicence(text, ownPem)).kind).toBe('unreadable');
    });

    it.each<[string, unknown]>([
      ['null', null],
      ['a list', [payload]],
      ['a text', 'Visits'],
      ['without a licensee', { ...payload, licensee: undefined }],
      ['with a blank licensee', { ...payload, licensee: ' ' }],
      ['without agendas', { ...payload, agendas: undefined }],
      ['with a text for agendas', { ...payload, agendas: 'Visits' }],
      ['with numbers for agendas', { ...payload, agendas: [1] }],
      ['without a begin', { ...payload, nbf: undefined }],
      ['without an end', { ...payload, exp: undefined }],
      ['with a text for its end', { ...payload, exp: '2027-11-01' }],
      ['with an end out of range', { ...payload, exp: 1e300 }],
      ['without an issue date', { ...payload, iat: undefined }],
      ['without an id', { ...payload, jti: undefined }],
    ])('when its payload is %s, despite a valid signature', async (_, body) => {
      const text = signed(body, own.privateKey);
      expect(await readLicence(text, ownPem)).toEqual({
        kind: 'unreadable',
        problem: expect.stringMatching(/^its payload is not that of a licence: /),
      });
    });

    it('when its payload is not JSON or not UTF-8, despite a valid signature', async () => {
      for (const bytes of [Buffer.from('{'), Buffer.from([0x22, 0xff, 0x22])]) {
        const text = `${part({ alg: 'EdDSA' })}.${bytes.toString('base64url')}`;
        const jws = `${text}.${sign(null, Buffer.from(text), own.privateKey).toString('base64url')}`;
        expect((await readLicence(jws, ownPem)).kind).toBe('unreadable');
      }
    });

    it('when its base64url is not canonical', async () => {
      const text = signed(payload, own.privateKey);
      const last = text.at(-1) ?? '';
      // A signature of 64 bytes leaves four bits of its last character unused.
      const other = String.fromCharCode(last.charCodeAt(0) + 1);
      const respelled = text.slice(0, -1) + other;
      const bytes = (jws: string) => Buffer.from(jws.split('.')[2] ?? '', 'base64url');
      expect(bytes(respelled)).toEqual(bytes(text));
      expect((await readLicence(respelled, ownPem)).kind).toBe('unreadable');
    });

    it('when the public key is malformed, of another kind, or a private key', async () => {
      const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
      const text = await issueLicence(keys.privateKeyPem, licence);
      for (const key of [
        '',
        'hello',
        '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----',
        keys.privateKeyPem,
        pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey),
        pem(generateKeyPairSync('x25519').publicKey),
        pem(generateKeyPairSync('ed448').publicKey),
      ])
        expect(await readLicence(text, key)).toEqual({
          kind: 'unreadable',
          problem: 'the public key is not an Ed25519 key in PEM (SPKI)',
        });
    });
  });

  describe('is not issued', () => {
    it.each<[string, Partial<Licence>]>([
      ['without a licensee', { licensee: '  ' }],
      ['for no agenda', { agendas: [] }],
      ['without an id', { id: '' }],
      ['with an invalid date', { expires: new Date(NaN) }],
      ['if it expires when it begins', { expires: licence.notBefore }],
    ])('%s', async (_, change) => {
      await expect(issueLicence(keys.privateKeyPem, { ...licence, ...change })).rejects.toThrow(LicenceFault);
    });

    it('for an unknown agenda', async () => {
      const wrong: Licence = JSON.parse(JSON.stringify({ ...licence, agendas: ['Visits', 'Parking'] }));
      const dates = { notBefore: licence.notBefore, expires: licence.expires, issuedAt: licence.issuedAt };
      await expect(issueLicence(keys.privateKeyPem, { ...wrong, ...dates })).rejects.toThrow(
        /no agenda Parking; there are Visits, /,
      );
    });

    it('with a malformed private key, and the message does not repeat it', async () => {
      for (const key of ['', 'c2VjcmV0', keys.publicKeyPem])
        await expect(issueLicence(key, licence)).rejects.toThrow(
          new LicenceFault('the private key is not an Ed25519 key in PEM (PKCS 8)'),
        );
    });
  });
});
