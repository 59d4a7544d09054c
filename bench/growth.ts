import { type Benchmark, ROUNDS, SECONDS, type Settings, WARM_UP_S } from './benchmark';
import { Chance } from './chance';
import { databaseIn, startOnCopy } from './contenders';
import type { VisitsFile } from './data-files';
import { visitsFor } from './end';
import { faultsOf, type Figures, type Run, rounded, summary } from './figures';
import { drive, endBody, type Measured } from './load';
import { inRounds, type Running, withRunning } from './running';
import { atLeast, atMost, type Target } from './targets';
import { renewVisits } from './visit-rows';
import { VisitQueue } from './visit-queue';

const CONNECTIONS = 32;
const SMALL = 10_000;
const LARGE = 1_000_000;
/** The default sizes. */
export const SIZES = [SMALL, LARGE];

/** `visit/end` in random order over files of several sizes; one size after the other, in rounds. */
export const growth: Benchmark = async (settings, progress) => {
  const { main, folder, rounds = ROUNDS, seconds = SECONDS, sizes = SIZES } = settings;
  const all: (VisitsFile & { size: number })[] = [];
  for (const size of sizes) {
    const visits = await settings.files.withOpenVisits(size, openOf(size, settings), progress);
    all.push({ size, ...visits });
  }
  const runs = await inRounds(
    rounds,
    all,
    ({ size, file, ids }) =>
      withRunning(folder, startOnCopy(main, file), async (running, cwd) => {
        const measured =
          size === openOf(size, settings)
            ? await inBursts(running, ids, size, databaseIn(cwd), seconds)
            : await atOnce(running, ids, seconds);
        return measured.map((each): Run => ({ contender: nameOf(size), action: 'visit/end', ...each }));
      }),
    progress,
  );
  const figures = withShare(summary(runs), nameOf(sizes[0] ?? SMALL));
  return { figures, targets: growthTargets(figures), faults: faultsOf(figures) };
};

const nameOf = (size: number) => `${size.toLocaleString('en-US')} visits`;

/** How many visits are open: as many as a run may need, or all of a small file. */
export function openOf(size: number, { seconds = SECONDS }: Pick<Settings, 'seconds'>): number {
  return Math.min(size, visitsFor([CONNECTIONS], seconds));
}

const loadOf = ({ pid, endUrl }: Running) => ({ pid, url: endUrl, body: endBody, connections: CONNECTIONS });

async function atOnce(running: Running, ids: Buffer, seconds: number): Promise<Measured[]> {
  const load = { ...loadOf(running), visits: new VisitQueue(ids, new Chance(1)) };
  await drive({ ...load, limit: { seconds: WARM_UP_S } });
  return [await drive({ ...load, limit: { seconds } })];
}

/**
 * Measures in bursts of a second and resets the visits after each. A small file has too few visits for a whole run, and a new
 * process for each burst would be slow.
 */
async function inBursts(
  running: Running,
  ids: Buffer,
  size: number,
  file: string,
  seconds: number,
): Promise<Measured[]> {
  let perSecond = CONNECTIONS * 10;
  const burst = async () => {
    const requests = Math.min(size, Math.ceil(perSecond));
    const visits = new VisitQueue(ids, new Chance(requests));
    const measured = await drive({ ...loadOf(running), visits, limit: { requests } });
    if (measured.void === undefined) perSecond = measured.perSecond;
    await renewVisits(file);
    return { measured, tookS: requests / perSecond };
  };
  for (let passedS = 0; passedS < WARM_UP_S;) passedS += (await burst()).tookS;
  const runs: Measured[] = [];
  for (let passedS = 0; passedS < seconds;) {
    const { measured, tookS } = await burst();
    runs.push(measured);
    passedS += tookS;
  }
  return runs;
}

/** Adds the rate divided by that of the reference. */
function withShare(figures: readonly Figures[], reference: string): (Figures & { share: number })[] {
  const rate = figures.find(({ contender }) => contender === reference)?.perSecond ?? NaN;
  return figures.map(each => ({ ...each, share: rounded(each.perSecond / rate, 2) }));
}

export function growthTargets(figures: readonly Figures[]): Target[] {
  const [small, large] = [SMALL, LARGE].map(size => figures.find(each => each.contender === nameOf(size)));
  if (!large) return [];
  const where = `visit/end at ${CONNECTIONS} connections with ${nameOf(LARGE)}`;
  const memory = atMost(`peak memory of ${where}`, large.peakMb, 'MB', 250);
  if (!small) return [memory];
  const share = large.perSecond / small.perSecond;
  return [atLeast(where, share, `times that with ${nameOf(SMALL)}`, 0.6), memory];
}
