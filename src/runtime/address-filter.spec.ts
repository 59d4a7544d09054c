import fc from 'fast-check';
import { AddressFilter, normaliseAddress } from './address-filter';

function allows(filter: string, address: string): boolean {
  const parsed = AddressFilter.parse(filter);
  if (!parsed) throw new Error(`not read: ${filter}`);
  return parsed.allows(normaliseAddress(address));
}

describe('an address filter', () => {
  it.each<[string, string, boolean]>([
    // empty
    ['', '203.0.113.9', true],
    ['', '2001:db8::1', true],
    ['  ;, \n', '203.0.113.9', true],
    ['', '', true],
    ['0.0.0.0/0; ::/0', '', false],
    // one address
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.1.2.4', false],
    ['10.1.2.3', '::ffff:10.1.2.3', true],
    ['10.1.2.3', '::FFFF:10.1.2.3', true],
    ['10.1.2.3', '::ffff:a01:203', true],
    ['10.1.2.3', '0:0:0:0:0:ffff:10.1.2.3', true],
    ['10.1.2.3', '::10.1.2.3', false],
    ['10.1.2.3', '64:ff9b::10.1.2.3', false],
    ['10.1.2.3', '010.1.2.3', false],
    ['10.1.2.3', '10.1.515', false],
    ['::ffff:10.1.2.3', '10.1.2.3', true],
    ['::ffff:10.1.2.3', '::ffff:10.1.2.3', true],
    ['::ffff:a01:203', '10.1.2.3', true],
    ['2001:db8::1', '2001:db8::1', true],
    ['2001:db8::1', '2001:0DB8:0:0::0001', true],
    ['2001:0db8:0000::1', '2001:db8::1', true],
    ['2001:db8::1', '2001:db8::2', false],
    ['fe80::1', 'fe80::1%eth0', true],
    ['::1', '127.0.0.1', false],
    // a block
    ['10.0.0.0/8', '10.0.0.0', true],
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '9.255.255.255', false],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.1.2.3/8', '10.200.0.1', true],
    ['192.168.1.128/25', '192.168.1.127', false],
    ['192.168.1.128/25', '192.168.1.128', true],
    ['10.1.2.3/32', '10.1.2.3', true],
    ['10.1.2.3/32', '10.1.2.2', false],
    ['10.1.2.2/31', '10.1.2.3', true],
    ['0.0.0.0/0', '203.0.113.9', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::ffff:10.0.0.0/104', '10.9.9.9', true],
    ['::ffff:10.0.0.0/104', '11.0.0.0', false],
    ['::ffff:a00:0/104', '10.9.9.9', true],
    ['2001:db8::/32', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', true],
    ['2001:db8::/32', '2001:db9::', false],
    ['2001:db8::/127', '2001:db8::1', true],
    ['2001:db8::/127', '2001:db8::2', false],
    ['10.0.0.0/8', '::ffff:10.9.9.9', true],
    ['10.0.0.0/8', '2001:db8::1', false],
    // a range
    ['10.0.0.5-10.0.0.7', '10.0.0.4', false],
    ['10.0.0.5-10.0.0.7', '10.0.0.5', true],
    ['10.0.0.5-10.0.0.7', '10.0.0.7', true],
    ['10.0.0.5-10.0.0.7', '10.0.0.8', false],
    ['10.0.0.5-10.0.0.5', '10.0.0.5', true],
    ['10.0.0.255-10.0.1.0', '10.0.1.0', true],
    ['2001:db8::1-2001:db8::ff', '2001:db8::80', true],
    ['2001:db8::1-2001:db8::ff', '2001:db8::100', false],
    // a wildcard
    ['10.1.2.*', '10.1.2.255', true],
    ['10.1.2.*', '10.1.3.0', false],
    ['10.1.*.*', '10.1.200.3', true],
    ['*.*.*.*', '203.0.113.9', true],
    ['*.*.*.*', '2001:db8::1', false],
    // several
    ['10.0.0.1;10.0.0.2', '10.0.0.2', true],
    ['10.0.0.1,10.0.0.2', '10.0.0.2', true],
    ['10.0.0.1 10.0.0.2\n::1', '::1', true],
    ['10.0.0.1;10.0.0.2', '10.0.0.3', false],
  ])('%j and the client %s: %s', (filter, address, allowed) => {
    expect(allows(filter, address)).toBe(allowed);
  });

  it.each([
    'localhost',
    '10.1',
    '10.1.2',
    '010.1.2.3',
    '0x0a.1.2.3',
    '10.1.2.256',
    '10.1.2.3.4',
    '10.1.2.3:80',
    '[::1]',
    ':::1',
    '2001:db8::g',
    'fe80::1%eth0',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/255.0.0.0',
    '/8',
    '2001:db8::/129',
    '::ffff:10.0.0.0/95',
    '10.0.0.0 / 8',
    '10.0.0.7-10.0.0.5',
    '10.0.0.5-',
    '-10.0.0.5',
    '10.0.0.5-7',
    '10.0.0.1-10.0.0.2-10.0.0.3',
    '10.0.0.1-2001:db8::1',
    '10.1.2*',
    '10.*.2.3',
    '*.1.2.3',
    '10.1.*',
    '*',
    '256.*.*.*',
    '2001:db8::*',
    '!10.0.0.1',
    '10.0.0.1; nonsense',
  ])('%j is refused as malformed', text => {
    expect(AddressFilter.parse(text)).toBeUndefined();
  });

  it('reads any text without throwing', () => {
    const entry = fc.string({ unit: fc.constantFrom(...'0123456789abcdef.:/-*;%, ') });
    fc.assert(
      fc.property(fc.oneof(entry, fc.string({ unit: 'binary' })), text => {
        AddressFilter.parse(text)?.allows('10.0.0.1');
      }),
      { numRuns: 2000 },
    );
  });

  it('allows exactly the addresses of a block', () => {
    const address = fc.ipV4();
    const value = (text: string) => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    fc.assert(
      fc.property(address, fc.integer({ min: 0, max: 32 }), address, (base, prefix, client) => {
        const size = 2 ** (32 - prefix);
        const same = Math.floor(value(base) / size) === Math.floor(value(client) / size);
        expect(allows(`${base}/${prefix}`, client)).toBe(same);
      }),
    );
  });
});

describe('the client address', () => {
  it.each<[string | undefined, string]>([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['0:0:0:0:0:FFFF:0A00:0001', '10.0.0.1'],
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['', ''],
    [undefined, ''],
    ['nonsense', ''],
    ['10.0.0.1:80', ''],
    ['010.0.0.1', ''],
    ['10.0.0.1, 10.0.0.2', ''],
  ])('%s is normalised to %j', (given, form) => {
    expect(normaliseAddress(given)).toBe(form);
  });
});
