import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Client } from './client';
import { type Exit, type ServiceProcess, Workplace } from './service-process';

export interface DrainFigures {
  /** Requests in flight at SIGTERM, plus those sent until the listener closed. */
  accepted: number;
  /** Of these: without an answer, or without a line in the log. */
  failed: number;
  /** Connections reset by the system, because they still waited to be accepted when the listener closed. */
  reset: number;
  /** From SIGTERM to the end of the process, and to the end of the longest request. */
  endMs: number;
  longestMs: number;
  /** Time between `/health/ready` turning 503 and the first refused connection. */
  noticeMs: number;
  exit: Exit;
}

/**
 * R14: callers send slow and quick requests on kept-alive connections; then SIGTERM is sent twice. Every accepted request is
 * answered, and then the process ends.
 */
export async function drain(main: string, slowCalls: number): Promise<DrainFigures> {
  const workplace = new Workplace(main);
  try {
    await workplace.prepare();
    const service = workplace.start({ LOG_LEVEL: 'info' });
    const url = await service.url();
    const client = new Client(url, slowCalls);
    await client.logIn(workplace.adminKey);
    const calls = new Calls();
    for (let index = 0; index < slowCalls; index += 1) {
      const body = { VisitId: randomUUID(), Reason: 'x'.repeat(100) };
      const ms = 1000 + (2000 * index) / slowCalls;
      void calls.make(id => client.slowPost('visit/end', body, ms, id));
    }
    const stop = new AbortController();
    const quick = Array.from({ length: 16 }, () => keepAsking(url, workplace.adminKey, calls, stop.signal));
    await wait(500);
    const figures = await terminate(service, url, calls, () => {
      stop.abort();
    });
    await Promise.all(quick);
    client.close();
    return figures;
  } finally {
    await workplace.clear();
  }
}

/** A body that takes longer than the shutdown allows: it is cut off. */
export async function cutOff(main: string): Promise<{ endMs: number; exit: Exit }> {
  const workplace = new Workplace(main);
  try {
    await workplace.prepare();
    const service = workplace.start();
    const client = new Client(await service.url(), 1);
    await client.logIn(workplace.adminKey);
    const call = client.slowPost('visit/end', { VisitId: randomUUID(), Reason: 'x' }, 60_000).catch(() => 0);
    await wait(300);
    const begunMs = performance.now();
    const exit = await service.end();
    const endMs = Math.round(performance.now() - begunMs);
    await call;
    client.close();
    return { endMs, exit };
  } finally {
    await workplace.clear();
  }
}

async function terminate(
  service: ServiceProcess,
  url: string,
  calls: Calls,
  stopCallers: () => void,
): Promise<DrainFigures> {
  const begunMs = performance.now();
  const since = () => Math.round(performance.now() - begunMs);
  service.signal('SIGTERM');
  await until(async () => (await fetch(`${url}/health/ready`)).status === 503);
  const unreadyMs = since();

  service.signal('SIGTERM');
  await until(async () => !(await accepts(url)));
  const closedMs = since();
  stopCallers();
  await calls.settled();
  const longestMs = since();
  const exit = await service.exited;
  const endMs = since();
  return {
    ...calls.count(service.stderr),
    endMs,
    longestMs,
    noticeMs: closedMs - unreadyMs,
    exit,
  };
}

/** Sends requests on one kept-alive connection, and opens another when the server asks to close it. */
async function keepAsking(url: string, key: string, calls: Calls, stop: AbortSignal): Promise<void> {
  const client = new Client(url, 1);
  await client.logIn(key);
  while (!stop.aborted) {
    await calls.make(id => client.post('visit/end', { VisitId: randomUUID(), Reason: 'x' }, id));
    await wait(5);
  }
  client.close();
}

/** Calls and their outcomes. */
class Calls {
  private readonly answered = new Set<string>();
  private readonly unanswered = new Set<string>();
  private readonly open = new Set<Promise<void>>();

  make(call: (requestId: string) => Promise<{ status: number }>): Promise<void> {
    const id = randomUUID();
    const ended: Promise<void> = call(id)
      .then(({ status }) => void (status === 404 ? this.answered : this.unanswered).add(id))
      .catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') this.unanswered.add(id);
      })
      .finally(() => this.open.delete(ended));
    this.open.add(ended);
    return ended;
  }

  async settled(): Promise<void> {
    while (this.open.size > 0) await Promise.all(this.open);
  }

  /** A call counts as accepted if it is in the log of the service; one that was reset before is not. */
  count(log: string): Pick<DrainFigures, 'accepted' | 'failed' | 'reset'> {
    const logged = [...this.unanswered].filter(id => log.includes(id));
    const unlogged = [...this.answered].filter(id => !log.includes(id));
    return {
      accepted: this.answered.size + logged.length,
      failed: logged.length + unlogged.length,
      reset: this.unanswered.size - logged.length,
    };
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(5);
}

function accepts(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise(resolve => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
