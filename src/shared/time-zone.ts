/** The IANA time zone of the site: for dates without an offset and for the limits of a day. */
export class TimeZone {
  private readonly format: Intl.DateTimeFormat;

  /** @throws RangeError when the runtime does not know the zone */
  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat('en-CA', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /**
   * The instant at which the clocks of the site show a local time. `localMs` is the local time as if it were UTC.
   * A time skipped in spring is read with the offset before the change; of a time repeated in autumn, the first counts.
   */
  instantOf(localMs: number): Date {
    const before = this.offsetAt(localMs - 86_400_000);
    const guess = localMs - before;
    if (this.offsetAt(guess) === before) return new Date(guess);
    const later = localMs - this.offsetAt(guess);
    return new Date(this.offsetAt(later) === localMs - later ? later : guess);
  }

  /** First and last millisecond of the local day that contains an instant. */
  dayOf(instant: Date): { from: Date; to: Date } {
    const localMs = instant.getTime() + this.offsetAt(instant.getTime());
    const midnight = Math.floor(localMs / 86_400_000) * 86_400_000;
    return {
      from: this.instantOf(midnight),
      to: new Date(this.instantOf(midnight + 86_400_000).getTime() - 1),
    };
  }

  /** Offset of local time from UTC at an instant, in milliseconds. */
  private offsetAt(instantMs: number): number {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    let isBeforeChrist = false;
    for (const { type, value } of this.format.formatToParts(instantMs)) {
      if (type === 'era') isBeforeChrist = value.startsWith('B');
      else part[type] = Number(value);
    }
    const year = part.year ?? NaN;
    const shown = new Date(0);
    // Date.UTC would read the years 0 to 99 as 1900 to 1999.
    shown.setUTCFullYear(isBeforeChrist ? 1 - year : year, (part.month ?? NaN) - 1, part.day);
    return (
      shown.setUTCHours(part.hour ?? NaN, part.minute, part.second) - Math.floor(instantMs / 1000) * 1000
    );
  }
}
