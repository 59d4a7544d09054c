import { foldText } from '../../shared/fold-text';

/** A licence plate as it is looked for: however it was typed, `1AB 2345`, `1ab-2345` and `1AB2345` are the same. */
export function plateKey(plate: string): string {
  return foldText(plate).replace(/[^\p{L}\p{N}]/gu, '');
}
