import type { KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, type CryptoKey, errors, importSPKI } from 'jose';

/** The only accepted algorithm: the text must not choose one. */
export const JWS_ALGORITHM = 'EdDSA';

/** Why a signed text was refused. */
export interface JwsRefusal {
  readonly kind: 'forged' | 'unreadable';
  readonly problem: string;
}

/** The payload of a signed text if its signature is valid. */
export type JwsReading = { readonly kind: 'signed'; readonly payload: unknown } | JwsRefusal;

/** Signs a payload as a compact JWS (RFC 7515) with Ed25519. Deterministic for a payload and a key. */
export function signJws(payload: object, key: CryptoKey | KeyObject): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: JWS_ALGORITHM })
    .sign(key);
}

/**
 * Reads a compact JWS and verifies its Ed25519 signature. White space around text and key is ignored. `payload` is
 * undefined if it is not JSON in UTF-8. Never throws.
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

/** Base64url can spell the same bytes in several ways. Only the canonical one is accepted. */
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
