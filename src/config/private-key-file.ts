import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** The Ed25519 private key of a PEM file (PKCS 8), or undefined when there is none to be read. */
export function privateKeyOfFile(file: string): KeyObject | undefined {
  try {
    // Asked first, because reading a pipe that nobody writes would never end.
    if (!statSync(file).isFile()) return undefined;
    const key = createPrivateKey(readFileSync(file, 'utf8'));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
