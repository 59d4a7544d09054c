import { type Benchmark, ROUNDS, SECONDS, WARM_UP_S } from './benchmark';
import { contendersOf, NO_DATABASE } from './contenders';
import { comparedWith, faultsOf, type Figures, summary } from './figures';
import { GATEHOUSE } from './gatehouse';
import { drive } from './load';
import { inRounds, loginBody, type Running, withRunning } from './running';
import { atLeast, type Target } from './targets';

const ACTION = 'login';
const CONNECTIONS = 32;

/** `login`, compared with Nest that validates a body and returns a token without any look-up. */
export const login: Benchmark = async (settings, progress) => {
  const { main, folder, files, rounds = ROUNDS, seconds = SECONDS } = settings;
  const visits = await files.withOpenVisits(1000, 1000, progress);
  const contenders = await contendersOf(main, folder, visits);
  const runs = await inRounds(
    rounds,
    contenders.filter(({ name }) => name === GATEHOUSE || name === NO_DATABASE),
    ({ name, start }) => withRunning(folder, start, running => logIns(name, running, seconds)),
    progress,
  );
  const figures = comparedWith(summary(runs), GATEHOUSE);
  return { figures, targets: loginTargets(figures), faults: faultsOf(figures) };
};

async function logIns(contender: string, { pid, url }: Running, seconds: number) {
  const load = { pid, url: `${url}/login`, body: loginBody, connections: CONNECTIONS };
  await drive({ ...load, limit: { seconds: WARM_UP_S } });
  return [{ contender, action: ACTION, ...(await drive({ ...load, limit: { seconds } })) }];
}

export function loginTargets(figures: readonly Figures[]): Target[] {
  const rateOf = (contender: string) => figures.find(each => each.contender === contender)?.perSecond ?? NaN;
  const ratio = rateOf(GATEHOUSE) / rateOf(NO_DATABASE);
  return [atLeast(`${ACTION} at ${CONNECTIONS} connections`, ratio, `times ${NO_DATABASE}`, 0.9)];
}
