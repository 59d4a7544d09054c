import { type Benchmark, ROUNDS, SECONDS, type Settings, WARM_UP_S } from './benchmark';
import { type Contender, contendersOf, NO_DATABASE, PLAIN_NEST, RAW_HTTP } from './contenders';
import type { Progress, VisitsFile } from './data-files';
import { comparedWith, faultsOf, type Figures, type Run, summary } from './figures';
import { GATEHOUSE } from './gatehouse';
import { drive, endBody } from './load';
import { inRounds, type Running, withRunning } from './running';
import { atLeast, atMost, type Target } from './targets';
import { VisitQueue } from './visit-queue';

const ACTION = 'visit/end';

/**
 * `visit/end`, with another visit in each request. Contenders run one after the other, in rounds: each run is a new process
 * on a fresh database, and goes through the numbers of connections.
 */
export const end: Benchmark = async (settings, progress) => {
  const visits = await visitsToEnd(settings, progress);
  const contenders = await contendersOf(settings.main, settings.folder, visits);
  const figures = await figuresOf(contenders, visits, settings, progress);
  return { figures, targets: endTargets(figures, asked), faults: faultsOf(figures) };
};

/** The number of visits that the runs of one contender may need. */
export function visitsToEnd(
  { files, connections, seconds = SECONDS }: Settings,
  progress: Progress,
): Promise<VisitsFile> {
  const count = visitsFor(connections, seconds);
  return files.withOpenVisits(count, count, progress);
}

export async function figuresOf(
  contenders: readonly Contender[],
  visits: VisitsFile,
  { folder, connections, rounds = ROUNDS, seconds = SECONDS }: Settings,
  progress: Progress,
): Promise<Figures[]> {
  const runs = await inRounds(
    rounds,
    contenders,
    ({ name, start }) =>
      withRunning(folder, start, running =>
        runsOf(name, running, new VisitQueue(visits.ids), connections, seconds),
      ),
    progress,
  );
  return comparedWith(summary(runs), GATEHOUSE);
}

/** More than any contender can end: a run that runs out of visits is void. */
export function visitsFor(connections: readonly number[], seconds: number): number {
  const perSecond = (count: number) => (count === 1 ? 5000 : 15_000);
  return connections.reduce((sum, count) => sum + perSecond(count) * seconds, perSecond(32) * WARM_UP_S);
}

async function runsOf(
  contender: string,
  { pid, endUrl }: Running,
  visits: VisitQueue,
  connections: readonly number[],
  seconds: number,
): Promise<Run[]> {
  const load = { pid, url: endUrl, body: endBody, visits };
  await drive({ ...load, connections: 32, limit: { seconds: WARM_UP_S } });
  const runs: Run[] = [];
  for (const count of connections) {
    const measured = await drive({ ...load, connections: count, limit: { seconds } });
    runs.push({ contender, action: ACTION, ...measured });
  }
  return runs;
}

/** The targets for the numbers of connections and contenders that were measured. */
export function endTargets(figures: readonly Figures[], asked: readonly Asked[]): Target[] {
  const at = (contender: string, connections: number) =>
    figures.find(
      each => each.action === ACTION && each.contender === contender && each.connections === connections,
    );
  return asked.flatMap(({ connections, against, rate, p99 }) => {
    const [ours, theirs] = [at(GATEHOUSE, connections), at(against, connections)];
    if (!ours || !theirs) return [];
    const where = `${ACTION} at ${connections} ${connections === 1 ? 'connection' : 'connections'}`;
    const targets = [atLeast(where, ours.perSecond / theirs.perSecond, `times ${against}`, rate)];
    if (p99 !== undefined)
      targets.push(atMost(`p99 of ${where}`, ours.p99Ms / theirs.p99Ms, `times that of ${against}`, p99));
    return targets;
  });
}

/** Required of Gatehouse, as multiples of a contender: minimum rate and maximum p99. */
export interface Asked {
  connections: number;
  against: string;
  rate: number;
  p99?: number;
}

export const asked: readonly Asked[] = [
  { connections: 32, against: PLAIN_NEST, rate: 6, p99: 0.3 },
  { connections: 32, against: RAW_HTTP, rate: 2.5 },
  { connections: 32, against: NO_DATABASE, rate: 1.2 },
  { connections: 128, against: PLAIN_NEST, rate: 8 },
  { connections: 1, against: PLAIN_NEST, rate: 1.3 },
];
