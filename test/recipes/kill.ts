import { setTimeout as wait } from 'node:timers/promises';
import { logInAll } from './client';
import { type Audit, Journal } from './journal';
import { Workplace } from './service-process';

const WRITERS = 32;

export interface KillFigures extends Audit {
  rounds: number;
  acknowledged: number;
  /** How many of the acknowledged commands ended a visit. */
  ends: number;
  refused: number;
  unknown: number;
  /** From the start of the process until it is ready, after each kill. */
  readyMs: number[];
}

/**
 * R1: 32 callers write over kept-alive connections; the process is killed at a random moment and started again. Acknowledged
 * changes are there, refused ones are not, and those without an answer are there once or not at all.
 */
export async function kill(main: string, rounds: number): Promise<KillFigures> {
  const workplace = new Workplace(main);
  const journal = new Journal();
  const readyMs: number[] = [];
  try {
    await workplace.prepare();
    let service = workplace.start();
    for (let round = 0; round < rounds; round += 1) {
      const clients = await logInAll(await service.url(), workplace.adminKey, WRITERS);
      const writers = clients.map(client => journal.write(client));
      let over = false;
      const written = Promise.all(writers).then(() => (over = true));
      await wholeLife(journal, () => over);
      await wait(300 + Math.random() * 700);
      await service.end('SIGKILL');
      await written;
      for (const client of clients) client.close();
      service = workplace.start();
      readyMs.push(Math.round(await service.readyMs()));
    }
    const audit = await journal.audit(workplace);
    return {
      rounds,
      acknowledged: journal.count('acknowledged'),
      ends: journal.count('acknowledged', 'end'),
      refused: journal.count('refused'),
      unknown: journal.count('unknown'),
      ...audit,
      readyMs,
    };
  } finally {
    await workplace.clear();
  }
}

/** Resolves when a caller has taken a visit through its whole life. From then on, a kill can hit any step. */
async function wholeLife(journal: Journal, over: () => boolean): Promise<void> {
  const before = journal.count('acknowledged', 'end');
  while (!over() && journal.count('acknowledged', 'end') === before) await wait(20);
}
