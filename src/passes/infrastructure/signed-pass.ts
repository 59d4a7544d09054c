import type { KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, errors, importSPKI } from 'jose';
import { z } from 'zod';
import type { Pass } from '../domain/pass';

/** The only signature that is believed: a pass may not choose its own. */
const ALGORITHM = 'EdDSA';

/** What else is signed with the key by mistake, such as a licence, is no pass. */
const AUDIENCE = 'gatehouse-pass';

/** Seconds since 1970, no further than a Date reaches. */
const instant = z.int().min(0).max(8_640_000_000_000);

const claims = z.object({
  iss: z.string().min(1),
  aud: z.literal(AUDIENCE),
  sub: z.guid(),
  nbf: instant,
  exp: instant,
});

/** What a text turns out to be. Whether a signed pass is of this site, and valid now, is not looked at. */
export type PassReading =
  | { readonly kind: 'signed'; readonly pass: Pass }
  | { readonly kind: 'forged'; readonly problem: string }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** A compact JWS: the same pass under the same key is always the same text, of less than 400 characters. */
export function signPass(pass: Pass, key: KeyObject): Promise<string> {
  const payload: z.infer<typeof claims> = {
    iss: pass.site,
    aud: AUDIENCE,
    sub: pass.visitId,
    nbf: pass.validFrom.getTime() / 1000,
    exp: pass.expires.getTime() / 1000,
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: ALGORITHM })
    .sign(key);
}

/** What a pass says, if the holder of the private key said it. Needs nothing but the public key (PEM, SPKI). Never throws. */
export async function readPass(text: string, publicKeyPem: string): Promise<PassReading> {
  const key = await importSPKI(publicKeyPem.trim(), ALGORITHM).catch(() => undefined);
  if (!key) return unreadable('the public key is not an Ed25519 key in PEM (SPKI)');
  const jws = text.trim();
  if (!isCanonical(jws)) return unreadable('it is not a compact JWS');
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: [ALGORITHM] });
    return readPayload(payload);
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed) return forged('it is not signed with Ed25519 (EdDSA)');
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return forged('its signature was not made with the private key that belongs to the public key');
    return unreadable('it is not a compact JWS');
  }
}

function readPayload(bytes: Uint8Array): PassReading {
  const payload = claims.safeParse(parseJson(bytes));
  if (!payload.success) {
    const named = payload.error.issues.map(({ path }) => path.join('.')).filter(Boolean);
    return unreadable(`what was signed is not a pass${named.length > 0 ? `: see ${named.join(', ')}` : ''}`);
  }
  const { iss, sub, nbf, exp } = payload.data;
  const date = (seconds: number) => new Date(seconds * 1000);
  return {
    kind: 'signed',
    pass: { visitId: sub, site: iss, validFrom: date(nbf), expires: date(exp) },
  };
}

/** Base64url has several spellings for the same bytes; only one of them is a pass. */
function isCanonical(jws: string): boolean {
  return jws.split('.').every(part => Buffer.from(part, 'base64url').toString('base64url') === part);
}

/** Undefined, which is no payload either, when it is no JSON in UTF-8. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function forged(problem: string): PassReading {
  return { kind: 'forged', problem };
}

function unreadable(problem: string): PassReading {
  return { kind: 'unreadable', problem };
}
