import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type Reply } from './client';
import { NodesWorkplace, withNodes } from './nodes';

/** The limit of a user, and of logins from one address. */
const PER_SECOND = 100;
const LOGINS_PER_SECOND = 20;
/** Callers per node, and the pause of each between calls. */
const CALLERS = 6;
const PAUSE_MS = 10;

export interface RatesFigures {
  /** Number of measured windows of one second. */
  rounds: number;
  /** Admitted requests: over both nodes, by each node, and relative to the limit. */
  calls: Compared;
  logins: Compared;
  /** Answers other than a success or 401/1008. */
  others: number;
}

interface Compared {
  letIn: number;
  byNode: number[];
  refused: number;
  allowed: number;
  ratio: number;
}

/** Callers exceed the rate on both nodes, and the nodes together admit as many requests as one would. */
export function nodesRates(main: string, rounds: number): Promise<RatesFigures> {
  const settings = { RATE_POLICY: `${PER_SECOND}/1s`, LOGIN_RATE_POLICY: `${LOGINS_PER_SECOND}/1s` };
  return withNodes(NodesWorkplace.create(main, settings), async workplace => {
    const nodes = await workplace.startNodes(2);
    const clients = await Promise.all(nodes.map(node => workplace.logIn(node)));
    const call = (client: Client) => client.post('visit/end', { VisitId: randomUUID(), Reason: '' });
    const calls = await flood(clients, rounds, PER_SECOND, call, ({ code }) => code === 1540);
    // The window of the first two logins has ended.
    const strangers = nodes.map(({ url }) => new Client(url));
    const logIn = (client: Client) => client.logIn(workplace.adminKey);
    const logins = await flood(strangers, rounds, LOGINS_PER_SECOND, logIn, ({ status }) => status === 200);
    for (const client of [...clients, ...strangers]) client.close();
    return { rounds, calls: calls.compared, logins: logins.compared, others: calls.others + logins.others };
  });
}

/**
 * A window begins with the first request after the one before. The requests of `seconds` windows are therefore admitted
 * within `seconds`; later ones belong to the next window.
 */
async function flood(
  clients: readonly Client[],
  seconds: number,
  perSecond: number,
  ask: (client: Client) => Promise<Reply>,
  isLetIn: (reply: Reply) => boolean,
): Promise<{ compared: Compared; others: number }> {
  const byNode = clients.map(() => 0);
  const count = { refused: 0, others: 0 };
  const endMs = performance.now() + seconds * 1000;
  const caller = async (client: Client, node: number) => {
    while (performance.now() < endMs) {
      const reply = await ask(client);
      if (performance.now() > endMs) return;
      if (isLetIn(reply)) byNode[node] = (byNode[node] ?? 0) + 1;
      else count[reply.code === 1008 ? 'refused' : 'others'] += 1;
      await wait(PAUSE_MS);
    }
  };
  const callers = Array.from({ length: CALLERS }, () => clients.map(caller));
  await Promise.all(callers.flat());
  const letIn = byNode.reduce((sum, each) => sum + each, 0);
  const allowed = seconds * perSecond;
  const ratio = Math.round((1000 * letIn) / allowed) / 1000;
  return { compared: { letIn, byNode, refused: count.refused, allowed, ratio }, others: count.others };
}
