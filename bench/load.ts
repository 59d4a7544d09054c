import autocannon from 'autocannon';
import { quantile, type Run } from './figures';
import { cpuMs, peakMb } from './process-figures';
import type { VisitQueue } from './visit-queue';

export interface Load {
  /** Including its query. */
  url: string;
  connections: number;
  /** Duration, or number of requests. */
  limit: { seconds: number } | { requests: number };
  /** JSON. With a queue, `VISIT_ID` is replaced by the id of the next visit. */
  body: string;
  visits?: VisitQueue;
  pid: number;
}

export type Measured = Omit<Run, 'contender' | 'action'>;

/** A placeholder as long as an id. */
const VISIT_ID = '00000000-0000-0000-0000-000000000000';
export const endBody = JSON.stringify({ VisitId: VISIT_ID, Reason: 'left' });

/**
 * Sends one POST after the other on each connection and measures them. A run is void if an answer was not 200 or if the
 * visits ran out.
 */
export async function drive(load: Load): Promise<Measured> {
  const [ms, refused] = [[] as number[], new Map<number, number>()];
  const before = cpuMs(load.pid);
  const started = performance.now();
  let lastMs = started;
  const { errors } = await fire(load, (status, tookMs) => {
    lastMs = performance.now();
    if (status === 200) ms.push(tookMs);
    else refused.set(status, (refused.get(status) ?? 0) + 1);
  });
  const cpu = cpuMs(load.pid) - before;
  return {
    connections: load.connections,
    perSecond: (ms.length * 1000) / (lastMs - started),
    p50Ms: quantile(ms, 0.5),
    p99Ms: quantile(ms, 0.99),
    longestMs: quantile(ms, 1),
    cpuMsPerRequest: cpu / ms.length,
    peakMb: peakMb(load.pid),
    void: fault({ answered: ms.length, refused, errors, usedUp: load.visits?.isUsedUp ?? false }),
  };
}

/** Each answer is timed here, because the summary of autocannon only has whole milliseconds. */
function fire(
  { url, connections, limit, body, visits }: Load,
  onAnswer: (status: number, tookMs: number) => void,
): Promise<autocannon.Result> {
  const options: autocannon.Options = {
    url,
    connections,
    ...('seconds' in limit ? { duration: limit.seconds } : { amount: limit.requests }),
    pipelining: 1,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    // Interval of its check whether to stop.
    sampleInt: 100,
    setupClient: client => prepareRequests(client, requestOf(url, body), visits),
  };
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
    instance.on('response', (_client, status, _bytes, tookMs) => onAnswer(status, tookMs));
  });
}

/**
 * All requests of a connection are the same bytes, except for the id, which is written into the buffer. `setupRequest` of
 * autocannon would build each request anew and take as long as the rest of autocannon. Only one request is in flight, so
 * the previous one has been sent when the buffer changes.
 */
function prepareRequests(client: autocannon.Client, request: Buffer, visits?: VisitQueue): void {
  const at = request.indexOf(VISIT_ID);
  Object.assign(client, {
    getRequestBuffer: () => {
      visits?.writeNext(request, at);
      return request;
    },
  });
}

function requestOf(url: string, body: string): Buffer {
  const { host, pathname, search } = new URL(url);
  const head = [
    `POST ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: keep-alive',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

interface Course {
  answered: number;
  /** Number of refusals by status. */
  refused: ReadonlyMap<number, number>;
  errors: number;
  usedUp: boolean;
}

/** Why the run is void. */
export function fault({ answered, refused, errors, usedUp }: Course): string | undefined {
  if (usedUp) return 'the visits were used up: give fewer --seconds';
  if (errors > 0) return `${errors} requests without an answer`;
  const counts = [...refused].map(([status, count]) => `${count} times ${status}`);
  if (counts.length > 0) return counts.join(', ');
  return answered === 0 ? 'nothing was answered in time' : undefined;
}
