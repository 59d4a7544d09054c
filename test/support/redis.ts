import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import type { RedisLocation } from '../../src/config/app-config';
import { loadConfig } from '../../src/config/settings';
import { RedisConnection } from '../../src/redis';
import type { Settings } from './test-app';

const url = process.env.TEST_REDIS_URL;

/** `describe` where TEST_REDIS_URL names a server; elsewhere the tests are skipped, each by its name. */
export const describeWithRedis = url ? describe : describe.skip;

/** A corner of the server of TEST_REDIS_URL: keys under a prefix of its own, whose time the test can move on. */
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

  /** Runs with a user of the server that may do what `rules` say, to the keys of this corner alone. */
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

  /** Every key, without its prefix, and what it holds, in one text. */
  async content(): Promise<string> {
    const pairs = await Promise.all(
      (await this.keys()).map(async key => `${key} ${await this.valueOf(key)}`),
    );
    return pairs.sort().join('\n');
  }

  /** What a key holds; it is there. */
  async get(key: string): Promise<string> {
    return (await this.redis.get(this.prefix + key)) ?? '';
  }

  /** As somebody would who may write in Redis; as long-lived as a token. */
  async set(key: string, value: string): Promise<void> {
    await this.redis.set(this.prefix + key, value, 'PX', 620_000);
  }

  private async valueOf(key: string): Promise<string> {
    if ((await this.redis.type(key)) === 'list') return (await this.redis.lrange(key, 0, -1)).join(' ');
    return (await this.redis.get(key)) ?? '';
  }

  /** As if so much time had passed for Redis: every key has that much less to live. */
  async advance(ms: number): Promise<void> {
    for (const key of await this.keys()) await this.redis.pexpire(key, (await this.redis.pttl(key)) - ms);
  }

  /** Takes the end from every key. */
  async persist(): Promise<void> {
    for (const key of await this.keys()) await this.redis.persist(key);
  }

  /** Milliseconds until the last key is gone; -1 when one of them never is. */
  async longestLifeMs(): Promise<number> {
    const lives = await Promise.all((await this.keys()).map(key => this.redis.pttl(key)));
    return lives.includes(-1) ? -1 : Math.max(0, ...lives);
  }

  /** What FLUSHALL would leave. */
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

/** Stands between the service and the server, and can be what becomes of a server. */
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

  /** Nobody listens there any more, and what was connected is closed. */
  async refuse(): Promise<void> {
    const closed = new Promise(resolve => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Connections are taken and kept, and nothing passes. */
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
