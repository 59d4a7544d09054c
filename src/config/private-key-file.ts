import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** The Ed25519 private key of a PEM file (PKCS 8), or undefined if it cannot be read. */
export function privateKeyOfFile(file: string): KeyObject | undefined {
  try {
    // Checked first: reading a pipe without a writer would block.
    if (!statSync(file).isFile()) return undefined;
    const key = createPrivateKey(readFileSync(file, 'utf8'));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
