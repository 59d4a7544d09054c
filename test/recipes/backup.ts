import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { logInAll } from './client';
import { Journal } from './journal';
import { Workplace } from './service-process';

const WRITERS = 32;

export interface BackupFigures {
  rounds: number;
  /** Commands that had been acknowledged when the last backup began. */
  acknowledged: number;
  /** Of these, summed over the rounds, how many a restored copy does not have. */
  lost: number;
  illegal: number;
  damaged: number;
  backupMs: number[];
  /** From the start of a service on the restored copy until it is ready. */
  readyMs: number[];
}

/**
 * 32 callers write all the time. In each round a backup is taken beside the service, restored elsewhere, and served:
 * it has everything that was acknowledged before it began.
 */
export async function backup(main: string, rounds: number): Promise<BackupFigures> {
  const workplace = new Workplace(main);
  const journal = new Journal();
  const sums = { acknowledged: 0, lost: 0, illegal: 0, damaged: 0 };
  const backupMs: number[] = [];
  const readyMs: number[] = [];
  let over = false;
  try {
    await workplace.prepare();
    const clients = await logInAll(await workplace.start().url(), workplace.adminKey, WRITERS);
    const written = Promise.all(clients.map(client => journal.write(client, () => over)));
    for (let round = 0; round < rounds; round += 1) {
      await moreEnds(journal);
      const before = journal.soFar();
      const copy = join(workplace.folder, `${randomUUID()}.sqlite`);
      const beganMs = performance.now();
      await workplace.command('backup', copy);
      backupMs.push(Math.round(performance.now() - beganMs));
      const { ready, audit } = await serveCopy(main, copy, before);
      readyMs.push(ready);
      sums.acknowledged = before.count('acknowledged');
      sums.lost += audit.lost;
      sums.illegal += audit.illegal;
      sums.damaged += audit.damaged;
    }
    over = true;
    await written;
    for (const client of clients) client.close();
    return { rounds, ...sums, backupMs, readyMs };
  } finally {
    over = true;
    await workplace.clear();
  }
}

/** Resolves when another visit has been taken through its whole life. */
async function moreEnds(journal: Journal): Promise<void> {
  const before = journal.count('acknowledged', 'end');
  while (journal.count('acknowledged', 'end') === before) await wait(20);
}

async function serveCopy(main: string, copy: string, before: Journal) {
  const elsewhere = new Workplace(main);
  try {
    await elsewhere.command('restore', '--check', copy);
    await elsewhere.command('restore', copy);
    const service = elsewhere.start();
    const ready = Math.round(await service.readyMs());
    await service.end();
    return { ready, audit: await before.audit(elsewhere) };
  } finally {
    await elsewhere.clear();
  }
}
