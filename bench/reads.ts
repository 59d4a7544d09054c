import { Client } from '../test/recipes/client';
import { type Benchmark, ROUNDS, SECONDS, WARM_UP_S } from './benchmark';
import { Chance } from './chance';
import { startOnCopy } from './contenders';
import { benchUser } from './data';
import { faultsOf, type Figures, quantile, type Run, summary } from './figures';
import { GATEHOUSE } from './gatehouse';
import { openOf } from './growth';
import { drive, endBody } from './load';
import { inRounds, type Running, withRunning } from './running';
import { atMost, type Target } from './targets';
import { idAt, VisitQueue } from './visit-queue';

const WRITERS = 32;
const SIZE = 1_000_000;

const reads = [
  { action: 'visit/get', path: (id: string) => `visit/get?VisitId=${id}` },
  { action: 'visit/getAll', path: () => 'visit/getAll' },
  { action: 'visit/getHistory', path: (id: string) => `visit/getHistory?VisitId=${id}` },
];

/**
 * Reads by one caller, one after the other, while visits are ended at full speed. The caller shares its process with the
 * load generator, so the times include waiting for that.
 */
export const readsUnderLoad: Benchmark = async (settings, progress) => {
  const { main, folder, files, rounds = ROUNDS, seconds = SECONDS, sizes = [SIZE] } = settings;
  const size = Math.max(...sizes);
  const { file, ids } = await files.withOpenVisits(size, openOf(size, settings), progress);
  const runs = await inRounds(
    rounds,
    [GATEHOUSE],
    () =>
      withRunning(folder, startOnCopy(main, file), async running => {
        const visits = new VisitQueue(ids, new Chance(1));
        await underLoad(running, ids, visits, WARM_UP_S);
        return underLoad(running, ids, visits, seconds);
      }),
    progress,
  );
  const figures = summary(runs);
  return { figures, targets: readTargets(figures), faults: faultsOf(figures) };
};

async function underLoad(
  { pid, url, endUrl }: Running,
  ids: Buffer,
  visits: VisitQueue,
  seconds: number,
): Promise<Run[]> {
  const client = new Client(url, 1);
  await client.logIn(benchUser.key, benchUser.login);
  const taken = new Map(reads.map(({ action }) => [action, [] as number[]]));
  const refused: number[] = [];
  const state = { isOver: false };
  const load = { pid, url: endUrl, body: endBody, visits, connections: WRITERS, limit: { seconds } };
  const writing = drive(load).finally(() => (state.isOver = true));
  const chance = new Chance(2);
  const started = performance.now();
  while (!state.isOver) {
    for (const { action, path } of reads) {
      const before = performance.now();
      const { status } = await client.ask(path(idAt(ids, chance)));
      if (status === 200) taken.get(action)?.push(performance.now() - before);
      else refused.push(status);
    }
  }
  client.close();
  const passedS = (performance.now() - started) / 1000;
  const written = await writing;
  const readRuns = [...taken].map(([action, ms]) => ({
    ...written,
    action,
    contender: GATEHOUSE,
    connections: 1,
    perSecond: ms.length / passedS,
    p50Ms: quantile(ms, 0.5),
    p99Ms: quantile(ms, 0.99),
    longestMs: quantile(ms, 1),
    // Cannot be separated from that of the writers.
    cpuMsPerRequest: NaN,
    void: refused.length > 0 ? `${refused.length} reads refused, first ${refused[0]}` : written.void,
  }));
  return [{ action: 'visit/end', contender: GATEHOUSE, ...written }, ...readRuns];
}

export function readTargets(figures: readonly Figures[]): Target[] {
  return figures
    .filter(({ action }) => reads.some(read => read.action === action))
    .map(({ action, p99Ms }) => atMost(`p99 of ${action} at full write load`, p99Ms, 'ms', 25));
}
