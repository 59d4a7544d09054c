import type { TimeZone } from '../../shared/time-zone';

const EIGHT_HOURS_MS = 8 * 3_600_000;

/** The last instant of a visit that begins at `start`: the end of the site's day, or of the next one where eight hours reach into it. */
export function endOfVisit(start: Date, zone: TimeZone): Date {
  const { to } = zone.dayOf(start);
  const eightHoursOn = new Date(start.getTime() + EIGHT_HOURS_MS);
  return eightHoursOn <= to ? to : zone.dayOf(eightHoursOn).to;
}

/** When a visit lets its visitor in: entry code and pass work then, and so do `check` and `enter`. */
export class AdmissionWindow {
  /** @param earlyMs how long before `validFrom` a visitor may come already (setting VISIT_EARLY_MINUTES) */
  constructor(private readonly earlyMs: number) {}

  /** The first and the last instant. */
  of({ validFrom, validTo }: { readonly validFrom: Date; readonly validTo: Date }): { from: Date; to: Date } {
    return { from: new Date(validFrom.getTime() - this.earlyMs), to: validTo };
  }

  includes(visit: { readonly validFrom: Date; readonly validTo: Date }, at: Date): boolean {
    const { from, to } = this.of(visit);
    return from <= at && at <= to;
  }
}
