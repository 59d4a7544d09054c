import { setTimeout as wait } from 'node:timers/promises';
import { type Audit, Journal } from './journal';
import { NodesWorkplace, withNodes } from './nodes';
import { BusyNode, countsOf, type NodesKillFigures } from './nodes-kill';
import { type OwnServer, OwnServers } from './own-servers';

export interface RestartFigures
  extends
    Audit,
    Pick<NodesKillFigures, 'acknowledged' | 'ends' | 'refused' | 'unknown' | 'faults' | 'refusals'> {
  rounds: number;
  unanswered: number;
  /** Number of new logins because a token had become unknown. */
  logins: number;
  /** From the moment when the server accepts connections again until every node makes changes again. */
  recoveryMs: number[];
}

/** Two nodes under load, whose database is killed and restarted. */
export function postgresRestart(main: string, rounds: number): Promise<RestartFigures> {
  // When a connection is lost, the outcome of a running commit is unknown.
  return restart(main, rounds, servers => servers.postgres, new Journal('unknown'));
}

/** Two nodes under load, whose Redis is killed and restarted empty. */
export function redisRestart(main: string, rounds: number): Promise<RestartFigures> {
  return restart(main, rounds, servers => servers.redis, new Journal('refused'));
}

async function restart(
  main: string,
  rounds: number,
  which: (servers: OwnServers) => OwnServer,
  journal: Journal,
): Promise<RestartFigures> {
  const servers = await OwnServers.start();
  try {
    // With a rate limit, every request uses Redis.
    const settings = { RATE_POLICY: '100000/1s' };
    return await withNodes(NodesWorkplace.create(main, settings, servers.urls), async workplace => {
      const nodes = [await BusyNode.start(workplace, journal), await BusyNode.start(workplace, journal)];
      const recoveryMs: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        await wait(500 + Math.random() * 500);
        await which(servers).stop();
        await wait(200 + Math.random() * 1300);
        await which(servers).start();
        recoveryMs.push(await recovery(nodes));
      }
      for (const node of nodes) await node.finish();
      return {
        rounds,
        ...countsOf(journal),
        unanswered: nodes.reduce((sum, { unanswered }) => sum + unanswered, 0),
        logins: journal.logins,
        ...(await journal.audit(workplace)),
        recoveryMs,
      };
    });
  } finally {
    await servers.remove();
  }
}

/** Gives up after 30 s. */
async function recovery(nodes: readonly BusyNode[]): Promise<number> {
  const begunMs = performance.now();
  const before = nodes.map(({ done }) => done);
  const sinceMs = () => Math.round(performance.now() - begunMs);
  while (nodes.some(({ done }, index) => done === before[index]) && sinceMs() < 30_000) await wait(5);
  return sinceMs();
}
