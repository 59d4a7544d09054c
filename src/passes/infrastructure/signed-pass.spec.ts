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

/** Made with Node's own crypto, so that what is read is the standard's JWS and not only what we write ourselves. */
function signed(body: unknown, key: KeyObject = own.privateKey, header: object = { alg: 'EdDSA' }): string {
  const text = input(header, body);
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}

describe('a signed pass', () => {
  it('is a compact JWS of five claims, none of them personal', async () => {
    expect(await new Passes(own.privateKey, 'Plant 1').sign(visit)).toBe(signed(payload));
  });

  it('is always the same for the same window, and another for another', async () => {
    const passes = new Passes(own.privateKey, 'Plant 1');
    const text = await passes.sign(visit);
    expect(await new Passes(own.privateKey, 'Plant 1').sign(visit)).toBe(text);
    const longer = { ...visit, validTo: new Date('2026-11-24T00:00:00.000Z') };
    expect(await passes.sign(longer)).not.toBe(text);
  });

  it('has less than 400 characters, however long the name of the site', async () => {
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

    it.each(['none', 'None', 'NONE'])('when it says that it needs no signature (%s)', async alg => {
      expect(await kindOf(`${input({ alg }, payload)}.`)).toBe('forged');
    });

    it('when the public key, which everybody has, was used as a secret', async () => {
      for (const secret of [ownPem, ownPem.trim(), own.publicKey.export({ type: 'spki', format: 'der' })]) {
        const text = input({ alg: 'HS256' }, payload);
        const mac = createHmac('sha256', secret).update(text).digest('base64url');
        expect(await kindOf(`${text}.${mac}`)).toBe('forged');
      }
    });

    it('when it brings its own key along', async () => {
      const header = { alg: 'EdDSA', jwk: stranger.publicKey.export({ format: 'jwk' }) };
      expect(await kindOf(signed(payload, stranger.privateKey, header))).toBe('forged');
    });
  });

  it('is not one when any character was changed', async () => {
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
      ['no JWS', 'hello'],
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
      ['of a visit that is no GUID', { ...payload, sub: 'visit' }],
      ['without a beginning', { ...payload, nbf: undefined }],
      ['without an end', { ...payload, exp: undefined }],
      ['with a text for its end', { ...payload, exp: '2026-11-24' }],
      ['with an end that no date reaches', { ...payload, exp: 1e300 }],
    ])('when its payload is %s, although rightly signed', async (_, body) => {
      expect(await readPass(signed(body), ownPem)).toEqual({
        kind: 'unreadable',
        problem: expect.stringMatching(/^what was signed is not a pass/),
      });
    });

    it('when its payload is no JSON or no UTF-8, although rightly signed', async () => {
      for (const bytes of [Buffer.from('{'), Buffer.from([0x22, 0xff, 0x22])]) {
        const text = `${part({ alg: 'EdDSA' })}.${bytes.toString('base64url')}`;
        const jws = `${text}.${sign(null, Buffer.from(text), own.privateKey).toString('base64url')}`;
        expect((await readPass(jws, ownPem)).kind).toBe('unreadable');
      }
    });

    it('when the public key is none, of another kind, or the private one', async () => {
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

  it('is no licence, and a licence is no pass, although one key signed both', async () => {
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
