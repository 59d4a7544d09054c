import { AddressFilter } from '../runtime/address-filter';

/** Express reads `true` and hop counts as well, which would believe whoever asks: only addresses are let through. */
export function trustedProxies(text: string): string[] | undefined {
  const entries = text.split(/[;,\s]+/).filter(Boolean);
  const readable = entries.every(entry => !/[*-]/.test(entry) && AddressFilter.parse(entry) !== undefined);
  return readable ? entries : undefined;
}
