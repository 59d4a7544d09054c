import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type JwsRefusal, readJws, signJws, unreadable } from '../../runtime/ed25519-jws';
import type { Pass } from '../domain/pass';

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
export type PassReading = { readonly kind: 'signed'; readonly pass: Pass } | JwsRefusal;

/** A compact JWS: the same pass under the same key is always the same text, of less than 400 characters. */
export function signPass(pass: Pass, key: KeyObject): Promise<string> {
  const payload: z.infer<typeof claims> = {
    iss: pass.site,
    aud: AUDIENCE,
    sub: pass.visitId,
    nbf: pass.validFrom.getTime() / 1000,
    exp: pass.expires.getTime() / 1000,
  };
  return signJws(payload, key);
}

/** What a pass says, if the holder of the private key said it. Needs nothing but the public key (PEM, SPKI). Never throws. */
export async function readPass(text: string, publicKeyPem: string): Promise<PassReading> {
  const reading = await readJws(text, publicKeyPem);
  return reading.kind === 'signed' ? readPayload(reading.payload) : reading;
}

function readPayload(signed: unknown): PassReading {
  const payload = claims.safeParse(signed);
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
