import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { issueLicence, readLicence } from '../../licensing';
import { type Pass, passOf } from '../domain/pass';
import { Passes } from './passes';
import { readPass, signPass } from './signed-pass';

const visit = {
  id: '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11',
  validFrom: new Date('2026-11-23T09:00:00.250Z'),
  validTo: new Date('2026-11-23T23:59:59.999Z'),
};
const pass: Pass = {
  visitId: visit.id,
  site: 'Plant 1',
  validFrom: new Date('2026-11-23T09:00:00Z'),
  expires: new Date('2026-11-24T00:00:00Z'),
};
const payload = {
  iss: 'Plant 1',
  aud: 'gatehouse-pass',
  sub: visit.id,
  nbf: 1_795_424_400,
  exp: 1_795_478_400,
};

const own = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const ownPem = pem(own.publicKey);

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const input = (header: object, body: unknown) => `${part(header)}.${part(body)}`;

/** Signed with Node's crypto module, to test against standard JWS and not only against our own output. */
function signed(body: unknown, key: KeyObject = own.privateKey, header: object = { alg: 'EdDSA' }): string {
  const text = input(header, body);
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

describe('a signed pass', () => {
  it('is a compact JWS of five claims, none of them personal', async () => {
    expect(await new Passes(own.privateKey, 'Plant 1').sign(visit)).toBe(signed(payload));
  });

  it('is the same for the same window, and different for another', async () => {
    const passes = new Passes(own.privateKey, 'Plant 1');
    const text = await passes.sign(visit);
    expect(await new Passes(own.privateKey, 'Plant 1').sign(visit)).toBe(text);
    const longer = { ...visit, validTo: new Date('2026-11-24T00:00:00.000Z') };
    expect(await passes.sign(longer)).not.toBe(text);
  });

  it('has less than 400 characters with the longest name of a site', async () => {
    const last = { ...visit, validTo: new Date('9999-12-31T23:59:59.999Z') };
    const text = await signPass(passOf(last, 'ž'.repeat(50)), own.privateKey);
    expect(text.length).toBeLessThan(400);
    expect((await readPass(text, ownPem)).kind).toBe('signed');
  });

  it('is read as it was signed, also between white space', async () => {
    const text = await signPass(pass, own.privateKey);
    for (const each of [text, `\n${text}\r\n`]) {
      expect(await readPass(each, `\n${ownPem}\n`)).toEqual({ kind: 'signed', pass });
    }
  });

  describe('is forged', () => {
    const kindOf = async (text: string) => (await readPass(text, ownPem)).kind;

    it('when another key signed it', async () => {
      expect(await kindOf(signed(payload, stranger.privateKey))).toBe('forged');
    });

    it('when its payload was changed', async () => {
      const [header, , signature] = signed(payload).split('.');
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
      const header = { alg: 'EdDSA', jwk: stranger.publicKey.export({ format: 'jwk' }) };
      expect(await kindOf(signed(payload, stranger.privateKey, header))).toBe('forged');
    });
  });

  it('is refused when any character is changed', async () => {
    const text = signed(payload);
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === 'A' ? 'B' : 'A';
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      expect([at, (await readPass(changed, ownPem)).kind]).not.toEqual([at, 'signed']);
    }
  });

  describe('is unreadable', () => {
    it.each([
      ['empty', ''],
      ['not a JWS', 'hello'],
      ['only dots', '..'],
      ['binary', '\u0000\ufffd\u0001'],
      ['padded', `${signed(payload)}==`],
      ['a JWS in JSON', JSON.stringify({ payload: part(payload), signatures: [] })],
      ['without an algorithm', `${input({}, payload)}.AAAA`],
    ])('when it is %s', async (_, text) => {
      expect(await readPass(text, ownPem)).toEqual({
        kind: 'unreadable',
        problem: 'it is not a compact JWS',
      });
    });

    it.each<[string, unknown]>([
      ['null', null],
      ['a list', [payload]],
      ['a text', visit.id],
      ['without a site', { ...payload, iss: undefined }],
      ['without an audience', { ...payload, aud: undefined }],
      ['for another audience', { ...payload, aud: 'gatehouse' }],
      ['for several audiences', { ...payload, aud: ['gatehouse-pass'] }],
      ['without a visit', { ...payload, sub: undefined }],
      ['with a visit that is not a GUID', { ...payload, sub: 'visit' }],
      ['without a begin', { ...payload, nbf: undefined }],
      ['without an end', { ...payload, exp: undefined }],
      ['with a text for its end', { ...payload, exp: '2026-11-24' }],
      ['with an end out of range', { ...payload, exp: 1e300 }],
    ])('when its payload is %s, despite a valid signature', async (_, body) => {
      expect(await readPass(signed(body), ownPem)).toEqual({
        kind: 'unreadable',
        problem: expect.stringMatching(/^its payload is not that of a pass/),
      });
    });

    it('when its payload is not JSON or not UTF-8, despite a valid signature', async () => {
      for (const bytes of [Buffer.from('{'), Buffer.from([0x22, 0xff, 0x22])]) {
        const text = `${part({ alg: 'EdDSA' })}.${bytes.toString('base64url')}`;
        const jws = `${text}.${sign(null, Buffer.from(text), own.privateKey).toString('base64url')}`;
        expect((await readPass(jws, ownPem)).kind).toBe('unreadable');
      }
    });

    it('when the public key is malformed, of another kind, or a private key', async () => {
      for (const key of [
        '',
        'hello',
        own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey),
        pem(generateKeyPairSync('ed448').publicKey),
      ])
        expect(await readPass(signed(payload), key)).toEqual({
          kind: 'unreadable',
          problem: 'the public key is not an Ed25519 key in PEM (SPKI)',
        });
    });
  });

  it('is not a licence, and a licence is not a pass, even if one key signed both', async () => {
    const pkcs8 = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const licence = await issueLicence(pkcs8, {
      id: 'L-1',
      licensee: 'Company ABC',
      agendas: ['Visits'],
      notBefore: pass.validFrom,
      expires: pass.expires,
      issuedAt: pass.validFrom,
    });
    expect((await readPass(licence, ownPem)).kind).toBe('unreadable');
    expect((await readLicence(signed(payload), ownPem)).kind).toBe('unreadable');
  });
});
