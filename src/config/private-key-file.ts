import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The Ed25519 private key of a PEM file (PKCS 8), or undefined when there is none to be read. */
export function privateKeyOfFile(file: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(readFileSync(file, 'utf8'));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
