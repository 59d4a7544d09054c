import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import type { RedisLocation } from '../../src/config/app-config';
import { loadConfig } from '../../src/config/settings';
import { RedisConnection } from '../../src/redis';
import type { Settings } from './test-app';

const url = process.env.TEST_REDIS_URL;

/** `describe` if TEST_REDIS_URL is set; otherwise the tests are reported as skipped. */
export const describeWithRedis = url ? describe : describe.skip;

/** Keys with a unique prefix on the server of TEST_REDIS_URL; the test can advance their time. */
export class TestRedis {
  readonly prefix = `test-${randomUUID().slice(0, 23)}:`;
  private readonly redis = new Redis(url ?? '');

  settings(through?: RedisProxy): Settings {
    const to = new URL(url ?? '');
    if (through) to.host = `127.0.0.1:${through.port}`;
    return { REDIS_URL: to.href, REDIS_KEY_PREFIX: this.prefix };
  }

  open(through?: RedisProxy, differing: Partial<RedisLocation> = {}): Promise<RedisConnection> {
    const { redis } = loadConfig(this.settings(through), []);
    if (!redis) throw new Error('TEST_REDIS_URL is not set');
    return RedisConnection.open({ ...redis, ...differing });
  }

  /** Runs with a Redis user that has the given `rules`, limited to the keys of this prefix. */
  async withUser(
    rules: readonly string[],
    work: (user: { username: string; password: string }) => Promise<void>,
  ): Promise<void> {
    const user = { username: `user-${randomUUID()}`, password: randomUUID() };
    await this.redis.acl('SETUSER', user.username, 'on', `>${user.password}`, `~${this.prefix}*`, ...rules);
    try {
      await work(user);
    } finally {
      await this.redis.acl('DELUSER', user.username);
    }
  }

  /** All keys, without their prefix, and their values in one text. */
  async content(): Promise<string> {
    const pairs = await Promise.all(
      (await this.keys()).map(async key => `${key} ${await this.valueOf(key)}`),
    );
    return pairs.sort().join('\n');
  }

  /** The value of a key that must exist. */
  async get(key: string): Promise<string> {
    return (await this.redis.get(this.prefix + key)) ?? '';
  }

  /** Writes a key as a client with write access would; it lives as long as a token. */
  async set(key: string, value: string): Promise<void> {
    await this.redis.set(this.prefix + key, value, 'PX', 620_000);
  }

  private async valueOf(key: string): Promise<string> {
    if ((await this.redis.type(key)) === 'list') return (await this.redis.lrange(key, 0, -1)).join(' ');
    return (await this.redis.get(key)) ?? '';
  }

  /** Simulates the passing of time: shortens the TTL of every key. */
  async advance(ms: number): Promise<void> {
    for (const key of await this.keys()) await this.redis.pexpire(key, (await this.redis.pttl(key)) - ms);
  }

  /** Removes the expiry of every key. */
  async persist(): Promise<void> {
    for (const key of await this.keys()) await this.redis.persist(key);
  }

  /** Milliseconds until the last key expires; -1 if one never does. */
  async longestLifeMs(): Promise<number> {
    const lives = await Promise.all((await this.keys()).map(key => this.redis.pttl(key)));
    return lives.includes(-1) ? -1 : Math.max(0, ...lives);
  }

  /** Removes all keys, as FLUSHALL would. */
  async clear(): Promise<void> {
    for (const key of await this.keys()) await this.redis.del(key);
  }

  async close(): Promise<void> {
    await this.clear();
    this.redis.disconnect();
  }

  private async keys(): Promise<string[]> {
    const found: string[] = [];
    let cursor = '0';
    do {
      const [next, keys] = await this.redis.scan(cursor, 'MATCH', `${this.prefix}*`, 'COUNT', 1000);
      found.push(...keys);
      cursor = next;
    } while (cursor !== '0');
    return found;
  }
}

/** A proxy between service and server that can simulate failures of the server. */
export class RedisProxy {
  private readonly sockets = new Set<Socket>();
  private isFrozen = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(port = 0): Promise<RedisProxy> {
    const server = createServer();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const proxy = new RedisProxy(server, typeof address === 'object' && address ? address.port : 0);
    server.on('connection', socket => proxy.join(socket));
    return proxy;
  }

  /** Stops listening and closes all connections. */
  async refuse(): Promise<void> {
    const closed = new Promise(resolve => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Accepts and keeps connections, but forwards nothing. */
  freeze(): void {
    this.isFrozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  async stop(): Promise<void> {
    if (this.server.listening) await this.refuse();
  }

  private join(client: Socket): void {
    const { hostname, port } = new URL(url ?? '');
    const upstream = connect(Number(port || 6379), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.sockets.add(from);
      from.on('data', data => to.write(data));
      from.on('error', () => from.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.isFrozen) from.pause();
    }
  }
}
