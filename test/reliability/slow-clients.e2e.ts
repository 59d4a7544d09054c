import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Workplace } from '../recipes/service-process';
import { connectSlowly, countDescriptors, kinds } from '../recipes/slow-clients';
import { buildService } from '../support/built-service';
import { SlowRequest } from '../support/slow-request';
import { TestApp } from '../support/test-app';
import { newVisit } from '../support/visits';

const service = buildService();
const workplace = new Workplace(service.main);
const sockets: Socket[] = [];
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await workplace.clear();
  service.remove();
});

it('clients that drip, say nothing or do not read are gone after 12 s, and leave no descriptor open', async () => {
  const running = workplace.start();
  const url = await running.url();
  const before = countDescriptors(running);
  const begunMs = performance.now();
  for (const act of Object.values(kinds)) {
    for (let count = 0; count < 3; count += 1) sockets.push(await connectSlowly(url, act));
  }
  while (countDescriptors(running) < before + sockets.length) await wait(10);
  // Real time: what closes them is the server's own clockwork.
  while (countDescriptors(running) > before && performance.now() - begunMs < 15_000) await wait(100);
  expect(countDescriptors(running)).toBeLessThanOrEqual(before);
  expect(performance.now() - begunMs).toBeLessThan(12_500);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
}, 30_000);

describe('large bodies over slow lines', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  /** Sends so many bytes each 200 ms for so long, then nothing more; answers the status and after how long it came. */
  async function sendSlowly(path: string, bytes: number, forMs: number, length?: number) {
    const begunMs = performance.now();
    const text = JSON.stringify({ ...newVisit(), Extra: '' }).replace(/""}$/, '"');
    const total = length ?? (forMs / 200) * bytes;
    const request = new SlowRequest(app, path, total);
    let sent = 0;
    const timer = setInterval(() => {
      const whole = text.padEnd(total - 2, 'x') + '"}';
      if (sent < (forMs / 200) * bytes) request.send(whole.slice(sent, sent + bytes));
      sent += bytes;
    }, 200);
    try {
      return { status: await request.status(), ms: performance.now() - begunMs };
    } finally {
      clearInterval(timer);
    }
  }

  it('one that keeps coming may take longer than others, and one that does not is gone as before', async () => {
    const known = `?Token=${await app.token()}`;
    const [steady, slow, silent, small, stranger] = await Promise.all([
      sendSlowly(`/visit/create${known}`, 5000, 13_000),
      sendSlowly(`/visit/create${known}`, 2000, 20_000),
      sendSlowly(`/visit/create${known}`, 5000, 10_000, 1_000_000),
      sendSlowly(`/visit/end${known}`, 5000, 20_000),
      sendSlowly('/visit/create', 600, 20_000),
    ]);
    expect(steady.status).toBe(200);
    expect(steady.ms).toBeGreaterThan(12_500);
    for (const refused of [slow, small, stranger]) {
      expect(refused.status).toBe(408);
      expect(refused.ms).toBeLessThan(12_500);
    }
    expect(silent.status).toBe(408);
    expect(silent.ms).toBeLessThan(20_000);
  }, 40_000);
});
