import { BlockList, isIP, SocketAddress } from 'node:net';
import { BoundedCache } from './bounded-cache';

type Family = 'ipv4' | 'ipv6';

/** Sizes of the caches for verdicts of a filter and for normalised addresses, at some 100 bytes an entry. */
const VERDICTS = 100;
const FORMS = 1000;

/**
 * A list of allowed client addresses (docs/settings.md): entries separated by `;`, `,` or white space. Each is an
 * address, a CIDR block, a range `a-b`, or an IPv4 address that ends in `*`. An empty list allows every client.
 */
export class AddressFilter {
  private readonly verdicts = new BoundedCache<boolean>(VERDICTS);

  private constructor(private readonly list: BlockList | undefined) {}

  /** Undefined if an entry is malformed. */
  static parse(text: string): AddressFilter | undefined {
    const entries = text.split(/[;,\s]+/).filter(Boolean);
    if (entries.length === 0) return new AddressFilter(undefined);
    const list = new BlockList();
    return entries.every(entry => addEntry(list, entry)) ? new AddressFilter(list) : undefined;
  }

  /** Whether a normalised address is on the list. The empty address of a closed socket never is, unless the list is empty. */
  allows(address: string): boolean {
    const { list } = this;
    return !list || this.verdicts.get(address, () => isOn(list, address));
  }
}

function isOn(list: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && list.check(address, family);
}

/** A client address without zone id, IPv6 in its shortest form, and IPv4-mapped IPv6 as IPv4. Empty if malformed. */
export function normaliseAddress(address: string | undefined): string {
  return forms.get(address ?? '', normalise);
}

const forms = new BoundedCache<string>(FORMS);

function normalise(address: string): string {
  const [bare = ''] = address.split('%', 1);
  const family = familyOf(bare);
  if (family !== 'ipv6') return family ? bare : '';
  const { address: canonical } = new SocketAddress({ address: bare, family });
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(canonical)?.[1] ?? canonical;
}

function addEntry(list: BlockList, entry: string): boolean {
  try {
    if (entry.includes('/')) return addBlock(list, entry);
    if (entry.includes('-')) return addRange(list, entry);
    if (entry.includes('*')) return addWildcard(list, entry);
    const address = normaliseEntry(entry);
    const family = familyOf(address);
    if (!family) return false;
    list.addAddress(address, family);
    return true;
  } catch {
    // BlockList throws on a range that ends before it starts.
    return false;
  }
}

function addBlock(list: BlockList, entry: string): boolean {
  const [, given = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(entry) ?? [];
  const address = normaliseEntry(given);
  const family = familyOf(address);
  // The prefix of an IPv4-mapped block is that of IPv6.
  const prefix = Number(bits) - (familyOf(given) === 'ipv6' && family === 'ipv4' ? 96 : 0);
  if (bits === '' || !family || prefix < 0 || prefix > (family === 'ipv4' ? 32 : 128)) return false;
  list.addSubnet(address, prefix, family);
  return true;
}

function addRange(list: BlockList, entry: string): boolean {
  const [from = '', to = '', ...more] = entry.split('-').map(normaliseEntry);
  const family = familyOf(from);
  if (!family || familyOf(to) !== family || more.length > 0) return false;
  list.addRange(from, to, family);
  return true;
}

function addWildcard(list: BlockList, entry: string): boolean {
  const groups = entry.split('.');
  const fixed = groups.slice(0, groups.indexOf('*'));
  if (groups.length !== 4 || !groups.slice(fixed.length).every(group => group === '*')) return false;
  const address = [...fixed, '0', '0', '0', '0'].slice(0, 4).join('.');
  if (familyOf(address) !== 'ipv4') return false;
  list.addSubnet(address, fixed.length * 8, 'ipv4');
  return true;
}

function normaliseEntry(entry: string): string {
  return entry.includes('%') ? '' : normaliseAddress(entry);
}

function familyOf(address: string): Family | undefined {
  return ({ 4: 'ipv4', 6: 'ipv6' } as const)[isIP(address)];
}
