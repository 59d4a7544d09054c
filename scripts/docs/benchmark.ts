import type { Figures } from '../../bench/figures';
import type { Result } from '../../bench/result';
import type { Target } from '../../bench/targets';
import { table } from './section';

/** A section of docs/benchmark.md: the last run whose figures are in the repository. */
export function benchmarkSection({ date, machine, seconds, figures, targets, faults }: Result): string {
  const { cores, memoryGb, system, node, sqlite, postgres } = machine;
  const database = postgres === undefined ? `SQLite ${sqlite}` : `PostgreSQL ${postgres} on the same machine`;
  const end = figures.end ?? figures['end-postgres'];
  const parts = [
    `${date}, ${cores} cores shared with the load generator, ${memoryGb} GB, ${system}, Node ${node}, ${database}. Medians of interleaved runs of ${seconds} s:`,
    targetTable(targets),
  ];
  if (end) parts.push('`visit/end`, requests a second:', rateTable(end));
  if (faults.length > 0) parts.push(['Not reliable:', ...faults.map(fault => `- ${fault}`)].join('\n'));
  return parts.join('\n\n');
}

function targetTable(targets: readonly Target[]): string {
  return table(
    ['What', 'Measured', 'Target', ''],
    targets.map(({ what, value, unit, asked, met }) => [
      what,
      value === null ? 'no figure' : `${value} ${unit}`,
      asked,
      met ? 'met' : '**missed**',
    ]),
  );
}

/** One row per number of connections, one column per contender. */
function rateTable(figures: readonly Figures[]): string {
  const contenders = [...new Set(figures.map(({ contender }) => contender))];
  const connections = [...new Set(figures.map(each => each.connections))];
  const rateOf = (contender: string, count: number) => {
    const found = figures.find(each => each.contender === contender && each.connections === count);
    return found?.runs ? found.perSecond.toLocaleString('en-US') : '–';
  };
  return table(
    ['Connections', ...contenders],
    connections.map(count => [String(count), ...contenders.map(contender => rateOf(contender, count))]),
  );
}
