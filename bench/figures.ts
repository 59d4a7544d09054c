/** The middle of the values, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The smallest value that `part` (0 to 1) of the values do not exceed; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

/** Rounds to the given number of decimals. */
export function rounded(value: number, decimals = 0): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/** The order of a round. The first one rotates, so that no contender always follows the same other one. */
export function orderOf<T>(round: number, all: readonly T[]): T[] {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/** One run of one contender. */
export interface Run {
  contender: string;
  action: string;
  connections: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  longestMs: number;
  cpuMsPerRequest: number;
  /** Peak of the process since its start; it includes earlier runs. */
  peakMb: number;
  /** Why the run is void. */
  void?: string;
}

/** The runs of one contender at one number of connections. All figures are medians, except min, max and longestMs. */
export interface Figures {
  action: string;
  connections: number;
  contender: string;
  /** Number of valid runs. */
  runs: number;
  perSecond: number;
  min: number;
  max: number;
  p50Ms: number;
  p99Ms: number;
  longestMs: number;
  cpuSPer1000: number;
  peakMb: number;
  /** Why runs are void; empty if all are valid. */
  void: string;
}

/** Summarises the runs for each action and number of connections. Void runs are left out. */
export function summary(runs: readonly Run[]): Figures[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = [run.action, run.connections, run.contender].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const figures = [...groups.values()].map(group => figuresOf(group as [Run]));
  return figures.sort((a, b) => a.action.localeCompare(b.action) || a.connections - b.connections);
}

function figuresOf(all: readonly [Run, ...Run[]]): Figures {
  const [{ action, connections, contender }] = all;
  const counted = all.filter(run => run.void === undefined);
  const of = (field: 'perSecond' | 'p50Ms' | 'p99Ms' | 'longestMs' | 'cpuMsPerRequest' | 'peakMb') =>
    counted.map(run => run[field]);
  return {
    action,
    connections,
    contender,
    runs: counted.length,
    perSecond: rounded(median(of('perSecond'))),
    min: rounded(quantile(of('perSecond'), 0)),
    max: rounded(quantile(of('perSecond'), 1)),
    p50Ms: rounded(median(of('p50Ms')), 1),
    p99Ms: rounded(median(of('p99Ms')), 1),
    longestMs: rounded(quantile(of('longestMs'), 1), 1),
    // Milliseconds per request equal seconds per thousand requests.
    cpuSPer1000: rounded(median(of('cpuMsPerRequest')), 2),
    peakMb: rounded(median(of('peakMb'))),
    void: all.flatMap(run => run.void ?? []).join('; '),
  };
}

/** Adds the rate of the reference, for the same action and number of connections, divided by its own rate. */
export function comparedWith<T extends Figures>(
  figures: readonly T[],
  reference: string,
): (T & { ratio: number })[] {
  return figures.map(figure => {
    const { action, connections, perSecond } = figure;
    const other = figures.find(
      each => each.action === action && each.connections === connections && each.contender === reference,
    );
    return { ...figure, ratio: rounded((other?.perSecond ?? NaN) / perSecond, 2) };
  });
}

/** Why runs are void. */
export function faultsOf(figures: readonly Figures[]): string[] {
  return figures
    .filter(figure => figure.void)
    .map(
      ({ contender, action, connections, void: fault }) =>
        `${contender}, ${action}, ${connections} connections: void, ${fault}`,
    );
}
