import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { quantile, type Run } from './figures';

export interface Load {
  /** With its query. */
  url: string;
  connections: number;
  seconds: number;
  /** Bodies to be sent, each once, in this order over all connections. */
  bodies: readonly string[];
  pid: number;
}

type Measured = Omit<Run, 'contender' | 'action'>;

/**
 * Sends one POST after the other on each connection for the given time, and says what it took. A run in which an answer
 * was not 200, or for which there were not enough bodies, is void.
 */
export async function drive({ url, connections, seconds, bodies, pid }: Load): Promise<Measured> {
  const [ms, refused] = [[] as number[], new Map<number, number>()];
  let next = 0;
  const before = cpuMs(pid);
  const started = performance.now();
  let lastMs = started;
  const options = {
    url,
    connections,
    duration: seconds,
    pipelining: 1,
    method: 'POST' as const,
    headers: { 'Content-Type': 'application/json' },
    requests: [
      { setupRequest: (request: autocannon.Request) => ({ ...request, body: bodies[next++] ?? '' }) },
    ],
  };
  const { errors } = await fire(options, (status, tookMs) => {
    lastMs = performance.now();
    if (status === 200) ms.push(tookMs);
    else refused.set(status, (refused.get(status) ?? 0) + 1);
  });
  const cpu = cpuMs(pid) - before;
  return {
    connections,
    perSecond: (ms.length * 1000) / (lastMs - started),
    p50Ms: quantile(ms, 0.5),
    p99Ms: quantile(ms, 0.99),
    cpuMsPerRequest: cpu / ms.length,
    peakMb: peakMb(pid),
    void: fault(refused, errors, next > bodies.length),
  };
}

/** The summary of autocannon has whole milliseconds only, so that each answer is looked at here. */
function fire(
  options: autocannon.Options,
  onAnswer: (status: number, tookMs: number) => void,
): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
    instance.on('response', (_client, status, _bytes, tookMs) => onAnswer(status, tookMs));
  });
}

function fault(refused: ReadonlyMap<number, number>, errors: number, usedUp: boolean): string | undefined {
  if (usedUp) return 'the visits were used up: give fewer --seconds';
  if (errors > 0) return `${errors} requests without an answer`;
  const counts = [...refused].map(([status, count]) => `${count} times ${status}`);
  return counts.length > 0 ? counts.join(', ') : undefined;
}

const tickMs = 1000 / Number(execFileSync('getconf', ['CLK_TCK']).toString());

/** Processor time that the process has taken since its start, in all its threads. */
function cpuMs(pid: number): number {
  // After the name, which may have blanks in it: user and system time are fields 14 and 15 of the line.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

function peakMb(pid: number): number {
  const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1024;
}
