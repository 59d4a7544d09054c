import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ServiceProcess } from '../recipes/service-process';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { openDatabase, query } from '../../src/database';
import { buildService } from '../support/built-service';
import { withServer } from '../support/engine';
import { emptyDatabase, type OwnDatabase } from '../support/postgres';
import { TcpProxy } from '../support/tcp-proxy';
import { TestApp } from '../support/test-app';
import { end, newVisit, visitIn } from '../support/visits';
import { type Answer, envelopeOf } from '../support/wire';

withServer('a PostgreSQL that is lost', () => {
  let server: OwnDatabase;
  let proxy: TcpProxy;
  let app: TestApp;
  beforeAll(async () => {
    server = await emptyDatabase();
    proxy = await TcpProxy.to(server.url);
    app = await TestApp.start({ DATABASE_URL: proxy.urlFor(server.url), DATABASE_POOL_SIZE: '8' });
  });
  afterAll(async () => {
    await app.stop();
    await proxy.close();
    await server.drop();
  });

  const ready = async () => (await app.get('/health/ready')).status;
  const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
  /** Which of them are kept, as another connection sees it. */
  async function kept(ids: readonly string[]): Promise<string[]> {
    const beside = await openDatabase(loadConfig({ DATABASE_URL: server.url }, []), rows);
    const found = await beside.read(manager => manager.query<{ id: string }[]>('SELECT id FROM visit'));
    await beside.close();
    return ids.filter(id => found.some(visit => visit.id === id));
  }

  it('refuses changes with 1544 and is not ready while nobody answers; it heals by itself', async () => {
    const visitId = await visitIn(app, 6);
    await proxy.close();
    expect(refusal(await end(app, visitId))).toEqual([404, 1544]);
    expect(envelopeOf(await end(app, visitId)).Message).toContain('storage unavailable');
    expect(await ready()).toBe(503);
    expect((await app.get('/health/live')).status).toBe(200);
    await proxy.open();
    expect((await end(app, visitId)).status).toBe(200);
    expect(await ready()).toBe(200);
  });

  it('has lost connections while nobody used them: the next request works', async () => {
    const visitId = await visitIn(app, 6);
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    proxy.cut();
    while (warn.mock.calls.length === 0) await new Promise(resolve => setImmediate(resolve));
    // Nothing but the reason: the error itself carries the connection, and that the password.
    expect(warn.mock.calls[0]).toEqual([{ msg: 'an idle connection was lost', reason: expect.any(String) }]);
    warn.mockRestore();
    expect((await end(app, visitId)).status).toBe(200);
  });

  it('has fallen silent: 64 requests at once are all answered, and it heals by itself', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => visitIn(app, 6)));
    await app.someToken();
    proxy.freeze();
    const [answers, status] = await Promise.all([
      Promise.all(Array.from({ length: 64 }, (_, n) => end(app, ids[n % ids.length]!))),
      ready(),
    ]);
    proxy.thaw();
    expect(new Set(answers.map(answer => refusal(answer).join()))).toEqual(new Set(['404,1544']));
    expect(status).toBe(503);
    for (const id of ids) expect((await end(app, id)).status).toBe(200);
  });

  it('falls silent in the middle of a change: nothing of it goes along with the next change', async () => {
    const config = loadConfig(
      {
        DATABASE_URL: proxy.urlFor(server.url),
        DATABASE_POOL_SIZE: '2',
        DATABASE_STATEMENT_TIMEOUT_MS: '100',
      },
      [],
    );
    const database = await openDatabase(config, rows);
    const insert = (manager: EntityManager, title: string) =>
      query(
        manager,
        `INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES (?, '', 1, FALSE)`,
        [title],
      );
    const change = database.write(async manager => {
      await insert(manager, 'half');
      proxy.freeze();
      await insert(manager, 'other half');
    });
    await expect(change).rejects.toMatchObject({ reason: 'storage unavailable' });
    proxy.thaw();
    await database.write(manager => insert(manager, 'next'));
    const found = await database.read(manager =>
      manager.query<{ title: string }[]>("SELECT title FROM activity_type WHERE title ~ 'half|next'"),
    );
    await database.close();
    expect(found.map(({ title }) => title)).toEqual(['next']);
  });

  it('has fallen silent: the service ends all the same when it is told to', async () => {
    const { main, remove } = buildService();
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-silent-'));
    const service = new ServiceProcess(main, folder, { DATABASE_URL: proxy.urlFor(server.url) });
    expect((await fetch(`${await service.url()}/health/ready`)).status).toBe(200);
    proxy.freeze();
    expect(await service.end()).toEqual({ code: 0, signal: null });
    proxy.thaw();
    remove();
    rmSync(folder, { recursive: true });
  });

  it('keeps what was acknowledged, and nothing of what was refused before it was sent', async () => {
    const ids = Array.from({ length: 30 }, () => randomUUID());
    const calls = ids.map(async (VisitId, n) => {
      const answer = await app.send(
        'visit/create',
        newVisit({ VisitId, Visitor: { Name: 'A', Surname: `B${n}` } }),
      );
      if (n === 10) proxy.cut();
      return answer.status;
    });
    const statuses = await Promise.all(calls);
    const acknowledged = ids.filter((_, n) => statuses[n] === 200);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await kept(acknowledged)).toEqual(acknowledged);
    expect(new Set(statuses)).not.toContain(500);
  });
});
