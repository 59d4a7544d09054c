/** The middle of the values, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The smallest value that `part` (0 to 1) of the values do not exceed; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

/** Rounded to so many decimals. */
export function rounded(value: number, decimals = 0): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/** The order of a round: each goes first in turn, so that nobody always runs on the machine as another leaves it. */
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
  cpuMsPerRequest: number;
  /** Of the process since its start, so that it grows with the runs before. */
  peakMb: number;
  /** Why the run does not count. */
  void?: string;
}

/** The runs of one contender at one number of connections. All figures but min and max are medians. */
export interface EndFigures {
  action: string;
  connections: number;
  contender: string;
  runs: number;
  perSecond: number;
  min: number;
  max: number;
  /** Gatehouse's rate divided by this one's. */
  gatehouse: number;
  p50Ms: number;
  p99Ms: number;
  cpuSPer1000: number;
  peakMb: number;
  /** Why runs were left out; empty when all count. */
  void: string;
}

/** Sums up the runs, side by side for each action and number of connections. Those that are void are not counted. */
export function summary(runs: readonly Run[], reference: string): EndFigures[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = groupOf(run, run.contender);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const figures = [...groups.values()].map(all => {
    const [first] = all as [Run];
    const group = all.filter(isCounted);
    const of = (field: 'perSecond' | 'p50Ms' | 'p99Ms' | 'cpuMsPerRequest' | 'peakMb') =>
      median(group.map(run => run[field]));
    const rates = group.map(({ perSecond }) => perSecond);
    const ours = (groups.get(groupOf(first, reference)) ?? [])
      .filter(isCounted)
      .map(({ perSecond }) => perSecond);
    return {
      action: first.action,
      connections: first.connections,
      contender: first.contender,
      runs: group.length,
      perSecond: rounded(of('perSecond')),
      min: rounded(quantile(rates, 0)),
      max: rounded(quantile(rates, 1)),
      gatehouse: rounded(median(ours) / of('perSecond'), 2),
      p50Ms: rounded(of('p50Ms'), 1),
      p99Ms: rounded(of('p99Ms'), 1),
      // Milliseconds for one are seconds for a thousand.
      cpuSPer1000: rounded(of('cpuMsPerRequest'), 2),
      peakMb: rounded(of('peakMb')),
      void: all.flatMap(run => run.void ?? []).join('; '),
    };
  });
  return figures.sort((a, b) => a.action.localeCompare(b.action) || a.connections - b.connections);
}

const isCounted = (run: Run) => run.void === undefined;

function groupOf({ action, connections }: Run, contender: string): string {
  return [action, connections, contender].join(' ');
}
