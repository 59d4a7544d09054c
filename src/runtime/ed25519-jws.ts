import type { KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, type CryptoKey, errors, importSPKI } from 'jose';

/** The only signature that is believed: a text may not choose its own. */
export const JWS_ALGORITHM = 'EdDSA';

/** Why a text is not what it claims to be. */
export type JwsRefusal =
  | { readonly kind: 'forged'; readonly problem: string }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** What a signed text says, if the holder of the key said it. */
export type JwsReading = { readonly kind: 'signed'; readonly payload: unknown } | JwsRefusal;

/** Signs a payload as a compact JWS (RFC 7515) with Ed25519. The same payload under the same key gives the same text. */
export function signJws(payload: object, key: CryptoKey | KeyObject): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: JWS_ALGORITHM })
    .sign(key);
}

/**
 * Reads a compact JWS and verifies its Ed25519 signature. White space around text and key does not matter. `payload` is
 * undefined when what was signed is not JSON in UTF-8. Never throws.
 * @param publicKeyPem SPKI
 */
export async function readJws(text: string, publicKeyPem: string): Promise<JwsReading> {
  const key = await importSPKI(publicKeyPem.trim(), JWS_ALGORITHM).catch(() => undefined);
  if (!key) return unreadable('the public key is not an Ed25519 key in PEM (SPKI)');
  const jws = text.trim();
  if (!isCanonical(jws)) return unreadable('it is not a compact JWS');
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: [JWS_ALGORITHM] });
    return { kind: 'signed', payload: parseJson(payload) };
  } catch (error) {
    if (error instanceof errors.JOSEAlgNotAllowed) return forged('it is not signed with Ed25519 (EdDSA)');
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return forged('its signature was not made with the private key that belongs to the public key');
    return unreadable('it is not a compact JWS');
  }
}

/** Base64url has several spellings for the same bytes. Only the canonical one is accepted, so that a signed text has one form. */
function isCanonical(jws: string): boolean {
  return jws.split('.').every(part => Buffer.from(part, 'base64url').toString('base64url') === part);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function forged(problem: string): JwsRefusal {
  return { kind: 'forged', problem };
}

export function unreadable(problem: string): JwsRefusal {
  return { kind: 'unreadable', problem };
}
