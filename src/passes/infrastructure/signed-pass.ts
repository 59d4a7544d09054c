import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { type JwsRefusal, readJws, signJws, unreadable } from '../../runtime/ed25519-jws';
import type { Pass } from '../domain/pass';

/** Keeps other texts signed with the same key, such as a licence, from being read as passes. */
const AUDIENCE = 'gatehouse-pass';

/** Seconds since 1970, within the range of Date. */
const instant = z.int().min(0).max(8_640_000_000_000);

const claims = z.object({
  iss: z.string().min(1),
  aud: z.literal(AUDIENCE),
  sub: z.guid(),
  nbf: instant,
  exp: instant,
});

/** The result of reading a pass. The caller checks site and window. */
export type PassReading = { readonly kind: 'signed'; readonly pass: Pass } | JwsRefusal;

/** Signs a pass as a compact JWS of less than 400 characters. Deterministic for a pass and a key. */
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

/** Reads a pass and verifies its signature with the public key (PEM, SPKI). Never throws. */
export async function readPass(text: string, publicKeyPem: string): Promise<PassReading> {
  const reading = await readJws(text, publicKeyPem);
  return reading.kind === 'signed' ? readPayload(reading.payload) : reading;
}

function readPayload(signed: unknown): PassReading {
  const payload = claims.safeParse(signed);
  if (!payload.success) {
    const named = payload.error.issues.map(({ path }) => path.join('.')).filter(Boolean);
    return unreadable(
      `its payload is not that of a pass${named.length > 0 ? `: see ${named.join(', ')}` : ''}`,
    );
  }
  const { iss, sub, nbf, exp } = payload.data;
  const date = (seconds: number) => new Date(seconds * 1000);
  return {
    kind: 'signed',
    pass: { visitId: sub, site: iss, validFrom: date(nbf), expires: date(exp) },
  };
}
