import fc from 'fast-check';
import { TimeZone } from '../shared/time-zone';
import { parseCalendarDate, parseInstant } from './dates';

const prague = new TimeZone('Europe/Prague');
const instant = (text: string) => parseInstant(text, prague)?.toISOString();

describe('an instant', () => {
  it.each([
    ['2026-11-23T15:46:00.000Z', '2026-11-23T15:46:00.000Z'],
    ['2026-11-23T15:46:00z', '2026-11-23T15:46:00.000Z'],
    ['2026-11-23 15:46:00Z', '2026-11-23T15:46:00.000Z'],
    ['2026-11-23T15:46Z', '2026-11-23T15:46:00.000Z'],
    ['2026-11-23T15:46:00,5Z', '2026-11-23T15:46:00.500Z'],
    ['2026-11-23T15:46:00.1239999Z', '2026-11-23T15:46:00.123Z'],
    ['2026-11-23T15:46:00+01:00', '2026-11-23T14:46:00.000Z'],
    ['2026-11-23T15:46:00-0330', '2026-11-23T19:16:00.000Z'],
    ['2026-11-23T15:46:00.12345678901234Z', '2026-11-23T15:46:00.123Z'],
    ['2026-11-23t15:46:00+02', '2026-11-23T13:46:00.000Z'],
    ['2026-11-23T24:00:00Z', '2026-11-24T00:00:00.000Z'],
    ['2026-12-31T24:00', '2026-12-31T23:00:00.000Z'],
    ['2026-11-23T15:46:00+14:00', '2026-11-23T01:46:00.000Z'],
    ['2026-11-23T15:46:00', '2026-11-23T14:46:00.000Z'],
    ['2026-07-01T00:00', '2026-06-30T22:00:00.000Z'],
    ['2026-11-23', '2026-11-22T23:00:00.000Z'],
    ['2028-02-29', '2028-02-28T23:00:00.000Z'],
    ['/Date(0)/', '1970-01-01T00:00:00.000Z'],
    ['/Date(-1)/', '1969-12-31T23:59:59.999Z'],
    ['/Date(1796119200000)/', '2026-12-01T10:00:00.000Z'],
    [String.raw`\/Date(1796119200000)\/`, '2026-12-01T10:00:00.000Z'],
    ['/Date(1796119200000+0200)/', '2026-12-01T10:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, expected) => {
    expect(instant(text)).toBe(expected);
  });

  it.each([
    '',
    'tomorrow',
    '23.11.2026',
    '2026-11-23T',
    '2026-11-23T15',
    '2026-11-23T15:46:00.',
    '2026-11-23Z',
    '2026-1-1',
    '20261123',
    '+002026-11-23',
    ' 2026-11-23',
    '2026-11-23\n',
    '2027-02-29',
    '2026-04-31',
    '2026-00-01',
    '2026-01-00',
    '2026-13-01',
    '0000-01-01',
    '2026-11-23T24:00:01Z',
    '2026-11-23T24:00:00.001Z',
    '2026-11-23T24:01Z',
    '2026-11-23T23:60:00Z',
    '2026-11-23T23:59:60Z',
    '2026-11-23T15:46:00+15:00',
    '2026-11-23T15:46:00+01:60',
    '2026-11-23T15:46:00+1:00',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '/Date()/',
    '/Date(1.5)/',
    '/Date(abc)/',
    '/Date(0+9900)/',
    '/Date(999999999999999)/',
    '/Date(-99999999999999)/',
    '/Date(99999999999999999999)/',
    'Date(0)',
    '1796119200000',
  ])('%j is none', text => {
    expect(instant(text)).toBeUndefined();
  });

  it.each([
    // Both days on which the clocks change: 23 and 25 hours.
    ['2027-03-28', '2027-03-27T23:00:00.000Z', '2027-03-28T21:59:59.999Z'],
    ['2027-10-31', '2027-10-30T22:00:00.000Z', '2027-10-31T22:59:59.999Z'],
    ['2026-11-23', '2026-11-22T23:00:00.000Z', '2026-11-23T22:59:59.999Z'],
  ])('%s alone is the whole day of the site', (day, start, end) => {
    expect(parseInstant(day, prague, 'start')?.toISOString()).toBe(start);
    expect(parseInstant(day, prague, 'end')?.toISOString()).toBe(end);
    expect(parseInstant(day, prague, 'after')?.getTime()).toBe(Date.parse(end) + 1);
    // A time is that time, whatever the edge.
    expect(parseInstant(`${day}T12:00Z`, prague, 'end')?.toISOString()).toBe(`${day}T12:00:00.000Z`);
  });

  it.each(['America/New_York', 'Asia/Kolkata', 'UTC'])(
    'lies in the years 1 to 9999 after the zone %s is applied',
    name => {
      const zone = new TimeZone(name);
      for (const text of ['0001-01-01', '0001-01-01T00:00', '9999-12-31', '9999-12-31T23:59:59'])
        for (const edge of ['start', 'end', 'after'] as const) {
          const read = parseInstant(text, zone, edge);
          if (read) expect(read.toISOString()).toMatch(/^\d{4}-/);
        }
      // East of UTC the range begins a day later; in UTC and west of it, it ends a day earlier.
      const isEast = name === 'Asia/Kolkata';
      expect(parseInstant('0001-01-01', zone) === undefined).toBe(isEast);
      expect(parseInstant('9999-12-31', zone, 'after') === undefined).toBe(!isEast);
    },
  );

  it('is read back from both formats of answers', () => {
    const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), date => {
        expect(parseInstant(date.toISOString(), prague)).toEqual(date);
        expect(parseInstant(`/Date(${date.getTime()})/`, prague)).toEqual(date);
      }),
    );
  });
});

describe('a calendar date', () => {
  it.each([
    ['1980-05-17', '1980-05-17'],
    ['1980-05-17T00:00:00+14:00', '1980-05-17'],
    ['1980-05-17T23:59:59-11:00', '1980-05-17'],
    ['1980-05-17T23:30:00Z', '1980-05-17'],
    ['1980-05-17T00:00', '1980-05-17'],
    ['/Date(327369600000)/', '1980-05-17'],
    ['/Date(327366000000+0100)/', '1980-05-17'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
  ])('%s is %s', (text, day) => {
    expect(parseCalendarDate(text)).toBe(day);
  });

  it.each(['', '1980-02-30', '17.5.1980', '/Date(x)/', '/Date(999999999999999)/', '/Date(0+1500)/'])(
    '%j is none',
    text => {
      expect(parseCalendarDate(text)).toBeUndefined();
    },
  );
});
