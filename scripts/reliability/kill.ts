import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './client';
import { type Audit, Journal } from './journal';
import { Workplace } from './service-process';

const WRITERS = 32;

export interface KillFigures extends Audit {
  rounds: number;
  acknowledged: number;
  refused: number;
  unknown: number;
  /** From the start of the process until it is ready, after each kill. */
  readyMs: number[];
}

/**
 * R1: 32 callers write over kept-alive connections, the process is killed at a random moment and started again.
 * What was acknowledged is there, what was refused is not, and what nobody knows is there once or not at all.
 */
export async function kill(main: string, rounds: number): Promise<KillFigures> {
  const workplace = new Workplace(main);
  const journal = new Journal();
  const readyMs: number[] = [];
  try {
    await workplace.prepare();
    let service = workplace.start();
    for (let round = 0; round < rounds; round += 1) {
      const url = await service.url();
      const clients = await Promise.all(
        Array.from({ length: WRITERS }, async () => {
          const client = new Client(url, 1);
          await client.logIn(workplace.adminKey);
          return client;
        }),
      );
      const writers = clients.map(client => journal.write(client));
      await wait(300 + Math.random() * 700);
      await service.end('SIGKILL');
      await Promise.all(writers);
      for (const client of clients) client.close();
      service = workplace.start();
      readyMs.push(Math.round(await service.readyMs()));
    }
    const audit = await journal.audit(workplace);
    return {
      rounds,
      acknowledged: journal.count('acknowledged'),
      refused: journal.count('refused'),
      unknown: journal.count('unknown'),
      ...audit,
      readyMs,
    };
  } finally {
    await workplace.clear();
  }
}
