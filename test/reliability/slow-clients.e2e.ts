import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Workplace } from '../../scripts/reliability/service-process';
import { connectSlowly, countDescriptors, kinds } from '../../scripts/reliability/slow-clients';
import { buildService } from '../support/built-service';

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
