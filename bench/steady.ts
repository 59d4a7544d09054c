import { type Benchmark, WARM_UP_S } from './benchmark';
import { startOnCopy } from './contenders';
import { visitsFor } from './end';
import { faultsOf, type Figures, rounded, summary } from './figures';
import { GATEHOUSE } from './gatehouse';
import { drive, endBody } from './load';
import { inRounds, withRunning } from './running';
import { atMost, type Target } from './targets';
import { VisitQueue } from './visit-queue';

const SECONDS = 60;
const CONNECTIONS = 32;

/** One long run of `visit/end`, to see whether checkpoints and garbage collection delay it. */
export const steady: Benchmark = async (settings, progress) => {
  const { main, folder, files, rounds = 1, seconds = SECONDS } = settings;
  const count = visitsFor([CONNECTIONS], seconds);
  const { file, ids } = await files.withOpenVisits(count, count, progress);
  const runs = await inRounds(
    rounds,
    [GATEHOUSE],
    contender =>
      withRunning(folder, startOnCopy(main, file), async ({ pid, endUrl }) => {
        const visits = new VisitQueue(ids);
        const load = { pid, url: endUrl, body: endBody, visits, connections: CONNECTIONS };
        await drive({ ...load, limit: { seconds: WARM_UP_S } });
        return [{ contender, action: 'visit/end', ...(await drive({ ...load, limit: { seconds } })) }];
      }),
    progress,
  );
  const figures = summary(runs);
  return { figures, targets: steadyTargets(figures), faults: faultsOf(figures) };
};

export function steadyTargets(figures: readonly Figures[]): Target[] {
  return figures.map(({ p50Ms, p99Ms }) =>
    atMost(
      `p99 of visit/end at ${CONNECTIONS} connections in a long run`,
      rounded(p99Ms / p50Ms, 2),
      'times p50',
      4,
    ),
  );
}
