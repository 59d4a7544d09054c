import type { TimeZone } from './time-zone';

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,30}))?)?(Z|z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/;
const aspNet = /^\\?\/Date\((-?\d{1,15})([+-](?:0\d|1[0-4])[0-5]\d)?\)\\?\/$/;
/** The accepted formats of an instant or a date in a request. */
export const instantForms: readonly RegExp[] = [iso, aspNet];
const firstMs = Date.parse('0001-01-01');
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The instant of a day without a time: its first, its last, or the first one after it. */
export type DayEdge = 'start' | 'end' | 'after';

/**
 * Reads an instant: ISO 8601, in the zone of the site if there is no offset, or `/Date(ms)/` with or
 * without escaped slashes. Fractions are cut to milliseconds. `24:00` is the midnight after the day. For a day without
 * a time, `edge` selects the instant. Years 1 to 9999 UTC. Undefined if the text has neither format or is no real date.
 */
export function parseInstant(text: string, zone: TimeZone, edge: DayEdge = 'start'): Date | undefined {
  const ms = aspNetMs(text);
  if (ms !== undefined) return withinYears(new Date(ms));
  const match = iso.exec(text);
  const local = match && localMs(match);
  if (local === null) return undefined;
  if (match?.[4] === undefined) return withinYears(dayEdge(local, zone, edge));
  const offset = match[8];
  return withinYears(offset === undefined ? zone.instantOf(local) : new Date(local - offsetMs(offset)));
}

function dayEdge(localMidnightMs: number, zone: TimeZone, edge: DayEdge): Date {
  if (edge === 'start') return zone.instantOf(localMidnightMs);
  const next = zone.instantOf(localMidnightMs + DAY_MS);
  return edge === 'after' ? next : new Date(next.getTime() - 1);
}
const DAY_MS = 86_400_000;

/** Whether an instant lies in the years 1 to 9999 UTC, the range of all formats and databases. */
export function isWithinYears(date: Date): boolean {
  return date.getTime() >= firstMs && date.getTime() <= lastMs;
}

function withinYears(date: Date): Date | undefined {
  return isWithinYears(date) ? date : undefined;
}

/** Whether a text is a time in year 1: .NET clients send `DateTime.MinValue` for "none". */
export function isUnset(text: string): boolean {
  if (text.startsWith('0001-')) {
    const match = iso.exec(text);
    return match !== null && localMs(match) !== null;
  }
  const ms = aspNetMs(text);
  return ms !== undefined && ms < secondYearMs && ms >= firstMs - DAY_MS;
}
const secondYearMs = Date.parse('0002-01-01');

/** Whether a day can be a date of birth: not in the future in any time zone, and at most 130 years ago. */
export function isBirthday(date: string, now: Date): boolean {
  const last = new Date(now.getTime() + FURTHEST_EAST_MS).toISOString().slice(0, 10);
  const first = `${now.getUTCFullYear() - 130}${now.toISOString().slice(4, 10)}`;
  return date >= first && date <= last;
}
const FURTHEST_EAST_MS = 14 * 3_600_000;

/** Reads a calendar date: the day as written. Time and offset after it are ignored, so no time zone shifts it. */
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

/** The written local time as if it were UTC; null for impossible times such as 30 February or 25:00. */
function localMs(match: RegExpExecArray): number | null {
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(group => Number(match[group] ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day);
  const exists = year !== 0 && date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  const isMidnight = hour === 24 && minute === 0 && second === 0 && /^0*$/.test(match[7] ?? '');
  if (!exists || ((hour ?? 0) > 23 && !isMidnight) || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const fraction = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  return date.setUTCHours(hour ?? 0, minute, second, fraction);
}

function offsetMs(offset: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(offset);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
}
