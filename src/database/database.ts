import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Engine, ForMany, Work } from './engine';
import type { EngineName, Sql } from './statements';
import { StorageFault } from './storage-fault';

/** Changes that may run or wait; more are refused instead of piling up in memory. */
const MAX_WAITING = 2000;

/** For so long, the last commit proves that the storage takes writes. */
const PROOF_MS = 1000;
const TRIAL_TIMEOUT_MS = 5000;

/** Changes nothing but is written: SQLite skips an update that changes no value, but always writes this number of its header. */
const TRIAL: Sql = {
  sqlite: 'PRAGMA user_version = 0',
  postgres: 'UPDATE migrations SET name = name WHERE id = 1',
};

/** Runs work on the connection of a transaction that is in progress. */
type Joined = <T>(work: Work<T>) => Promise<T>;

/** The only access to the data. Both engines keep the same promises. */
export class Database {
  private readonly companions = new AsyncLocalStorage<(manager: EntityManager) => Promise<void>>();
  /** Set within `transaction`. */
  private readonly joined = new AsyncLocalStorage<Joined>();

  private committedMs = -Infinity;
  private trial: Promise<boolean> | undefined;

  constructor(private readonly storage: Engine) {}

  get engine(): EngineName {
    return this.storage.name;
  }

  /** Changes that run or wait. */
  get waiting(): number {
    return this.storage.waiting;
  }

  /** Whether this node is the leader, as far as it knows. */
  get leads(): boolean {
    return this.storage.leads;
  }

  /**
   * Makes this node the leader if there is none, and returns whether it is: for jobs that one node does for all. Call it
   * again every few seconds, or another node takes over. For a moment two nodes may both believe to lead, so the jobs have
   * to be safe to run twice.
   */
  lead(): Promise<boolean> {
    return this.storage.lead();
  }

  /** Reads committed data. @throws StorageFault */
  read<T>(work: Work<T>): Promise<T> {
    return this.joined.getStore()?.(work) ?? this.storage.read(work);
  }

  /** Returns a function that reads one item. `run` looks up all items that are asked for at the same time, in one statement or a few. */
  batchReads<Item, Result>(run: ForMany<Item, Result>): (item: Item) => Promise<Result> {
    const read = this.storage.batchReads(run);
    return item =>
      this.joined.getStore()
        ? this.read(async (_, statements) => (await run(statements, [item]))[0] as Result)
        : read(item);
  }

  /**
   * Runs `work` as one transaction. When this resolves, its changes are on disk; when it throws, nothing has changed, and no
   * other transaction is affected. `work` may run again. It must not call `save()`, which opens another transaction. SQLite
   * runs transactions one after the other. On PostgreSQL they run concurrently, also with those of other nodes: if `work`
   * decides by what it reads, it needs `lockByName`, a condition in its update, or a unique column.
   * @throws StorageFault
   */
  async write<T>(work: Work<T>): Promise<T> {
    const join = this.joined.getStore();
    if (join) return join(work);
    this.refuseTooMany();
    const companion = this.companions.getStore();
    const value = await this.storage.write(async (manager, statements) => {
      await companion?.(manager);
      return work(manager, statements);
    });
    this.committedMs = performance.now();
    return value;
  }

  /**
   * Whether data can be read and written, found out by doing both: a full disk and a read-only server still answer reads.
   * Writes nothing if something was committed within the last second. Never throws.
   */
  async takesWrites(): Promise<boolean> {
    try {
      await this.storage.refuseLost();
      await this.read((_, statements) => statements.all('SELECT 1'));
    } catch {
      return false;
    }
    if (performance.now() - this.committedMs < PROOF_MS) return true;
    this.trial ??= this.tryWriting().finally(() => (this.trial = undefined));
    return this.trial;
  }

  /**
   * Returns a function that changes one item. `run` changes all items that wait at the same time in one statement, and each
   * caller gets an answer when its change is on disk. If that fails for several, each is run alone, so that only the faulty
   * one fails.
   * @param setUp statements that create what `run` needs on the one connection by which SQLite writes
   */
  batchWrites<Item, Result>(
    setUp: readonly string[],
    run: ForMany<Item, Result>,
  ): (item: Item) => Promise<Result> {
    const add = this.storage.batchWrites(setUp, run);
    return async item => {
      if (this.companions.getStore() || this.joined.getStore()) {
        const [result] = await this.write((_, statements) => run(statements, [item]));
        return result as Result;
      }
      this.refuseTooMany();
      const result = await add(item);
      this.committedMs = performance.now();
      return result;
    };
  }

  /** Runs `work`. Every transaction within it, at any depth, first runs `companion`. */
  withEveryWrite<T>(
    companion: (manager: EntityManager) => Promise<void>,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.companions.run(companion, work);
  }

  /**
   * Runs `work` as one transaction: every read and write within it, however deep, is part of it. `work` may be run again.
   * It must let the error of a write through: only the whole transaction is rolled back.
   * @throws StorageFault
   */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.write((manager, statements) => this.joined.run(part => part(manager, statements), work));
  }

  /** Called by Nest when the application closes. */
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** Waits until the last change is written. */
  async close(): Promise<void> {
    while (this.waiting > 0) await new Promise(resolve => setImmediate(resolve));
    await this.storage.close();
  }

  private tryWriting(): Promise<boolean> {
    const written = this.write((_, statements) => statements.all(TRIAL)).then(
      () => true,
      () => false,
    );
    return Promise.race([written, wait(TRIAL_TIMEOUT_MS, false, { ref: false })]);
  }

  private refuseTooMany(): void {
    if (this.waiting >= MAX_WAITING) throw new StorageFault('storage busy');
  }
}
