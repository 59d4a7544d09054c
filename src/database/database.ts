import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { Batch } from './batch';
import type { Engine, Work } from './engine';
import type { EngineName, Sql, Statements } from './statements';
import { StorageFault } from './storage-fault';

/** Changes that may wait for their turn; more are refused instead of piling up in memory. */
const MAX_WAITING = 2000;

/** For so long a change that was kept is proof enough that the next one will be. */
const PROOF_MS = 1000;
/** A storage that has not answered by then does not answer. */
const PATIENCE_MS = 5000;

/** Changes nothing, and is written all the same. SQLite leaves a row alone that would be as it was; a number in its header it writes. */
const TRIAL: Sql = {
  sqlite: 'PRAGMA user_version = 0',
  postgres: 'UPDATE migrations SET name = name WHERE id = 1',
};

/** What is done for many at once: a result for each item, in order. */
export type ForMany<Item, Result> = (
  statements: Statements,
  items: readonly Item[],
) => Promise<readonly Result[]>;

/** The only way to the data: how it is reached differs by engine, what is promised does not. */
export class Database {
  private readonly gathering: { readonly waiting: number }[] = [];
  private readonly companions = new AsyncLocalStorage<(manager: EntityManager) => Promise<void>>();

  private keptMs = -Infinity;
  private trial: Promise<boolean> | undefined;

  constructor(private readonly storage: Engine) {}

  get engine(): EngineName {
    return this.storage.name;
  }

  /** Changes under way or waiting for their turn. */
  get waiting(): number {
    return this.gathering.reduce((sum, { waiting }) => sum + waiting, this.storage.waiting);
  }

  /** Whether this node is the leader, as far as it knows. */
  get leads(): boolean {
    return this.storage.leads;
  }

  /**
   * Makes this node the leader where there is none, and answers whether it is: for what one node is to do for all. It has to be
   * asked again every few seconds, or another takes over. Two may take themselves for it for a moment: what they do must
   * bear that.
   */
  lead(): Promise<boolean> {
    return this.storage.lead();
  }

  /** Reads what is committed. @throws StorageFault */
  read<T>(work: Work<T>): Promise<T> {
    return this.storage.read(work);
  }

  /** A way to read that gathers what is asked for at the same time: `run` looks it up by one statement, or a few. */
  readsTogether<Item, Result>(run: ForMany<Item, Result>): (item: Item) => Promise<Result> {
    const batch = new Batch<Item, Result>(items => {
      const work: Work<readonly Result[]> = (_, statements) => run(statements, items);
      return items.length === 1 ? this.storage.readAlone(work) : this.storage.read(work);
    }, this.storage.batches.reads);
    return item => batch.add(item);
  }

  /**
   * Runs `work` as one transaction. When it returns, its changes are on disk; when it throws, there are none, and no
   * other change fails for that. `work` may be run again. It must not call `save()`, which opens a transaction of its
   * own. SQLite makes changes one after the other. On PostgreSQL they run side by side, also those of other nodes: what
   * `work` decides by what it has read is decided alone after `oneAtATime`, or upheld by a condition of its update, or
   * by a unique column.
   * @throws StorageFault
   */
  async write<T>(work: Work<T>): Promise<T> {
    this.refuseTooMany();
    const companion = this.companions.getStore();
    const value = await this.storage.write(async (manager, statements) => {
      await companion?.(manager);
      return work(manager, statements);
    });
    this.keptMs = performance.now();
    return value;
  }

  /**
   * Whether data can be read and changed, found out by doing both: a full disk and a server that only reads answer every
   * question. Where a change was kept within the last second, none is made. Never throws.
   */
  async takesWrites(): Promise<boolean> {
    try {
      await this.storage.refuseLost();
      await this.read((_, statements) => statements.all('SELECT 1'));
    } catch {
      return false;
    }
    if (performance.now() - this.keptMs < PROOF_MS) return true;
    this.trial ??= this.tryWriting().finally(() => (this.trial = undefined));
    return this.trial;
  }

  /**
   * A way to change that gathers the changes of one kind that wait at the same time: `run` makes them by one statement,
   * and each is answered when it is on disk. When that fails for several, each change is made by itself, so that one
   * alone fails for what is wrong with it.
   * @param setUp statements that make what `run` needs on the one connection by which SQLite writes
   */
  changesTogether<Item, Result>(
    setUp: readonly string[],
    run: ForMany<Item, Result>,
  ): (item: Item) => Promise<Result> {
    this.storage.setUpWriter(setUp);
    const batch = new Batch<Item, Result>(async items => {
      const results = await this.storage.writeAlone((_, statements) => run(statements, items), items.length);
      this.keptMs = performance.now();
      return results;
    }, this.storage.batches.changes);
    this.gathering.push(batch);
    return async item => {
      if (this.companions.getStore()) {
        const [result] = await this.write((_, statements) => run(statements, [item]));
        return result as Result;
      }
      this.refuseTooMany();
      return batch.add(item);
    };
  }

  /** Runs `work`; every change within it, however deep, begins with `companion`, as one transaction with it. */
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
    while (this.waiting > 0) await new Promise(resolve => setImmediate(resolve));
    await this.storage.close();
  }

  private tryWriting(): Promise<boolean> {
    const written = this.write((_, statements) => statements.all(TRIAL)).then(
      () => true,
      () => false,
    );
    return Promise.race([written, wait(PATIENCE_MS, false, { ref: false })]);
  }

  private refuseTooMany(): void {
    if (this.waiting >= MAX_WAITING) throw new StorageFault('storage busy');
  }
}
