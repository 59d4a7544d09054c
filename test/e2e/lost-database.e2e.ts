import { renameSync, rmSync, statSync } from 'node:fs';
import { Database } from '../../src/database';
import { engine, onPostgres, onSqlite } from '../support/engine';
import { onServer } from '../support/postgres';
import { TestApp } from '../support/test-app';
import { newVisit, visitIn } from '../support/visits';
import { type Answer, envelopeOf, formats } from '../support/wire';

let app: TestApp;
beforeEach(async () => {
  app = await TestApp.start();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.stop();
});

const ready = async () => (await app.get('/health/ready')).status;
const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code, envelopeOf(answer).Message];
const unavailable = [404, 1544, 'Updating visit ended with exception storage unavailable.'];

describe('a database file that is removed while the service runs', () => {
  onSqlite.each(formats)('changes are refused with 1544, and nothing is ready (%s)', async format => {
    const visitId = await visitIn(app, 6);
    expect(await ready()).toBe(200);
    rmSync(app.file);
    for (let call = 0; call < 3; call += 1)
      expect(refusal(await app.send('visit/create', newVisit(), { format }))).toEqual(unavailable);
    expect(refusal(await app.send('visit/end', { VisitId: visitId, Reason: 'left' }, { format }))).toEqual(
      unavailable,
    );
    expect(await ready()).toBe(503);
    // What is on disk no more can still be read: who is in the area is worth knowing.
    expect((await app.get(`/visit/get?VisitId=${visitId}&Token=${await app.someToken()}`)).status).toBe(200);
  });

  onSqlite('it is not ready before anybody asks for a change', async () => {
    renameSync(app.file, `${app.file}.old`);
    expect(await ready()).toBe(503);
  });
});

describe('readiness', () => {
  it('writes, and once a second at most', async () => {
    const before = engine === 'sqlite' ? statSync(`${app.file}-wal`).size : 0;
    const write = jest.spyOn(app.app.get(Database), 'write');
    const later = performance.now() + 5000;
    jest.spyOn(performance, 'now').mockReturnValue(later);
    const asks = await Promise.all(Array.from({ length: 20 }, ready));
    expect(new Set(asks)).toEqual(new Set([200]));
    for (let call = 0; call < 5; call += 1) await ready();
    expect(write.mock.calls.length).toBe(1);
    if (engine === 'sqlite') expect(statSync(`${app.file}-wal`).size).toBeGreaterThan(before);
  });

  onSqlite('is lost where a change cannot be made, though all can be read', async () => {
    const database = app.app.get(Database);
    await database.write(manager => manager.query('PRAGMA query_only = 1'));
    const later = performance.now() + 5000;
    jest.spyOn(performance, 'now').mockReturnValue(later);
    expect(await ready()).toBe(503);
  });

  onPostgres('is lost where the server only reads, as after a failover', async () => {
    expect(await ready()).toBe(200);
    const name = new URL(app.databaseUrl).pathname.slice(1);
    await onServer(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    try {
      // What is connected keeps what it was told.
      await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      const later = performance.now() + 5000;
      jest.spyOn(performance, 'now').mockReturnValue(later);
      expect(await ready()).toBe(503);
      expect(refusal(await app.send('visit/create', newVisit()))).toEqual(unavailable);
    } finally {
      // The next tests of this worker have the same database.
      await onServer(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    }
  });
});
