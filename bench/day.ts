import { type Benchmark, ROUNDS, SECONDS, WARM_UP_S } from './benchmark';
import { Chance } from './chance';
import { startOnCopy } from './contenders';
import { faultsOf, quantile, type Run, summary } from './figures';
import { GATEHOUSE } from './gatehouse';
import { cpuMs, peakMb } from './process-figures';
import { type Call, Receptionist } from './receptionist';
import { inRounds, type Running, withRunning } from './running';

const RECEPTIONISTS = 32;
const SIZE = 10_000;
const EVERYTHING = 'everything';

/**
 * A day at the desks: receptionists, each with one connection, take visits through their lives, with the necessary look-ups,
 * as fast as they get answers. The times include the work of these simple clients.
 */
export const day: Benchmark = async (settings, progress) => {
  const { main, folder, files, rounds = ROUNDS, seconds = SECONDS, sizes = [SIZE] } = settings;
  const size = Math.max(...sizes);
  // As on a real site, only visits of the last days are open.
  const { file } = await files.withOpenVisits(size, Math.min(size, 1000), progress);
  const runs = await inRounds(
    rounds,
    [GATEHOUSE],
    () => withRunning(folder, startOnCopy(main, file), running => runsOf(running, seconds)),
    progress,
  );
  const figures = summary(runs).sort((a, b) => b.perSecond - a.perSecond);
  return { figures, targets: [], faults: faultsOf(figures) };
};

async function runsOf({ pid, url }: Running, seconds: number): Promise<Run[]> {
  await work(url, WARM_UP_S, 1);
  const before = cpuMs(pid);
  const { calls, passedS } = await work(url, seconds, 2);
  const cpuMsPerRequest = (cpuMs(pid) - before) / calls.length;
  const actions = [EVERYTHING, ...new Set(calls.map(({ action }) => action))];
  return actions.map(action => {
    const own = action === EVERYTHING ? calls : calls.filter(call => call.action === action);
    const ms = own.map(call => call.ms);
    const refused = own.find(({ status }) => status !== 200);
    return {
      contender: GATEHOUSE,
      action,
      connections: RECEPTIONISTS,
      perSecond: own.length / passedS,
      p50Ms: quantile(ms, 0.5),
      p99Ms: quantile(ms, 0.99),
      longestMs: quantile(ms, 1),
      // Cannot be measured for a single action.
      cpuMsPerRequest: action === EVERYTHING ? cpuMsPerRequest : NaN,
      peakMb: peakMb(pid),
      void: refused && `answered ${refused.status}`,
    };
  });
}

async function work(url: string, seconds: number, seed: number): Promise<{ calls: Call[]; passedS: number }> {
  const started = performance.now();
  const untilMs = started + seconds * 1000;
  const shifts = Array.from({ length: RECEPTIONISTS }, (_, index) =>
    new Receptionist(url, new Chance(seed * 1000 + index)).work(untilMs),
  );
  const calls = (await Promise.all(shifts)).flat();
  return { calls, passedS: (performance.now() - started) / 1000 };
}
