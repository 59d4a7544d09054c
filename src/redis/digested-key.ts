import { hash } from 'node:crypto';

/** The Redis key for a token, an address or a user, hashed so that readers of Redis do not learn it. */
export function digestedKey(kind: string, text: string): string {
  return `${kind}:${hash('sha256', text, 'base64url')}`;
}
