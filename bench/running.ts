import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceProcess } from '../test/recipes/service-process';
import type { Progress } from './data-files';
import { benchUser } from './data';
import { orderOf } from './figures';

/** A running contender and the URLs of its actions. */
export interface Running {
  pid: number;
  url: string;
  /** Contains the token of `benchUser`. */
  endUrl: string;
}

export const loginBody = JSON.stringify({ UserLogin: benchUser.login, ApiKey: benchUser.key });

/** Starts it in a temporary folder, and stops it after use. */
export async function withRunning<T>(
  folder: string,
  start: (cwd: string) => Promise<ServiceProcess>,
  use: (running: Running, cwd: string) => Promise<T>,
): Promise<T> {
  const cwd = mkdtempSync(join(folder, 'run-'));
  try {
    const service = await start(cwd);
    try {
      const url = await service.url();
      const endUrl = `${url}/visit/end?Token=${await tokenOf(url)}`;
      return await use({ pid: service.pid, url, endUrl }, cwd);
    } finally {
      await service.end();
    }
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

async function tokenOf(url: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${url}/login`, { method: 'POST', headers, body: loginBody });
  return ((await response.json()) as { Token: string }).Token;
}

/** Runs one after the other, in rounds, so that other load on the machine affects all of them. */
export async function inRounds<T, R>(
  rounds: number,
  all: readonly T[],
  run: (one: T) => Promise<R[]>,
  progress: Progress,
): Promise<R[]> {
  const runs: R[] = [];
  const total = rounds * all.length;
  let done = 0;
  progress('measuring', done, total);
  for (let round = 0; round < rounds; round += 1) {
    for (const one of orderOf(round, all)) {
      runs.push(...(await run(one)));
      progress('measuring', (done += 1), total);
    }
  }
  return runs;
}
