import fc from 'fast-check';
import { TimeZone } from '../shared/time-zone';
import {
  type Conversion,
  conversions,
  GIVEN_TWICE,
  isPlainText,
  NOT_A_VALUE,
  readLocalDatesIn,
  withoutUnwritable,
} from './scalars';

const REFUSED = Symbol('refused');
const read = (conversion: Conversion, raw: unknown): unknown => {
  const value = conversion.read(raw);
  return conversion.problem(value) === undefined ? value : REFUSED;
};

const GUID = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const name = conversions.text({ min: 1, max: 3 });
const code = conversions.text({ max: 20, pattern: /^[0-9a-fA-F]*$/, shape: 'a hexadecimal number' });
const zeroToTwo = conversions.integer({ min: 0, max: 2 });
const wide = conversions.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const { guid, boolean, instant, date, bytes } = {
  guid: conversions.guid(),
  boolean: conversions.boolean(),
  instant: conversions.instant(),
  date: conversions.date(),
  bytes: conversions.bytes(),
};

describe('a value', () => {
  afterEach(() => {
    readLocalDatesIn(new TimeZone('UTC'));
  });

  it.each<[string, Conversion, unknown, unknown]>([
    ['text', name, 'abc', 'abc'],
    ['text of one', name, ' ', ' '],
    ['text too short', name, '', REFUSED],
    ['text too long', name, 'abcd', REFUSED],
    ['text that is a number', name, 1, REFUSED],
    ['text that is a truth', name, true, REFUSED],
    ['text with NUL', name, 'a\u0000', REFUSED],
    ['text with escape', name, '\u001b', REFUSED],
    ['text with a line end', name, 'a\nb', 'a\nb'],
    ['text with a lone surrogate', name, '\ud800', REFUSED],
    ['text with a pair of them', name, '😀', '😀'],
    ['text of the pattern', code, '0aF', '0aF'],
    ['text of another', code, '0x1', REFUSED],
    ['guid', guid, `{${GUID.toUpperCase()}}`, GUID],
    ['guid with one brace', guid, `{${GUID}`, REFUSED],
    ['guid that is a number', guid, 5, REFUSED],
    ['integer', zeroToTwo, 2, 2],
    ['integer as a text', zeroToTwo, '2', 2],
    ['integer with leading zeros', zeroToTwo, '002', 2],
    ['integer below zero', wide, '-5', -5],
    ['integer minus zero', zeroToTwo, -0, 0],
    ['integer minus zero as a text', zeroToTwo, '-0', 0],
    ['integer too small', zeroToTwo, -1, REFUSED],
    ['integer too large', zeroToTwo, '3', REFUSED],
    ['integer far too large', wide, '1'.repeat(400), REFUSED],
    ['integer with a fraction', zeroToTwo, 1.5, REFUSED],
    ['integer without digits', zeroToTwo, '', REFUSED],
    ['integer with white space', zeroToTwo, ' 1', REFUSED],
    ['integer with an exponent', zeroToTwo, '1e0', REFUSED],
    ['integer in hexadecimal', zeroToTwo, '0x1', REFUSED],
    ['integer in Arabic digits', zeroToTwo, '١', REFUSED],
    ['integer that is a truth', zeroToTwo, true, REFUSED],
    ['integer that is a date', zeroToTwo, new Date(0), REFUSED],
    ['boolean', boolean, false, false],
    ['boolean as a text', boolean, 'false', false],
    ['boolean as a digit', boolean, '1', true],
    ['boolean as a number', boolean, 0, false],
    ['boolean in other words', boolean, 'no', REFUSED],
    ['boolean without a word', boolean, '', REFUSED],
    ['boolean beyond one', boolean, 2, REFUSED],
    ['instant', instant, '2026-11-23T10:00:00Z', new Date('2026-11-23T10:00:00Z')],
    ['instant that is a number', instant, 1796119200000, REFUSED],
    ['instant that is none', instant, 'soon', REFUSED],
    ['date', date, '1980-05-17T10:00:00Z', '1980-05-17'],
    ['date that is none', date, '1980-02-30', REFUSED],
    ['date that is a number', date, 0, REFUSED],
    ['bytes', bytes, 'AAEC', Buffer.from([0, 1, 2])],
    ['bytes with layout', bytes, 'AA\n EC', Buffer.from([0, 1, 2])],
    ['bytes of one', bytes, 'AA==', Buffer.from([0])],
    ['no bytes', bytes, '', Buffer.alloc(0)],
    ['bytes without padding', bytes, 'AA', REFUSED],
    ['bytes with too much of it', bytes, 'A===', REFUSED],
    ['bytes with padding inside', bytes, 'AA==AAAA', REFUSED],
    ['bytes for addresses', bytes, 'AA-_', REFUSED],
    ['bytes that are a list', bytes, [0, 1], REFUSED],
  ])('%s', (_, conversion, raw, value) => {
    expect(read(conversion, raw)).toEqual(value);
    expect(Object.is(read(conversion, raw), -0)).toBe(false);
  });

  it('without an offset is a time of the site', () => {
    readLocalDatesIn(new TimeZone('Europe/Prague'));
    expect(read(instant, '2026-11-23T10:00')).toEqual(new Date('2026-11-23T09:00:00Z'));
    expect(read(date, '2026-11-23T00:30')).toBe('2026-11-23');
  });

  it.each(Object.entries({ name, code, guid, zeroToTwo, boolean, instant, date, bytes }))(
    'of any shape is read or refused without throwing and without being repeated: %s',
    (_, conversion) => {
      expect(read(conversion, NOT_A_VALUE)).toBe(REFUSED);
      expect(conversion.problem(GIVEN_TWICE)).toBe('is given more than once');
      fc.assert(
        fc.property(fc.anything(), raw => {
          const problem = conversion.problem(conversion.read(raw));
          if (typeof raw === 'string' && raw.length > 6) expect(problem ?? '').not.toContain(raw);
        }),
      );
    },
  );
});

describe('a plain text', () => {
  it.each(['', 'ěščř', '\t\r\n', '😀', '\u2028', '\u202e', '\u007f'])('%j is one', text => {
    expect(isPlainText(text)).toBe(true);
    expect(withoutUnwritable(text)).toBe(text);
  });

  it.each(['\u0000', '\u0008', '\u000b', '\u001f', '\ufffe', '\uffff', '\ud800', '\udc00\ud800'])(
    '%j is none',
    text => {
      expect(isPlainText(`a${text}`)).toBe(false);
      expect(withoutUnwritable(`a${text}b`)).toBe(`a${'\ufffd'.repeat(text.length)}b`);
    },
  );
});
