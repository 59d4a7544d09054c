import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { asStorageFault, StorageFault } from './storage-fault';

/** Changes that may wait for their turn; more are refused instead of piling up in memory. */
const MAX_WAITING = 2000;

/** Says beside the file that it is in use. */
export interface OpenMarker {
  lift(): void;
  putBackIfInUse(): void;
}

/**
 * The only way to the data. TypeORM has one connection per SQLite data source, on which concurrent transactions would
 * interleave and reads would see work that is not committed. So every change takes its turn on one connection, whole
 * and alone, and reads go through another that can do nothing else.
 */
export class Database {
  private last: Promise<unknown> = Promise.resolve();
  private queued = 0;
  private readonly companions = new AsyncLocalStorage<(manager: EntityManager) => Promise<void>>();

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly marker?: OpenMarker,
  ) {}

  /** Changes under way or waiting for their turn. */
  get waiting(): number {
    return this.queued;
  }

  /** Reads what is committed. @throws StorageFault */
  async read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    // A database in memory has one connection alone, so that its reads take their turn as well.
    if (this.reader === this.writer) return this.inTurn(() => work(this.writer.manager));
    try {
      return await work(this.reader.manager);
    } catch (error) {
      throw asStorageFault(error);
    }
  }

  /**
   * Runs `work` as one transaction, after those before it and before those after it. When it returns, its changes are
   * on disk; when it throws, there are none. `work` must not call `save()`, which opens a transaction of its own.
   * @throws StorageFault
   */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.queued >= MAX_WAITING) return Promise.reject(new StorageFault('storage busy'));
    const companion = this.companions.getStore();
    return this.inTurn(() =>
      this.transaction(async manager => {
        await companion?.(manager);
        return work(manager);
      }),
    );
  }

  /** Runs `work`; every `write` within it, however deep, begins with `companion`, as one transaction with it. */
  withEveryWrite<T>(
    companion: (manager: EntityManager) => Promise<void>,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.companions.run(companion, work);
  }

  /** Called by Nest when the application closes. */
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** After the last change has been written. */
  async close(): Promise<void> {
    while (this.queued > 0) await this.last;
    this.marker?.lift();
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
    this.marker?.putBackIfInUse();
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.queued += 1;
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      throw asStorageFault(error);
    } finally {
      this.queued -= 1;
    }
  }

  private async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    // Plain BEGIN takes the lock at the first write only, and then fails at once when another process wrote meanwhile.
    await runner.query('BEGIN IMMEDIATE');
    try {
      const result = await work(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    }
  }
}

/** SQLite has rolled back by itself after some faults, a full disk among them; then there is nothing left to undo. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch (error) {
    if (!String(error).includes('no transaction is active')) throw error;
  }
}
