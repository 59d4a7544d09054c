import fc from 'fast-check';
import { TimeZone } from './time-zone';

/** The argument of `instantOf`: a local time read as if it were UTC. */
const local = (text: string) => Date.parse(`${text}Z`);

describe('a local time of the site', () => {
  it.each([
    ['UTC', '2026-11-23T12:00', '2026-11-23T12:00:00.000Z'],
    ['Europe/Prague', '2026-11-23T12:00', '2026-11-23T11:00:00.000Z'],
    ['Europe/Prague', '2026-07-01T00:00', '2026-06-30T22:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-23T00:00', '2026-11-22T18:30:00.000Z'],
    ['Asia/Kathmandu', '2026-11-23T00:00', '2026-11-22T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-23T00:00', '2026-11-22T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-23T23:00', '2026-11-24T10:00:00.000Z'],
    ['America/St_Johns', '2026-01-01T00:00:00.001', '2026-01-01T03:30:00.001Z'],
    // Spring: the clocks of Prague go from 02:00 to 03:00.
    ['Europe/Prague', '2026-03-29T01:59:59.999', '2026-03-29T00:59:59.999Z'],
    ['Europe/Prague', '2026-03-29T02:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Prague', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Prague', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    // Autumn: they go back from 03:00 to 02:00, so the hour from 02:00 is repeated.
    ['Europe/Prague', '2026-10-25T01:59:59', '2026-10-24T23:59:59.000Z'],
    ['Europe/Prague', '2026-10-25T02:00', '2026-10-25T00:00:00.000Z'],
    ['Europe/Prague', '2026-10-25T02:59:59', '2026-10-25T00:59:59.000Z'],
    ['Europe/Prague', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    // The southern hemisphere, and a shift of half an hour.
    ['Australia/Sydney', '2026-10-04T02:30', '2026-10-03T16:30:00.000Z'],
    ['Australia/Sydney', '2026-04-05T02:30', '2026-04-04T15:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    // First and last years.
    ['UTC', '0001-01-01T00:00', '0001-01-01T00:00:00.000Z'],
    ['UTC', '0099-12-31T23:59:59', '0099-12-31T23:59:59.000Z'],
    ['Asia/Tokyo', '9999-12-31T23:59:59', '9999-12-31T14:59:59.000Z'],
  ])('in %s: %s is %s', (zone, text, instant) => {
    expect(new TimeZone(zone).instantOf(local(text)).toISOString()).toBe(instant);
  });

  it.each([
    'UTC',
    'Europe/Prague',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'America/Havana',
  ])('in %s agrees with the clocks of the zone, except for the gap in spring', name => {
    const zone = new TimeZone(name);
    const clocks = new Intl.DateTimeFormat('sv-SE', {
      timeZone: name,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const minutes = fc.integer({ min: Date.UTC(2000) / 60_000, max: Date.UTC(2040) / 60_000 });
    fc.assert(
      fc.property(minutes, minute => {
        const shown = clocks.format(minute * 60_000).replace(' ', 'T');
        const instant = zone.instantOf(local(shown));
        expect(clocks.format(instant).replace(' ', 'T')).toBe(shown);
        // Of a repeated time, the first counts.
        expect(instant.getTime()).toBeLessThanOrEqual(minute * 60_000);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a day of the site', () => {
  it.each([
    ['UTC', '2026-11-23T12:00:00Z', '2026-11-23T00:00:00.000Z', '2026-11-23T23:59:59.999Z'],
    ['Europe/Prague', '2026-11-23T23:30:00Z', '2026-11-23T23:00:00.000Z', '2026-11-24T22:59:59.999Z'],
    ['America/New_York', '2026-11-23T02:00:00Z', '2026-11-22T05:00:00.000Z', '2026-11-23T04:59:59.999Z'],
    // 23 hours, and 25.
    ['Europe/Prague', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['Europe/Prague', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
    // Midnight is skipped (Beirut), repeated (Havana), or the time at which the clocks go back (Sao Paulo).
    ['Asia/Beirut', '2026-03-29T12:00:00Z', '2026-03-28T22:00:00.000Z', '2026-03-29T20:59:59.999Z'],
    ['America/Havana', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
    ['America/Sao_Paulo', '2018-02-17T12:00:00Z', '2018-02-17T02:00:00.000Z', '2018-02-18T02:59:59.999Z'],
  ])('in %s that holds %s', (zone, instant, from, to) => {
    const day = new TimeZone(zone).dayOf(new Date(instant));
    expect([day.from.toISOString(), day.to.toISOString()]).toEqual([from, to]);
  });

  it.each(['from', 'to'] as const)('contains its %s', edge => {
    const zone = new TimeZone('Europe/Prague');
    const day = zone.dayOf(new Date('2026-10-25T00:30:00Z'));
    expect(zone.dayOf(day[edge])).toEqual(day);
  });
});

it('an unknown zone is refused', () => {
  expect(() => new TimeZone('Europe/Nowhere')).toThrow(RangeError);
});
