import { hash } from 'node:crypto';

/** The key for a token, an address or a user, none of which is to be read by whoever may look into Redis. */
export function digestedKey(kind: string, text: string): string {
  return `${kind}:${hash('sha256', text, 'base64url')}`;
}
