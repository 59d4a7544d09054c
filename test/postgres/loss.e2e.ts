import { randomUUID } from 'node:crypto';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { openDatabase } from '../../src/database';
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
    proxy.cut();
    await new Promise(resolve => setImmediate(resolve));
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
