import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { RedisLocation } from '../config/app-config';
import { RedisFault } from './redis-fault';

/** The server takes what it is asked (`up`), or an outage is under way and has been logged (`away`). */
type State = 'starting' | 'up' | 'away';

const CONNECT_MS = 1000;
/** Between two attempts to connect: this, then twice as much each time, up to the most. */
const FIRST_PAUSE_MS = 50;
const MOST_PAUSE_MS = 1000;

/**
 * The one connection of this process to Redis. Fails fast: a command that is not answered in time ends the connection,
 * behind which all others would wait as well, and until there is a new one on which Redis takes a write, everything is
 * refused at once. An outage is logged when it begins and when it is over.
 */
export class RedisConnection {
  private readonly log = new Logger('Redis');
  private state: State = 'starting';
  private isEnding = false;
  private attempts = 0;
  private readonly redis: Redis;
  private readonly firstAttempt: Promise<void>;

  private constructor(
    Client: typeof Redis,
    private readonly location: RedisLocation,
  ) {
    this.redis = new Client({
      host: location.host,
      port: location.port,
      username: location.username,
      password: location.password,
      db: location.database,
      keyPrefix: location.keyPrefix,
      ...(location.tls && { tls: {} }),
      connectionName: 'gatehouse',
      // Asks for commands that Redis 7.0 does not have.
      disableClientInfo: true,
      connectTimeout: CONNECT_MS,
      disconnectTimeout: location.timeoutMs,
      maxLoadingRetryTime: MOST_PAUSE_MS,
      // A command is asked once, now or not at all: whoever waits for it is answered before it could be repeated.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => Math.min(FIRST_PAUSE_MS * 2 ** this.attempts++, MOST_PAUSE_MS),
    });
    this.firstAttempt = new Promise(resolve => {
      this.redis.on('connect', () => this.limitHandshake());
      this.redis.on('error', error => this.giveUp(error));
      this.redis.on('close', resolve);
      this.redis.on('ready', () => void this.greet().then(resolve));
    });
  }

  /** Returns when Redis answers or the first attempt has failed: a start without it is like any other outage. */
  static async open(location: RedisLocation): Promise<RedisConnection> {
    // A node without Redis starts without the package.
    const { Redis: Client } = await import('ioredis');
    const connection = new RedisConnection(Client, location);
    await connection.firstAttempt;
    return connection;
  }

  get isUp(): boolean {
    return this.state === 'up';
  }

  /**
   * What a command answers. Whatever goes wrong in it counts as an outage: nothing but the command belongs there.
   * @throws RedisFault within REDIS_TIMEOUT_MS, at once while an outage is under way
   */
  async run<T>(command: (redis: Redis) => Promise<T>): Promise<T> {
    if (this.state !== 'up') throw new RedisFault();
    try {
      return await this.inTime(command(this.redis));
    } catch (error) {
      this.giveUp(error);
      throw new RedisFault(error);
    }
  }

  /** Whether Redis takes a write now. A full one, or one that has become a replica, would still answer reads. */
  async takesWrites(): Promise<boolean> {
    return this.run(write).then(
      () => true,
      () => false,
    );
  }

  /** Called by Nest when the application closes. */
  onApplicationShutdown(): void {
    this.state = 'away';
    this.redis.disconnect();
  }

  /**
   * An answer that came while this process was busy with something else counts: what waits on the connection is read
   * before the time is declared over, which the time-outs of ioredis do not do.
   */
  private inTime<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error('no answer in time'));
      const timer = setTimeout(() => setImmediate(late), this.location.timeoutMs);
      void answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  /** A frozen server takes connections, and says nothing on them. */
  private limitHandshake(): void {
    const timer = setTimeout(() => this.giveUp(new Error('no answer in time')), CONNECT_MS);
    const stop = () => {
      clearTimeout(timer);
      this.redis.off('ready', stop).off('close', stop);
    };
    this.redis.on('ready', stop).on('close', stop);
  }

  private async greet(): Promise<void> {
    try {
      await this.inTime(write(this.redis));
      if (this.state === 'away') this.log.log({ msg: 'redis is back' });
      this.state = 'up';
      this.attempts = 0;
    } catch (error) {
      this.giveUp(error);
    }
  }

  /** Ends the connection, if there is one and that is not under way: another takes its place. */
  private giveUp(error: unknown): void {
    this.isAway(error);
    if (this.isEnding || !['connect', 'ready'].includes(this.redis.status)) return;
    this.isEnding = true;
    this.redis.once('close', () => (this.isEnding = false));
    this.redis.disconnect(true);
  }

  private isAway(error: unknown): void {
    if (this.state === 'away') return;
    this.state = 'away';
    this.log.error({
      msg: 'redis is away: no login and no token is accepted until it is back; look at the server and at REDIS_URL',
      reason: reasonOf(error),
    });
  }
}

function write(redis: Redis): Promise<unknown> {
  return redis.set('probe', '', 'PX', 1000);
}

/** Never the whole text of the server, which repeats what it was sent, a password as well. */
function reasonOf(error: unknown): string {
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined) return code;
  if (name === 'ReplyError') return message.split(' ', 1)[0] ?? '';
  return afterClosing.test(message) ? 'the connection was closed' : message;
}

/** What ioredis says of a command that found the connection closed, or was under way when it was. */
const afterClosing = /^(?:Stream isn't writeable|Reached the max retries|Connection is closed)/;
