import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { RedisThrottlerStorage } from '../../src/auth/infrastructure/redis-throttler-storage';
import { RedisTokenStore } from '../../src/auth/infrastructure/redis-token-store';
import type { RedisLocation } from '../../src/config/app-config';
import { loadConfig } from '../../src/config/settings';
import { type RedisConnection, RedisFault } from '../../src/redis';
import { SystemRandom } from '../../src/runtime/system-random';
import { RedisEntryCodeTries } from '../../src/visits/infrastructure/redis-entry-code-tries';
import { describeWithRedis, RedisProxy, TestRedis } from '../support/redis';

describeWithRedis('the connection to Redis', () => {
  let redis: TestRedis;
  let proxy: RedisProxy;
  const opened: RedisConnection[] = [];
  const errors = jest.spyOn(Logger.prototype, 'error');

  beforeEach(async () => {
    redis = new TestRedis();
    proxy = await RedisProxy.start();
    errors.mockClear().mockReturnValue();
    jest.spyOn(Logger.prototype, 'log').mockReturnValue();
  });
  afterEach(async () => {
    for (const connection of opened.splice(0)) connection.onApplicationShutdown();
    await proxy.stop();
    await redis.close();
  });

  async function open(...how: Parameters<TestRedis['open']>): Promise<RedisConnection> {
    const connection = await redis.open(...how);
    opened.push(connection);
    return connection;
  }

  /** Asks so many things at once; answers how many of them failed as they have to. */
  async function ask(connection: RedisConnection, times: number): Promise<number> {
    const asked = Array.from({ length: times }, () => connection.run(client => client.get('nothing')));
    const settled = await Promise.allSettled(asked);
    return settled.filter(({ status, reason }: { status: string; reason?: unknown }) => {
      return status === 'rejected' && reason instanceof RedisFault;
    }).length;
  }

  /** Waits for at most 5 s, within which it has to heal. */
  async function untilUp(connection: RedisConnection): Promise<void> {
    for (let round = 0; !connection.isUp; round += 1) {
      if (round === 250) throw new Error('not up');
      await wait(20);
    }
  }

  it('fails all that waits for an answer that does not come, and tells of it once', async () => {
    const connection = await open(proxy);
    const disconnect = jest.spyOn(Redis.prototype, 'disconnect');
    proxy.freeze();
    expect(await ask(connection, 500)).toBe(500);
    expect(connection.isUp).toBe(false);
    expect(await ask(connection, 500)).toBe(500);
    expect([errors.mock.calls.length, disconnect.mock.calls]).toEqual([1, [[true]]]);
    disconnect.mockRestore();
  });

  it('takes an answer that came in time while the process was busy', async () => {
    const connection = await open(undefined, { timeoutMs: 50 });
    const asked = connection.run(client => client.set('key', 'x'));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    expect(await asked).toBe('OK');
    expect([connection.isUp, errors.mock.calls]).toEqual([true, []]);
  });

  it('fails what is asked between two connections, and does not ask it later', async () => {
    const connection = await open(proxy);
    const gone = await connection.run(client =>
      client.ping().then(() => ({ closed: once(client, 'close') })),
    );
    await proxy.refuse();
    await gone.closed;
    const asked = connection.run(client => client.incr('counter'));
    proxy = await RedisProxy.start(proxy.port);
    await expect(asked).rejects.toThrow(RedisFault);
    await untilUp(connection);
    expect(await connection.run(client => client.get('counter'))).toBeNull();
    expect(errors.mock.calls).toEqual([[expect.objectContaining({ reason: 'the connection was closed' })]]);
  });

  it('fails what waits for an answer when the connection is cut, and repeats none of it', async () => {
    const connection = await open(proxy);
    proxy.freeze();
    const waiting = connection.run(client => client.incr('counter'));
    // Settled only after the cut: it must not count as unhandled until then.
    const failed = expect(waiting).rejects.toThrow(RedisFault);
    await proxy.refuse();
    await failed;
    proxy = await RedisProxy.start(proxy.port);
    await untilUp(connection);
    expect(await connection.run(client => client.get('counter'))).toBeNull();
  });

  it('gives up a server that answers and refuses', async () => {
    const connection = await open(proxy);
    await connection.run(client => client.lpush('list', 'x'));
    await expect(connection.run(client => client.get('list'))).rejects.toThrow(RedisFault);
    expect(connection.isUp).toBe(false);
    expect(errors.mock.calls).toEqual([[expect.objectContaining({ reason: 'WRONGTYPE' })]]);
  });

  it('needs no more rights than docs/deployment.md names', async () => {
    const guide = readFileSync(join(__dirname, '../../docs/deployment.md'), 'utf8');
    const rules = /`~gatehouse:\* ([^`]+)`/.exec(guide)?.[1]?.split(' ') ?? [];
    await redis.withUser(rules, async user => {
      const connection = await open(undefined, user);
      const tokens = new RedisTokenStore(connection, loadConfig({}, []), new SystemRandom());
      const token = await tokens.issue({ userId: 'a', keyDigest: 'b' });
      expect(await tokens.find(token)).toMatchObject({ expired: false });
      const storage = new RedisThrottlerStorage(connection);
      expect(await storage.increment('address:10.0.0.1', 1000, 1)).toMatchObject({ totalHits: 1 });
      const tries = new RedisEntryCodeTries(connection, 64);
      const taken = await tries.take({ userId: 'a', address: '10.0.0.1', visitId: 'b' });
      if ('giveBack' in taken) await taken.giveBack();
      expect([connection.isUp, errors.mock.calls]).toEqual([true, []]);
    });
  });

  it('is not up where Redis takes no write, whatever it answers', async () => {
    await redis.withUser(['+@all', '-set'], async user => {
      const connection = await open(undefined, user);
      expect([connection.isUp, await connection.takesWrites()]).toEqual([false, false]);
      expect(errors.mock.calls).toEqual([[expect.objectContaining({ reason: 'NOPERM' })]]);
    });
  });

  it.each<[string, Partial<RedisLocation>, string]>([
    ['a user that the server does not know', { username: 'nobody', password: 'secret' }, 'WRONGPASS'],
    ['a database that the server does not have', { database: 99_999 }, 'ERR'],
  ])('is not up with %s, asks nothing there, and shows no secret', async (_, differing, reason) => {
    const connection = await open(undefined, differing);
    expect(connection.isUp).toBe(false);
    const command = jest.fn();
    await expect(connection.run(command)).rejects.toThrow(RedisFault);
    expect(command).not.toHaveBeenCalled();
    expect(errors.mock.calls).toEqual([[expect.objectContaining({ reason })]]);
    expect(JSON.stringify(errors.mock.calls)).not.toContain('secret');
  });
});
