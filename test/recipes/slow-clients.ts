import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from './client';
import { type ServiceProcess, Workplace } from './service-process';

/** The behaviour of each kind of client after it connects. */
export const kinds: Readonly<Record<string, (socket: Socket) => void>> = {
  'dripping headers': socket => {
    drip(socket, `GET /health/live HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(200)}`);
  },
  'dripping body': socket => {
    socket.write(
      'POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n',
    );
    drip(socket, '{'.padEnd(1000));
  },
  silent: () => undefined,
  'not reading': socket => {
    socket.pause();
    // More than fits into the buffers of both sides.
    for (let call = 0; call < 3; call += 1) {
      socket.write('GET /swagger/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n');
    }
  },
};

export interface SlowFigures {
  sockets: number;
  /** Time from the first connection until the process has as many descriptors as before, by kind. */
  closedMs: Record<string, number>;
  /** 99th percentile of another client, without slow clients and with all of one kind. */
  idleP99Ms: number;
  p99Ms: Record<string, number>;
  /** Additional memory. */
  addedMb: number;
}

/** R8: deliberately slow clients are disconnected after 12 s, and hardly affect others. */
export async function slowClients(main: string, sockets: number): Promise<SlowFigures> {
  const workplace = new Workplace(main);
  try {
    await workplace.prepare();
    const service = workplace.start();
    const url = await service.url();
    const client = new Client(url, 1);
    await client.logIn(workplace.adminKey);
    await p99(client, 1000);
    const idleP99Ms = await p99(client, 3000);
    const [descriptors, memoryMb] = [countDescriptors(service), residentMb(service)];
    const figures: Pick<SlowFigures, 'p99Ms' | 'addedMb' | 'closedMs'> = {
      p99Ms: {},
      addedMb: 0,
      closedMs: {},
    };
    for (const [kind, act] of Object.entries(kinds)) {
      const begunMs = performance.now();
      // Each of these first receives some megabytes at full speed; that flood is not what is measured here.
      const count = kind === 'not reading' ? Math.min(sockets, 200) : sockets;
      const opened = await Promise.all(Array.from({ length: count }, () => connectSlowly(url, act)));
      await wait(1500);
      figures.p99Ms[kind] = await p99(client, 3000);
      figures.addedMb = Math.max(figures.addedMb, residentMb(service) - memoryMb);
      while (countDescriptors(service) > descriptors && performance.now() - begunMs < 30_000) await wait(50);
      figures.closedMs[kind] = Math.round(performance.now() - begunMs);
      for (const socket of opened) socket.destroy();
    }
    client.close();
    await service.end();
    return { sockets, idleP99Ms, ...figures };
  } finally {
    await workplace.clear();
  }
}

export function connectSlowly(url: string, act: (socket: Socket) => void): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.on('error', () => undefined);
      act(socket);
      resolve(socket);
    });
    socket.once('error', reject);
    socket.resume();
  });
}

function drip(socket: Socket, text: string): void {
  let sent = 0;
  const timer = setInterval(() => socket.write(text[sent++] ?? ' '), 500);
  socket.once('close', () => {
    clearInterval(timer);
  });
}

/** 99th percentile of sequential requests over the given time. */
async function p99(client: Client, forMs: number): Promise<number> {
  const times: number[] = [];
  const endMs = performance.now() + forMs;
  while (performance.now() < endMs) {
    const begunMs = performance.now();
    await client.post('visit/end', { VisitId: randomUUID(), Reason: 'x' });
    times.push(performance.now() - begunMs);
    await wait(2);
  }
  times.sort((a, b) => a - b);
  return Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 10) / 10;
}

export const countDescriptors = ({ pid }: ServiceProcess): number => readdirSync(`/proc/${pid}/fd`).length;

function residentMb({ pid }: ServiceProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
