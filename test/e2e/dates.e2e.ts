import { query } from '../../src/database';
import { TestApp } from '../support/test-app';
import { newVisit, stored, visitIn, visitorIn } from '../support/visits';
import { envelopeOf, type Format, formats } from '../support/wire';

/**
 * A zone on each side of UTC, and both days on which its clocks change. Local times near midnight and days alone, for which
 * every zone gives another instant: the local text, and the instants of the day's first and last moment.
 */
const sites = [
  {
    zone: 'Europe/Prague',
    evening: ['2026-12-01T23:30', '2026-12-01T22:30:00.000Z'],
    days: [
      ['2026-12-01', '2026-11-30T23:00:00.000Z', '2026-12-01T22:59:59.999Z'],
      ['2027-03-28', '2027-03-27T23:00:00.000Z', '2027-03-28T21:59:59.999Z'],
      ['2027-10-31', '2027-10-30T22:00:00.000Z', '2027-10-31T22:59:59.999Z'],
    ],
  },
  {
    zone: 'America/New_York',
    evening: ['2026-12-01T23:30', '2026-12-02T04:30:00.000Z'],
    days: [
      ['2026-12-01', '2026-12-01T05:00:00.000Z', '2026-12-02T04:59:59.999Z'],
      ['2027-03-14', '2027-03-14T05:00:00.000Z', '2027-03-15T03:59:59.999Z'],
      ['2027-11-07', '2027-11-07T04:00:00.000Z', '2027-11-08T04:59:59.999Z'],
    ],
  },
] as const;

describe.each(sites)('local dates at a site in $zone', ({ zone, evening, days }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ TIME_ZONE: zone });
  });
  afterAll(() => app.stop());

  const [local, instant] = evening;

  async function window(VisitId: string): Promise<[string, string]> {
    const [row] = (await stored(app, VisitId)).visit as { valid_from: string; valid_to: string }[];
    return [row?.valid_from ?? '', row?.valid_to ?? ''];
  }

  async function scheduled(VisitDate: string, format: Format): Promise<string> {
    const body = newVisit({ VisitDate });
    expect((await app.send('visit/schedule', body, { format })).status).toBe(200);
    return body.VisitId;
  }

  it.each(formats)('visit/schedule keeps the time that was said: %s', async format => {
    expect((await window(await scheduled(local, format)))[0]).toBe(instant);
  });

  it.each(days.flatMap(day => formats.map(format => [...day, format] as const)))(
    '%s alone is a day from %s to %s, wherever a date is read: %s',
    async (day, from, to, format) => {
      const planned = await scheduled(day, format);
      expect(await window(planned)).toEqual([from, to]);

      await app.send('visit/update', { VisitId: planned, ValidFrom: day, ValidTo: day }, { format });
      expect(await window(planned)).toEqual([from, to]);

      const InternalNrLong = format === 'json' ? '4A1B2C3' : 'BEEF';
      await app.send('identifier/update', { InternalNrLong, ValidFrom: day, ValidTo: day }, { format });
      const cards = await app.database.read(manager =>
        query(manager, 'SELECT valid_from, valid_to FROM identifier WHERE internal_nr = ?', [InternalNrLong]),
      );
      expect(cards).toEqual([{ valid_from: from, valid_to: to }]);

      const VisitorId = await visitorIn(app);
      const Activity = { ActivityType: { Title: 'Safety training' }, ValidTo: day };
      const activity = await app.send('visitor/createActivity', { VisitorId, Activity }, { format });
      expect(activity.body.ValidTo).toBe(to);

      const listed = async (From: string, To: string) => {
        const { body } = await app.fetch('visit/getAll', { From, To, PageSize: 1000 }, { format });
        return ((body.Visits ?? []) as { VisitId: string }[]).some(({ VisitId }) => VisitId === planned);
      };
      expect(await listed(day, day)).toBe(true);
      expect(await listed(from, to)).toBe(true);
      expect(await listed(new Date(Date.parse(from) + 1).toISOString(), day)).toBe(false);
      expect(await listed('2026-01-01', from)).toBe(false);
      await app.send('visit/reject', { VisitId: planned, ReasonCode: 1, Reason: '' });
    },
  );
});

describe('the ends of the calendar', () => {
  it.each(['UTC', 'Europe/Prague', 'America/New_York'])(
    'are refused or stored, never a fault: %s',
    async zone => {
      const app = await TestApp.start({ TIME_ZONE: zone });
      const VisitId = await visitIn(app, 1);
      const dates = [
        '0001-01-01',
        '0001-01-01T00:00:00',
        '9999-12-31',
        '9999-12-31T23:59:59.999',
        '9999-12-30T20:00',
      ];
      for (const date of dates)
        for (const [action, body] of [
          ['visit/schedule', newVisit({ VisitDate: date })],
          ['visit/update', { VisitId, ValidTo: date }],
          ['visit/update', { VisitId, ValidFrom: date }],
          ['identifier/update', { InternalNrLong: 'BEEF', ValidFrom: date }],
          ['identifier/update', { InternalNrLong: 'BEEF', ValidTo: date }],
        ] as const) {
          const answer = await app.send(action, body);
          expect([200, 400]).toContain(answer.status);
          if (answer.status === 400) expect(envelopeOf(answer).Code).toBe(1002);
        }
      for (const table of ['visit', 'identifier']) {
        const stored = await app.database.read(manager =>
          manager.query<object[]>(`SELECT valid_from, valid_to FROM ${table}`),
        );
        // A year of more than four digits, or before year 1.
        expect(JSON.stringify(stored)).not.toMatch(/"[+-]\d/);
      }
      expect((await app.fetch('visit/getAll', { From: '0001-01-01', To: '9999-12-31' })).status).not.toBe(
        500,
      );
      await app.stop();
    },
  );
});
