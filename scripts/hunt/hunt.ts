import { once } from 'node:events';
import { Agent, request as open } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ActionInfo } from '../../src/http/action';
import { type HuntRequest } from './requests';
import type { Site } from './site';

export interface Figures {
  /** Longest time for which the event loop was blocked. */
  stopMs: number;
  /** The request that caused it. */
  stopBy: string;
  /** Longest wait of the client that changes a visit. */
  writeMs: number;
  writeBy: string;
  rssMb: number;
  /** 99th percentile of the client that reads a visit every 5 ms. */
  p99Ms: number;
  p99By: string;
}

/** The best of this many tries of a request counts, to exclude other load on the machine. */
const TRIES = 3;
/** No further tries if everything is below these values. */
const WELL_BELOW = { stopMs: 25, writeMs: 120, p99Ms: 50 };
const SETTLE_MS = 60;

interface Target {
  readonly url: string;
  readonly token: string;
  readonly probeUrl: string;
  readonly site: Site;
}

export class Hunt {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 2 });
  private readonly beside: Worker;

  constructor(private readonly target: Target) {
    const { url, token, site } = target;
    const data = { url, token, read: site.read, changed: site.changed };
    this.beside = new Worker(join(__dirname, 'beside.mjs'), { workerData: data });
  }

  async measure({ path, verb }: ActionInfo, requests: readonly HuntRequest[]): Promise<Figures> {
    const worst: Figures = { stopMs: 0, stopBy: '', writeMs: 0, writeBy: '', rssMb: 0, p99Ms: 0, p99By: '' };
    for (const request of requests) {
      const best = { stopMs: Infinity, writeMs: Infinity, p99Ms: Infinity };
      for (let tries = 0; tries < TRIES && !isWellBelow(best); tries += 1) {
        const found = await this.once(verb, path, request);
        best.stopMs = Math.min(best.stopMs, found.stopMs);
        best.writeMs = Math.min(best.writeMs, found.writeMs);
        best.p99Ms = Math.min(best.p99Ms, found.p99Ms);
        worst.rssMb = Math.max(worst.rssMb, found.rssMb);
      }
      if (best.stopMs > worst.stopMs) [worst.stopMs, worst.stopBy] = [best.stopMs, request.name];
      if (best.writeMs > worst.writeMs) [worst.writeMs, worst.writeBy] = [best.writeMs, request.name];
      if (best.p99Ms > worst.p99Ms) [worst.p99Ms, worst.p99By] = [best.p99Ms, request.name];
    }
    return worst;
  }

  async end(): Promise<void> {
    this.agent.destroy();
    await this.beside.terminate();
  }

  private async once(verb: string, path: string, request: HuntRequest) {
    await wait(SETTLE_MS);
    await Promise.all([this.ask(), this.probe()]);
    await this.send(verb, path, request);
    // Calls that still wait count as well.
    await wait(SETTLE_MS);
    const [waits, told] = await Promise.all([this.ask(), this.probe()]);
    return { ...waits, ...told };
  }

  private async ask(): Promise<{ p99Ms: number; writeMs: number }> {
    const told = once(this.beside, 'message') as Promise<[{ p99Ms: number; writeMs: number }]>;
    this.beside.postMessage('stop');
    const [waits] = await told;
    return waits;
  }

  private async probe(): Promise<{ stopMs: number; rssMb: number }> {
    return (await (await fetch(this.target.probeUrl)).json()) as { stopMs: number; rssMb: number };
  }

  private send(method: string, path: string, { type, query, body, withToken }: HuntRequest): Promise<void> {
    const parameters = new URLSearchParams(withToken ? { Token: this.target.token } : {});
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) parameters.set(name, value as string);
    const headers = {
      Accept: type,
      ...(body !== undefined && { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }),
    };
    return new Promise((resolve, reject) => {
      const options = { method, agent: this.agent, headers };
      const call = open(`${this.target.url}/${path}?${parameters.toString()}`, options, response => {
        const status = response.statusCode ?? 0;
        response
          .resume()
          .on('end', () =>
            isExpected(status, method, withToken) ? resolve() : reject(new Error(`${path}: ${status}`)),
          );
      });
      call.on('error', reject);
      call.end(body);
    });
  }
}

function isWellBelow(best: Pick<Figures, 'stopMs' | 'writeMs' | 'p99Ms'>): boolean {
  return (
    best.stopMs < WELL_BELOW.stopMs && best.writeMs < WELL_BELOW.writeMs && best.p99Ms < WELL_BELOW.p99Ms
  );
}

/** A read has to find its record, or it measures nothing. */
function isExpected(status: number, method: string, withToken: boolean): boolean {
  return method === 'GET' && withToken ? status === 200 : status < 500;
}
