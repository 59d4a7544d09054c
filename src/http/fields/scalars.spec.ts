import fc from 'fast-check';
import { enumeration, words } from '../../shared/enumeration';
import { TimeZone } from '../../shared/time-zone';
import { problemOf } from '../../../test/support/problem-of';
import { type Conversion, GIVEN_TWICE, NOT_A_VALUE } from './conversion';
import { conversions } from './scalars';
import { isPlainText, withoutUnwritable } from './text-values';

const prague = new TimeZone('Europe/Prague');
const REFUSED = Symbol('refused');
const read = (conversion: Conversion, raw: unknown): unknown => {
  const value = conversion.read(raw, prague);
  return problemOf(conversion, value) === undefined ? value : REFUSED;
};

const GUID = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const name = conversions.text({ min: 1, max: 3 });
const code = conversions.text({ max: 20, pattern: /^[0-9a-fA-F]*$/, shape: 'a hexadecimal number' });
const zeroToTwo = conversions.integer({ min: 0, max: 2 });
const wide = conversions.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const grades = enumeration('Grade', 'How good', { Good: 1, Bad: 2 }, { Good: 'good', Bad: 'bad' });
const formats = words('Format', 'Of a picture', { png: 'pixels', Svg: 'lines' });
const grade = conversions.choice(grades);
const format = conversions.choice(formats);
const anyFormat = conversions.choice(formats, { anyCase: true });
const severalGrades = conversions.choices(grades);
const severalFormats = conversions.choices(formats, { anyCase: true });
const { guid, boolean, instant, date, bytes } = {
  guid: conversions.guid(),
  boolean: conversions.boolean(),
  instant: conversions.instant(),
  date: conversions.date(),
  bytes: conversions.bytes(),
};

