import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { RedisLocation } from '../config/app-config';
import { RedisFault } from './redis-fault';

/** `up`: the server takes writes. `down`: an outage, which has been logged. */
type State = 'starting' | 'up' | 'down';

const CONNECT_MS = 1000;
/** Exponential backoff between attempts to connect. */
const FIRST_PAUSE_MS = 50;
const MOST_PAUSE_MS = 1000;

/**
 * The Redis connection of this process. It fails fast: a command without an answer in time closes the connection,
 * because all later commands would wait behind it. Until a new connection takes a write, every command is refused at
 * once. The begin and the end of an outage are logged.
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
      // Needs commands that Redis 7.0 does not have.
      disableClientInfo: true,
      connectTimeout: CONNECT_MS,
      disconnectTimeout: location.timeoutMs,
      maxLoadingRetryTime: MOST_PAUSE_MS,
      // Neither queue nor retry: the caller is answered before a retry could succeed.
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

  /** Resolves when Redis answers or the first attempt fails. A start without Redis is treated like any other outage. */
  static async open(location: RedisLocation): Promise<RedisConnection> {
    // Loaded here, because a node without Redis does not need the package.
    const { Redis: Client } = await import('ioredis');
    const connection = new RedisConnection(Client, location);
    await connection.firstAttempt;
    return connection;
  }

  get isUp(): boolean {
    return this.state === 'up';
  }

  /**
   * Runs a command. Any error in `command` counts as an outage, so it must do nothing else.
   * @throws RedisFault within REDIS_TIMEOUT_MS, or at once during an outage
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

  /** Whether Redis takes a write now. A full server, or one that has become a replica, still answers reads. */
  async takesWrites(): Promise<boolean> {
    return this.run(write).then(
      () => true,
      () => false,
    );
  }

  /** Called by Nest when the application closes. */
  onApplicationShutdown(): void {
    this.state = 'down';
    this.redis.disconnect();
  }

  /**
   * A timeout that accepts an answer received while the event loop was busy: data waiting on the socket is read before
   * the command fails. The timeouts of ioredis do not do this.
   */
  private inTime<T>(answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error('no answer in time'));
      const timer = setTimeout(() => setImmediate(late), this.location.timeoutMs);
      void answer.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  /** A frozen server accepts connections but never answers. */
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
      if (this.state === 'down') this.log.log({ msg: 'redis is back' });
      this.state = 'up';
      this.attempts = 0;
    } catch (error) {
      this.giveUp(error);
    }
  }

  /** Closes the connection, unless there is none or it is closing already. ioredis then opens another. */
  private giveUp(error: unknown): void {
    this.reportOutage(error);
    if (this.isEnding || !['connect', 'ready'].includes(this.redis.status)) return;
    this.isEnding = true;
    this.redis.once('close', () => (this.isEnding = false));
    this.redis.disconnect(true);
  }

  private reportOutage(error: unknown): void {
    if (this.state === 'down') return;
    this.state = 'down';
    this.log.error({
      msg: 'redis is unavailable: no login and no token is accepted until it is back; check the server and REDIS_URL',
      reason: reasonOf(error),
    });
  }
}

function write(redis: Redis): Promise<unknown> {
  return redis.set('probe', '', 'PX', 1000);
}

/** Never the whole message of the server: it can repeat what was sent, even a password. */
function reasonOf(error: unknown): string {
  const { name, code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined) return code;
  if (name === 'ReplyError') return message.split(' ', 1)[0] ?? '';
  return afterClosing.test(message) ? 'the connection was closed' : message;
}

/** Messages of ioredis for a command that failed because the connection was closed. */
const afterClosing = /^(?:Stream isn't writeable|Reached the max retries|Connection is closed)/;
