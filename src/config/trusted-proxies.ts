import { AddressFilter } from '../runtime/address-filter';

/** Accepts addresses and CIDR blocks only. Express also takes `true` and hop counts, which would trust any client. */
export function trustedProxies(text: string): string[] | undefined {
  const entries = text.split(/[;,\s]+/).filter(Boolean);
  const readable = entries.every(entry => !/[*-]/.test(entry) && AddressFilter.parse(entry) !== undefined);
  return readable ? entries : undefined;
}
