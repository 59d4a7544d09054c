import { Logger } from '@nestjs/common';
import { loadConfig } from '../../src/config/settings';
import { Leadership } from '../../src/database/postgres/leadership';
import { VisitExpiry } from '../../src/visits';
import { VisitRepository } from '../../src/visits/application/ports';
import { withServer } from '../support/engine';
import { emptyDatabase, onServer, type OwnDatabase } from '../support/postgres';
import { TcpProxy } from '../support/tcp-proxy';
import { TestApp } from '../support/test-app';
import { stored, visitIn } from '../support/visits';

const TWO_DAYS_MS = 2 * 86_400_000;

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(resolve => setImmediate(resolve));
}

withServer('one leader among the nodes of one PostgreSQL', () => {
  let server: OwnDatabase;
  let nodes: [TestApp, TestApp];
  const [first, second] = [() => nodes[0], () => nodes[1]];
  beforeEach(async () => {
    jest.spyOn(Logger.prototype, 'log').mockImplementation();
    jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    server = await emptyDatabase();
    const node = await TestApp.start({
      DATABASE_URL: server.url,
      DATABASE_LOCK_TIMEOUT_MS: '5000',
      VISIT_EXPIRE_AFTER_HOURS: '24',
    });
    nodes = [node, await node.another()];
  });
  afterEach(async () => {
    await second().app.close();
    await first().stop();
    await server.drop();
    jest.restoreAllMocks();
  });

  const expiry = (node: TestApp) => node.app.get(VisitExpiry);
  const tick = () => Promise.all(nodes.map(node => expiry(node).tick()));
  const leaders = () => nodes.map(node => expiry(node).leads);
  const leaderOf = () => nodes.find(node => expiry(node).leads)!;
  const otherThan = (node: TestApp) => nodes.find(each => each !== node)!;
  const closings = async (ids: readonly string[]) => {
    const visits = await Promise.all(ids.map(id => stored(first(), id)));
    return visits.map(({ history }) => history.slice(1).map(step => (step as { command: string }).command));
  };
  async function overdue(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) ids.push(await visitIn(first(), 0));
    first().clock.advance(TWO_DAYS_MS);
    return ids;
  }
  const terminate = () =>
    onServer(
      `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database
        WHERE locktype = 'advisory' AND objsubid = 2 AND datname = current_database()`,
      server.url,
    );

  it('is one of them, and stays it', async () => {
    for (let n = 0; n < 3; n += 1) {
      await tick();
      expect(leaders().sort()).toEqual([false, true]);
    }
    const metrics = await Promise.all(nodes.map(async node => (await node.get('/metrics')).text));
    expect(metrics.map(text => /^gatehouse_leader (\d)$/m.exec(text)?.[1])).toEqual(
      leaders().map(leads => String(Number(leads))),
    );
  });

  it('does alone what the clock asks for', async () => {
    const ids = await overdue(3);
    await tick();
    expect(await closings(ids)).toEqual([['reject'], ['reject'], ['reject']]);
    expect(nodes.map(node => expiry(node).totals.rejected).sort()).toEqual([0, 3]);

    const looksElsewhere = jest.spyOn(otherThan(leaderOf()).app.get(VisitRepository), 'overdue');
    const more = await overdue(1);
    await Promise.all(nodes.map(node => expiry(node).run()));
    expect(await closings(more)).toEqual([['reject']]);
    expect(looksElsewhere).not.toHaveBeenCalled();
  });

  it('is another as soon as its connection is lost, and no visit expires twice', async () => {
    await tick();
    const before = leaderOf();
    const other = otherThan(before);
    await terminate();
    await until(() => !expiry(before).leads);
    const ids = await overdue(3);
    await expiry(other).tick();
    await expiry(before).tick();
    expect([before, other].map(node => expiry(node).leads)).toEqual([false, true]);
    expect(await closings(ids)).toEqual([['reject'], ['reject'], ['reject']]);
    expect(expiry(other).totals).toEqual({ rejected: 3, ended: 0, skipped: 0 });
  });

  it('is another, and both close the same visits, while the one before does not know yet: each closes once', async () => {
    const ids = await overdue(40);
    await tick();
    expect(await closings(ids)).toEqual(ids.map(() => ['reject']));
    const more = await overdue(40);
    // As one that was frozen in the middle of its run: it goes on as if it led.
    const before = leaderOf();
    jest.spyOn(otherThan(before).database, 'lead').mockResolvedValue(true);
    await Promise.all(nodes.map(node => expiry(node).run()));
    expect(await closings(more)).toEqual(more.map(() => ['reject']));
    expect(nodes.reduce((sum, node) => sum + expiry(node).totals.rejected, 0)).toBe(80);
  });

  it('is another as soon as it is closed', async () => {
    await tick();
    // The first is closed last, for the data are its own.
    if (leaderOf() === first()) {
      await terminate();
      await until(() => !expiry(first()).leads);
      await expiry(second()).tick();
    }
    expect(leaders()).toEqual([false, true]);
    await second().app.close();
    await expiry(first()).tick();
    expect(leaders()).toEqual([true, false]);
    nodes[1] = await first().another();
  });
});