describe('a value', () => {
  it.each<[string, Conversion, unknown, unknown]>([
    ['text', name, 'abc', 'abc'],
    ['text of one', name, '-', '-'],
    ['text that is blank', name, ' ', REFUSED],
    ['text of a lone accent', name, '\u0301', REFUSED],
    ['text of three characters of two units', name, '😀😀😀', '😀😀😀'],
    ['text of four of them', name, '😀😀😀😀', REFUSED],
    ['text too long by variation selectors', name, 'a\ufe0fb\ufe0f', REFUSED],
    ['text that is taken apart', name, 'e\u0301e\u0301e\u0301', 'ééé'],
    ['text of the pattern from a scanner', code, '０aF\r\n', '0aF'],
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
    ['guid in white space', guid, ` ${GUID}\n`, GUID],
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
    ['integer with white space', zeroToTwo, '\n 1\t', 1],
    ['integer with a plus', zeroToTwo, '+2', 2],
    ['integer with a fraction of zeros', zeroToTwo, '2.0', REFUSED],
    ['integer with two signs', zeroToTwo, '+-2', REFUSED],
    ['integer with an exponent', zeroToTwo, '1e0', REFUSED],
    ['integer in hexadecimal', zeroToTwo, '0x1', REFUSED],
    ['integer in Arabic digits', zeroToTwo, '١', REFUSED],
    ['integer that is a truth', zeroToTwo, true, REFUSED],
    ['integer that is a date', zeroToTwo, new Date(0), REFUSED],
    ['choice of numbers', grade, ' 2', 2],
    ['choice of numbers, below', grade, 0, REFUSED],
    ['choice of numbers, above', grade, '3', REFUSED],
    ['choice of numbers by its name', grade, 'Good', REFUSED],
    ['choice of words', format, 'png', 'png'],
    ['choice of words from a scanner', format, 'ｐng\n', 'png'],
    ['choice of words in another case', format, 'svg', REFUSED],
    ['choice of words in any case', anyFormat, 'SVG', 'Svg'],
    ['choice of other words', anyFormat, 'jpeg', REFUSED],
    ['choice of words by a number', format, 0, REFUSED],
    ['one of several choices', severalGrades, '2', [2]],
    ['several choices', severalGrades, '2, 1', [2, 1]],
    ['several choices in any case', severalFormats, 'svg,PNG', ['Svg', 'png']],
    ['several choices and nothing', severalGrades, '2,', REFUSED],
    ['several choices and another', severalGrades, '2,3', REFUSED],
    ['more choices than there are', severalGrades, '1,2,1', REFUSED],
    ['several choices that are a number', severalGrades, 2, REFUSED],
    ['boolean', boolean, false, false],
    ['boolean as a text', boolean, 'false', false],
    ['boolean as a digit', boolean, '1', true],
    ['boolean as a number', boolean, 0, false],
    ['boolean as .NET writes it', boolean, ' True ', true],
    ['boolean in other words', boolean, 'no', REFUSED],
    ['boolean without a word', boolean, '', REFUSED],
    ['boolean beyond one', boolean, 2, REFUSED],
    ['instant', instant, '2026-11-23T10:00:00Z', new Date('2026-11-23T10:00:00Z')],
    ['instant in white space', instant, '\n2026-11-23T10:00:00Z ', new Date('2026-11-23T10:00:00Z')],
    ['instant that is a number', instant, 1796119200000, REFUSED],
    ['instant that is none', instant, 'soon', REFUSED],
    ['date', date, '1980-05-17T10:00:00Z', '1980-05-17'],
    ['date that is none', date, '1980-02-30', REFUSED],
    ['date that is a number', date, 0, REFUSED],
    ['bytes', bytes, 'AAEC', Buffer.from([0, 1, 2])],
    ['bytes with layout', bytes, 'AA\n EC', Buffer.from([0, 1, 2])],
    ['bytes of one', bytes, 'AA==', Buffer.from([0])],
    ['no bytes', bytes, '', REFUSED],
    ['bytes without padding', bytes, 'AA', REFUSED],
    ['bytes with too much of it', bytes, 'A===', REFUSED],
    ['bytes with padding inside', bytes, 'AA==AAAA', REFUSED],
    ['bytes for addresses', bytes, 'AA-_', REFUSED],
    ['bytes that are a list', bytes, [0, 1], REFUSED],
  ])('%s', (_, conversion, raw, value) => {
    expect(read(conversion, raw)).toEqual(value);
    expect(Object.is(read(conversion, raw), -0)).toBe(false);
  });

  it.each([
    ['guid', guid, '00000000-0000-0000-0000-000000000000'],
    ['guid in braces', guid, ' {00000000-0000-0000-0000-000000000000}'],
    ['instant of .NET', instant, '0001-01-01T00:00:00'],
    ['instant of DataContract', instant, '/Date(-62135596800000)/'],
    ['instant of DataContract in Prague', instant, '/Date(-62135600400000+0100)/'],
    ['date of .NET', date, '0001-01-01T00:00:00'],
    ['text of letters', code, ' '],
    ['text of one at least', name, ''],
    ...[guid, zeroToTwo, grade, format, severalGrades, boolean, instant, date, bytes].map(
      each => [each.kind, each, ' '] as const,
    ),
  ] as const)('says nothing: %s', (_, conversion, raw) => {
    expect(conversion.read(raw, prague)).toBeUndefined();
    expect(problemOf(conversion, undefined)).toBeDefined();
  });

  it.each(['0001-13-01', '0002-01-01', '/Date(-62104060800000)/'])('says something: %s', text => {
    expect(instant.read(text, prague)).toBeDefined();
  });

  it('without an offset is a time of the site', () => {
    expect(read(instant, '2026-11-23T10:00')).toEqual(new Date('2026-11-23T09:00:00Z'));
    expect(read(date, '2026-11-23T00:30')).toBe('2026-11-23');
  });

  it.each(
    Object.entries({
      name,
      code,
      guid,
      zeroToTwo,
      grade,
      format,
      severalFormats,
      boolean,
      instant,
      date,
      bytes,
    }),
  )('of any shape is read or refused without throwing and without being repeated: %s', (_, conversion) => {
    expect(read(conversion, NOT_A_VALUE)).toBe(REFUSED);
    expect(read(conversion, GIVEN_TWICE)).toBe(REFUSED);
    fc.assert(
      fc.property(fc.anything(), raw => {
        const problem = problemOf(conversion, conversion.read(raw, prague));
        if (typeof raw === 'string' && raw.length > 6) expect(problem ?? '').not.toContain(raw);
      }),
    );
  });
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
