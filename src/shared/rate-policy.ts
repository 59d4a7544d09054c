/** At most `count` requests in a window of `windowMs` milliseconds. The window begins with its first request. */
export interface RatePolicy {
  readonly count: number;
  readonly windowMs: number;
}

const unitMs = { ms: 1, s: 1000, m: 60_000 } as const;

/**
 * Reads `<count>/<window>`, such as `200/1s`, `10/500ms` or `60/1m`, or `off` (docs/settings.md). Count 1 to 1,000,000,
 * window 1 ms to 60 min. Undefined for anything else.
 */
export function parseRatePolicy(text: string): RatePolicy | 'off' | undefined {
  if (text === 'off') return 'off';
  const [, count, window, unit] = /^(\d{1,7})\/(\d{1,7})(ms|s|m)$/.exec(text) ?? [];
  const policy = { count: Number(count), windowMs: Number(window) * unitMs[unit as keyof typeof unitMs] };
  const inRange =
    policy.count >= 1 && policy.count <= 1_000_000 && policy.windowMs >= 1 && policy.windowMs <= 3_600_000;
  return inRange ? policy : undefined;
}