withServer('the lock of the leader', () => {
  let server: OwnDatabase;
  let proxy: TcpProxy;
  let warn: jest.SpyInstance;
  const all: Leadership[] = [];
  beforeEach(async () => {
    jest.spyOn(Logger.prototype, 'log').mockImplementation();
    warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    server = await emptyDatabase();
    proxy = await TcpProxy.to(server.url);
  });
  afterEach(async () => {
    await Promise.all(all.splice(0).map(each => each.giveUp()));
    await proxy.close();
    await server.drop();
    jest.restoreAllMocks();
  });
  function leadership(url = server.url, silenceMs?: number): Leadership {
    const { database } = loadConfig({ DATABASE_URL: url, DATABASE_STATEMENT_TIMEOUT_MS: '100' }, []);
    if (database.kind !== 'server') throw new Error('no server');
    const made = new Leadership(database, silenceMs);
    all.push(made);
    return made;
  }

  it('is taken once, by whoever asks first, also when asked for at the same time', async () => {
    const asked = Array.from({ length: 5 }, () => leadership());
    const answers = await Promise.all(asked.flatMap(each => [each.seek(), each.seek()]));
    expect(answers.filter(Boolean)).toHaveLength(2);
    expect(asked.filter(each => each.isHeld)).toHaveLength(1);
  });

  it('is free when it is given up, and not taken again by who gave it up', async () => {
    const [before, after] = [leadership(), leadership()];
    expect([await before.seek(), await after.seek()]).toEqual([true, false]);
    await before.giveUp();
    await until(() => after.seek());
    expect([await before.seek(), before.isHeld]).toEqual([false, false]);
  });

  it('is that of one database', async () => {
    const other = await emptyDatabase(`gatehouse_test_other_${process.pid}_${Date.now()}`);
    const [here, there] = [leadership(), leadership(other.url)];
    expect([await here.seek(), await there.seek()]).toEqual([true, true]);
    await there.giveUp();
    await other.drop();
  });

  it('counts for nothing where the server is silent', async () => {
    const cutOff = leadership(proxy.urlFor(server.url));
    expect(await cutOff.seek()).toBe(true);
    proxy.freeze();
    expect(await cutOff.seek()).toBe(false);
    expect(cutOff.isHeld).toBe(false);
    expect(await cutOff.seek()).toBe(false);
  });

  it('is given up without waiting for a server that is silent', async () => {
    const cutOff = leadership(proxy.urlFor(server.url));
    expect(await cutOff.seek()).toBe(true);
    proxy.freeze();
    await cutOff.giveUp();
    expect(cutOff.isHeld).toBe(false);
    proxy.thaw();
  });

  it('is sought again by who has lost it', async () => {
    const one = leadership(proxy.urlFor(server.url));
    expect(await one.seek()).toBe(true);
    proxy.cut();
    await until(() => !one.isHeld);
    await until(() => one.seek());
    expect(one.isHeld).toBe(true);
  });

  it('is not to be had while nobody gets through, and no process ends for that', async () => {
    const one = leadership(proxy.urlFor(server.url));
    await proxy.close();
    expect([await one.seek(), await one.seek()]).toEqual([false, false]);
    expect(warn.mock.calls).toEqual([
      [
        {
          msg: 'this node could not be the leader if it had to',
          reason: expect.stringContaining('ECONNREFUSED'),
        },
      ],
    ]);
    await proxy.open();
    expect(await one.seek()).toBe(true);
  });

  it('passes from one that is not heard of, as if it were frozen, to another', async () => {
    const [frozen, other] = [leadership(server.url, 300), leadership()];
    expect([await frozen.seek(), await other.seek()]).toEqual([true, false]);
    await until(() => other.seek());
    await until(() => !frozen.isHeld);
    expect(await frozen.seek()).toBe(false);
  });
});
