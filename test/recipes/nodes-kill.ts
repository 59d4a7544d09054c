import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from './client';
import { type Audit, Journal } from './journal';
import { NodesWorkplace, withNodes } from './nodes';
import type { ServiceProcess } from './service-process';

/** Callers per node. */
const WRITERS = 6;

export interface NodesKillFigures extends Audit {
  rounds: number;
  /** Number of nodes at the end. */
  nodes: number;
  acknowledged: number;
  /** How many of the acknowledged commands ended a visit. */
  ends: number;
  refused: number;
  /** Calls in flight on a node that was killed. */
  unknown: number;
  /** Calls to the other nodes without an answer, or with 1544 or 5xx. */
  unansweredByOthers: number;
  faults: number;
  /** Refusals and their numbers. */
  refusals: object;
  /** Minimum number of commands done by the other nodes between a kill and the node being ready again. */
  fewestByOthers: number;
  /** From the start of the process until it is ready, after each kill. */
  readyMs: number[];
}

/**
 * Callers write on every node. One node after another is killed and restarted, and half-way a node is added. The other nodes
 * continue, and every acknowledged change is there.
 */
export function nodesKill(main: string, rounds: number): Promise<NodesKillFigures> {
  return withNodes(NodesWorkplace.create(main), async workplace => {
    const journal = new Journal();
    const all: BusyNode[] = [];
    const join = async () => {
      const node = await BusyNode.start(workplace, journal);
      all.push(node);
      return node;
    };
    const nodes = [await join(), await join()];
    const times: { readyMs: number[]; byOthers: number[] } = { readyMs: [], byOthers: [] };
    for (let round = 0; round < rounds; round += 1) {
      if (round === Math.floor(rounds / 2)) nodes.push(await join());
      await wait(200 + Math.random() * 500);
      await nodes.shift()?.kill();
      const before = journal.count('acknowledged');
      const node = await join();
      nodes.push(node);
      times.readyMs.push(node.readyMs);
      times.byOthers.push(journal.count('acknowledged') - before);
    }
    for (const node of nodes) await node.finish();
    return {
      rounds,
      nodes: nodes.length,
      ...countsOf(journal),
      unansweredByOthers: all.reduce((sum, { unanswered }) => sum + unanswered, 0),
      fewestByOthers: Math.min(...times.byOthers),
      ...(await journal.audit(workplace)),
      readyMs: times.readyMs,
    };
  });
}

export function countsOf(
  journal: Journal,
): Pick<NodesKillFigures, 'acknowledged' | 'ends' | 'refused' | 'unknown' | 'faults' | 'refusals'> {
  return {
    acknowledged: journal.count('acknowledged'),
    ends: journal.count('acknowledged', 'end'),
    refused: journal.count('refused'),
    unknown: journal.count('unknown'),
    faults: journal.faults,
    refusals: Object.fromEntries(journal.refusals),
  };
}

/** A node, and callers that take visits through their lives on it until the recipe ends. */
export class BusyNode {
  /** Callers without an answer, although the node was not killed. */
  unanswered = 0;
  /** Commands that the node carried out. */
  done = 0;
  private isOver = false;
  private readonly writers: Promise<unknown>;

  private constructor(
    private readonly service: ServiceProcess,
    /** From the start of the process until it was ready. */
    readonly readyMs: number,
    private readonly clients: readonly Client[],
    journal: Journal,
  ) {
    const write = async (client: Client) => {
      await journal.write(
        client,
        () => this.isOver,
        () => (this.done += 1),
      );
      if (!this.isOver) this.unanswered += 1;
      client.close();
    };
    this.writers = Promise.all(clients.map(write));
  }

  static async start(workplace: NodesWorkplace, journal: Journal): Promise<BusyNode> {
    const [node] = await workplace.startNodes(1);
    if (!node) throw new Error('no node was started');
    const readyMs = Math.round(await node.service.readyMs());
    const clients = Array.from({ length: WRITERS }, () => workplace.logIn(node, 1));
    return new BusyNode(node.service, readyMs, await Promise.all(clients), journal);
  }

  async kill(): Promise<void> {
    this.isOver = true;
    await this.service.end('SIGKILL');
    await this.writers;
  }

  /** Lets each caller finish its visit. */
  async finish(): Promise<void> {
    this.isOver = true;
    await this.writers;
  }
}
