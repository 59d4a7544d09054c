import { setTimeout as wait } from 'node:timers/promises';
import sqlite3 from 'sqlite3';
import { Client } from '../recipes/client';
import { cutOff, drain } from '../recipes/drain';
import { recipes } from '../recipes/recipes';
import { Workplace } from '../recipes/service-process';
import { buildService } from '../support/built-service';

const service = buildService();
afterAll(() => {
  service.remove();
});

it('SIGTERM, twice: what was accepted is answered, readiness goes first, and the process ends with 0', async () => {
  const figures = await drain(service.main, 50);
  expect(figures).toMatchObject({ failed: 0, exit: { code: 0, signal: null } });
  expect(figures.accepted).toBeGreaterThan(50);
  expect(recipes.drain.judge(figures)).toEqual([]);
}, 30_000);

it('a request that takes too long is cut off 9 s after SIGTERM, and the process ends with 0', async () => {
  const figures = await cutOff(service.main);
  expect(recipes['cut-off'].judge(figures)).toEqual([]);
  expect(figures.endMs).toBeGreaterThan(8500);
}, 30_000);

it('a service that another process keeps from storing anything is gone within 10 s of SIGTERM', async () => {
  const workplace = new Workplace(service.main);
  try {
    await workplace.prepare();
    const running = workplace.start();
    const client = new Client(await running.url());
    await client.logIn(workplace.adminKey);
    const other = new sqlite3.Database(workplace.file);
    await new Promise<void>((resolve, reject) =>
      other.exec('BEGIN IMMEDIATE', error => (error ? reject(error) : resolve())),
    );
    // The body is whole 7.8 s after the signal, and storing waits 2 s for the other: more than the process has left.
    const body = { VisitType: { Title: 'Delivery by night', Shortcut: 'DN', EscortRequired: 0 } };
    const call = client.slowPost('visitType/create', body, 8_000).catch(() => 'cut off');
    await wait(300);
    const begunMs = performance.now();
    const exit = await running.end();
    expect(performance.now() - begunMs).toBeLessThan(10_000);
    expect(exit).toEqual({ code: null, signal: 'SIGKILL' });
    expect(await call).toBe('cut off');
    client.close();
    await new Promise(resolve => other.close(resolve));
  } finally {
    await workplace.clear();
  }
}, 60_000);
