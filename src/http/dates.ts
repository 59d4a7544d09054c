import type { TimeZone } from '../shared/time-zone';

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;
const aspNet = /^\\?\/Date\((-?\d{1,15})([+-](?:0\d|1[0-4])[0-5]\d)?\)\\?\/$/;
/** All forms that an instant or a date of a request may have. */
export const instantForms: readonly RegExp[] = [iso, aspNet];
const firstMs = Date.parse('0001-01-01');
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Reads an instant (contract 1): ISO 8601, where no offset means the site's zone and a bare date its midnight, or
 * `/Date(ms)/` with or without escaped slashes. Years 1 to 9999. Undefined when it is neither or no real date.
 */
export function parseInstant(text: string, zone: TimeZone): Date | undefined {
  const ms = aspNetMs(text);
  if (ms !== undefined) return withinYears(new Date(ms));
  const match = iso.exec(text);
  const local = match && localMs(match);
  if (local === null) return undefined;
  const offset = match?.[8];
  return withinYears(offset === undefined ? zone.instantOf(local) : new Date(local - offsetMs(offset)));
}

function withinYears(date: Date): Date | undefined {
  return date.getTime() >= firstMs && date.getTime() <= lastMs ? date : undefined;
}

/** Reads a calendar date, which no zone ever shifts: the day as it is written, whatever time and offset follow it. */
export function parseCalendarDate(text: string): string | undefined {
  const ms = aspNetMs(text);
  if (ms !== undefined) {
    const shown = ms + offsetMs(aspNet.exec(text)?.[2] ?? 'Z');
    return withinYears(new Date(shown))?.toISOString().slice(0, 10);
  }
  const match = iso.exec(text);
  return match && localMs(match) !== null ? text.slice(0, 10) : undefined;
}

function aspNetMs(text: string): number | undefined {
  const match = aspNet.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** The written local time as if it were UTC; null for 30 February, 25 o'clock and their like. */
function localMs(match: RegExpExecArray): number | null {
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(group => Number(match[group] ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day);
  const exists = year !== 0 && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  if (!exists || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const fraction = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  return date.setUTCHours(hour ?? 0, minute, second, fraction);
}

function offsetMs(offset: string): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(offset);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
