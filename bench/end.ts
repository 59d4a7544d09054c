import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Contender, contendersOf, GATEHOUSE, NO_DATABASE } from './contenders';
import { benchUser, type Progress } from './data';
import { type EndFigures, orderOf, type Run, summary } from './figures';
import { drive } from './load';

export interface EndOptions {
  folder: string;
  rounds: number;
  connections: readonly number[];
  seconds: number;
}

/** More than any contender ends in a second here; a run that uses them up is void. */
const VISITS_PER_SECOND = 8000;
/** Not measured: the first requests are slow with everybody. */
const WARM_UP_S = 3;
const LOGIN_CONNECTIONS = 32;
const login = JSON.stringify({ UserLogin: benchUser.login, ApiKey: benchUser.key });

/**
 * Ends visits, each request another, and logs in, with one contender after the other in rounds: each time as a process
 * of its own on a fresh database.
 * @param main the built service
 */
export async function ends(main: string, options: EndOptions, progress: Progress): Promise<EndFigures[]> {
  const contenders = contendersOf(main, options.folder);
  const total = options.rounds * contenders.length;
  const runs: Run[] = [];
  let done = 0;
  progress(0, total);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const contender of orderOf(round, contenders)) {
      runs.push(...(await runsOf(contender, options)));
      progress((done += 1), total);
    }
  }
  return summary(runs, GATEHOUSE);
}

/** Runs that do not count; how fast it has to be is not judged. */
export function judgeEnds(figures: readonly EndFigures[]): string[] {
  return figures
    .filter(figure => figure.void)
    .map(
      ({ contender, action, connections, void: fault }) =>
        `${contender}, ${action}, ${connections} connections: void, ${fault}`,
    );
}

async function runsOf(contender: Contender, { folder, connections, seconds }: EndOptions): Promise<Run[]> {
  const cwd = join(folder, contender.name);
  mkdirSync(cwd);
  const size = VISITS_PER_SECOND * seconds;
  const ids = Array.from({ length: size * (connections.length + 1) }, () => randomUUID());
  const service = await contender.start(cwd, ids);
  try {
    const [url, runs] = [await service.url(), [] as Run[]];
    const base = { pid: service.pid, seconds, url: `${url}/visit/end?Token=${await tokenOf(url)}` };
    const next = () => ids.splice(0, size).map(bodyOf);
    await drive({ ...base, seconds: WARM_UP_S, connections: 32, bodies: next() });
    for (const count of connections) {
      const measured = await drive({ ...base, connections: count, bodies: next() });
      runs.push({ contender: contender.name, action: 'visit/end', ...measured });
    }
    if (![GATEHOUSE, NO_DATABASE].includes(contender.name)) return runs;
    const bodies = Array.from({ length: size }, () => login);
    const logins = { ...base, url: `${url}/login`, connections: LOGIN_CONNECTIONS, bodies };
    return [...runs, { contender: contender.name, action: 'login', ...(await drive(logins)) }];
  } finally {
    await service.end();
    rmSync(cwd, { recursive: true });
  }
}

const bodyOf = (VisitId: string) => JSON.stringify({ VisitId, Reason: 'left' });

async function tokenOf(url: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${url}/login`, { method: 'POST', headers, body: login });
  return ((await response.json()) as { Token: string }).Token;
}
