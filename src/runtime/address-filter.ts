import { BlockList, isIP, SocketAddress } from 'node:net';
import { Remembered } from './remembered';

type Family = 'ipv4' | 'ipv6';

/** Addresses whose verdict a filter remembers, and those whose one form is: some 100 bytes each. */
const VERDICTS = 100;
const FORMS = 1000;

/**
 * A list of client addresses that may call, in the syntax of operating.md: entries separated by `;`, `,` or white
 * space, each an address, a CIDR block, a range `a-b`, or an IPv4 address whose tail is `*`. Empty allows everybody.
 */
export class AddressFilter {
  private readonly verdicts = new Remembered<boolean>(VERDICTS);

  private constructor(private readonly list: BlockList | undefined) {}

  /** Undefined when an entry cannot be read: what is unclear must not let anybody in. */
  static parse(text: string): AddressFilter | undefined {
    const entries = text.split(/[;,\s]+/).filter(Boolean);
    if (entries.length === 0) return new AddressFilter(undefined);
    const list = new BlockList();
    return entries.every(entry => addEntry(list, entry)) ? new AddressFilter(list) : undefined;
  }

  /** Whether a normalised address is on the list; the empty address of a socket that is gone never is. */
  allows(address: string): boolean {
    const { list } = this;
    return !list || this.verdicts.of(address, () => isOn(list, address));
  }
}

function isOn(list: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== undefined && list.check(address, family);
}

/** A client address in one form: no zone id, IPv6 as short as it can be, and IPv4 mapped into IPv6 as IPv4. Empty when it is none. */
export function normaliseAddress(address: string | undefined): string {
  return forms.of(address ?? '', normalise);
}

const forms = new Remembered<string>(FORMS);

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
    // BlockList throws on a range whose end lies before its start.
    return false;
  }
}

function addBlock(list: BlockList, entry: string): boolean {
  const [, given = '', bits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(entry) ?? [];
  const address = normaliseEntry(given);
  const family = familyOf(address);
  // A block of mapped addresses counts its prefix from the IPv6 side.
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
