import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { Batch } from './batch';
import { CHECKPOINT, type LogCheckpoints } from './log-checkpoints';
import { Statements } from './statements';
import { asStorageFault, StorageFault } from './storage-fault';
import { type Work, WriterTurns } from './writer-turns';

/** Changes that may wait for their turn; more are refused instead of piling up in memory. */
const MAX_WAITING = 2000;
/** Items that are read by one statement: few, so that they are answered while the next are read. */
const READ_TOGETHER = 32;
/** Changes that one statement makes: they wait for the disk together, and take some milliseconds. */
const CHANGE_TOGETHER = 256;

/** Says beside the file that it is in use. */
export interface OpenMarker {
  lift(): void;
  putBackIfInUse(): void;
}

/** What is done for many at once: a result for each item, in order. */
export type ForMany<Item, Result> = (
  statements: Statements,
  items: readonly Item[],
) => Promise<readonly Result[]>;

/**
 * The only way to the data. TypeORM has one connection per SQLite data source, on which concurrent transactions would
 * interleave and reads would see work that is not committed. So every change takes its turn on one connection, whole
 * and alone, and reads go through another that can do nothing else.
 */
export class Database {
  private readonly turns: WriterTurns;
  private readonly statements: { readonly writer: Statements; readonly reader: Statements };
  private readonly gathering: { readonly waiting: number }[] = [];
  private readonly companions = new AsyncLocalStorage<(manager: EntityManager) => Promise<void>>();

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly marker?: OpenMarker,
    private readonly checkpoints?: LogCheckpoints,
  ) {
    const statements = new Statements(writer);
    this.statements = { writer: statements, reader: reader === writer ? statements : new Statements(reader) };
    this.turns = new WriterTurns(writer, statements, changes => checkpoints?.count(changes, this.copyRest));
  }

  /** Changes under way or waiting for their turn. */
  get waiting(): number {
    return this.gathering.reduce((sum, { waiting }) => sum + waiting, this.turns.waiting);
  }

  /** Reads what is committed. @throws StorageFault */
  async read<T>(work: Work<T>): Promise<T> {
    // A database in memory has one connection alone, so that its reads take their turn as well.
    if (this.reader === this.writer) return this.turns.take(work);
    try {
      return await work(this.reader.manager, this.statements.reader);
    } catch (error) {
      throw asStorageFault(error);
    }
  }

  /** A way to read that gathers what is asked for at the same time: `run` looks it up by one statement, or a few. */
  readsTogether<Item, Result>(run: ForMany<Item, Result>): (item: Item) => Promise<Result> {
    const batch = new Batch<Item, Result>(
      items => this.read((_, statements) => run(statements, items)),
      // One reads while the next is gathered.
      { lanes: 2, size: READ_TOGETHER },
    );
    return item => batch.add(item);
  }

  /**
   * Runs `work` as one transaction, after those before it and before those after it. When it returns, its changes are
   * on disk; when it throws, there are none. Changes that wait at the same time are put on disk together, and one that
   * fails then fails alone; `work` may be run again for that. It must not call `save()`, which opens a transaction of
   * its own.
   * @throws StorageFault
   */
  async write<T>(work: Work<T>): Promise<T> {
    this.refuseTooMany();
    const companion = this.companions.getStore();
    return this.turns.take(async (manager, statements) => {
      await companion?.(manager);
      return work(manager, statements);
    });
  }

  /**
   * A way to change that gathers the changes of one kind that wait at the same time: `run` makes them by one statement,
   * and each is answered when it is on disk. When that fails for several, each change is made by itself, so that one
   * alone fails for what is wrong with it.
   * @param setUp statements that make what `run` needs, for the connection alone
   */
  changesTogether<Item, Result>(
    setUp: readonly string[],
    run: ForMany<Item, Result>,
  ): (item: Item) => Promise<Result> {
    // Before all that may need it, for turns are taken in order.
    void this.turns.take(
      async (_, statements) => {
        for (const statement of setUp) await statements.all(statement);
      },
      { changes: 0, isAlone: true },
    );
    const many = (items: readonly Item[]) =>
      this.turns.take((_, statements) => run(statements, items), { changes: items.length, isAlone: true });
    const batch = new Batch<Item, Result>(many, { lanes: 1, size: CHANGE_TOGETHER, isPatient: true });
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
    while (this.waiting > 0 || this.turns.isRunning) await new Promise(resolve => setImmediate(resolve));
    await this.checkpoints?.close();
    this.marker?.lift();
    await this.statements.reader.finalize();
    await this.statements.writer.finalize();
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
    this.marker?.putBackIfInUse();
  }

  private readonly copyRest = () =>
    this.turns.take((_, statements) => statements.all(CHECKPOINT), { changes: 0, isAlone: true });

  private refuseTooMany(): void {
    if (this.waiting >= MAX_WAITING) throw new StorageFault('storage busy');
  }
}
