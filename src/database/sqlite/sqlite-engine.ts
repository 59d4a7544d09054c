import type { DataSource } from 'typeorm';
import { BatchQueue } from '../batch-queue';
import type { Engine, ForMany, Work } from '../engine';
import type { FileGuard } from './file-guard';
import type { FileMarker } from './file-marker';
import { CHECKPOINT, type LogCheckpoints } from './log-checkpoints';
import { asStorageFault } from './sqlite-faults';
import { SqliteStatements } from './sqlite-statements';
import { type Outcome, Writer } from './writer';

/** What a file needs and a database in memory does not. */
export interface FileParts {
  readonly marker: FileMarker;
  readonly checkpoints: LogCheckpoints;
  readonly guard: FileGuard;
  /** Held by the service, and not by commands. */
  readonly lock: { release(): Promise<void> } | undefined;
}

/** While one batch is read, the next one is collected. Small batches are answered and saved while the next are read. */
const READS = { concurrency: 2, size: 16 };
/** They wait for the disk together. */
const STATEMENTS = { concurrency: 1, size: 256, regroups: true };
const TRANSACTIONS = { concurrency: 1, size: Infinity, beginsAtOnce: true };

/**
 * TypeORM has one connection per SQLite data source, on which concurrent transactions would interleave and reads would
 * see uncommitted work. So changes wait in queues for the one connection that writes, and reads use another connection,
 * which is read-only.
 */
export class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  /** Only one process is meant to use the file. */
  readonly leads = true;
  private readonly writer: Writer;
  private readonly readerStatements: SqliteStatements;
  private readonly transactions: BatchQueue<Work<unknown>, Outcome>;
  private readonly queues: { readonly pending: number }[] = [];

  constructor(
    writer: DataSource,
    private readonly reader: DataSource,
    private readonly file?: FileParts,
  ) {
    const onCommit = (changes: number) => file?.checkpoints.count(changes, this.finishCheckpoint);
    this.writer = new Writer(writer, new SqliteStatements(writer), onCommit, file?.guard);
    this.readerStatements = reader === writer ? this.writer.statements : new SqliteStatements(reader);
    this.transactions = new BatchQueue(works => this.writer.transaction(works), {
      ...TRANSACTIONS,
      mutex: this.writer.mutex,
    });
    this.queues.push(this.transactions);
  }

  get waiting(): number {
    return this.queues.reduce((sum, { pending }) => sum + pending, 0);
  }

  lead(): Promise<boolean> {
    return Promise.resolve(this.leads);
  }

  async read<T>(work: Work<T>): Promise<T> {
    // A database in memory has only one connection, so its reads are queued as well.
    if (this.reader === this.writer.source) return this.write(work);
    try {
      return await work(this.reader.manager, this.readerStatements);
    } catch (error) {
      throw asStorageFault(error);
    }
  }

  batchReads<Item, Result>(run: ForMany<Item, Result>): (item: Item) => Promise<Result> {
    return new BatchQueue<Item, Result>(items => {
      const work: Work<readonly Result[]> = (_, statements) => run(statements, items);
      return items.length === 1 ? this.readOne(work) : this.read(work);
    }, READS).add;
  }

  async write<T>(work: Work<T>): Promise<T> {
    const outcome = await this.transactions.add(work);
    return outcome() as T;
  }

  batchWrites<Item, Result>(
    setUp: readonly string[],
    run: ForMany<Item, Result>,
  ): (item: Item) => Promise<Result> {
    const { mutex, statements } = this.writer;
    // Runs before all statements that need it: the mutex is granted in order.
    void mutex.run(async () => {
      for (const statement of setUp) await statements.all(statement);
    });
    const queue = new BatchQueue<Item, Result>(
      items => this.writer.statement((_, each) => run(each, items), items.length),
      { ...STATEMENTS, mutex },
    );
    this.queues.push(queue);
    return queue.add;
  }

  async refuseLost(): Promise<void> {
    await this.file?.guard.refuseLost();
  }

  async close(): Promise<void> {
    const { source, mutex, statements } = this.writer;
    await mutex.run(() => Promise.resolve());
    const { marker, checkpoints, guard, lock } = this.file ?? {};
    // SQLite would write to files that are no longer ours, and remove them.
    if (guard?.isToBeLeft) return lock?.release();
    await checkpoints?.close();
    guard?.close();
    marker?.lift();
    await this.readerStatements.finalize();
    await statements.finalize();
    if (this.reader !== source) await this.reader.destroy();
    await source.destroy();
    marker?.putBackIfInUse();
    await lock?.release();
  }

  /** Uses the idle writer: its page cache stays valid, while each commit makes the reader drop its own. */
  private async readOne<T>(work: Work<T>): Promise<T> {
    const { source, mutex, statements } = this.writer;
    if (mutex.isLocked) return this.read(work);
    try {
      return await mutex.run(() => work(source.manager, statements));
    } catch (error) {
      throw asStorageFault(error);
    }
  }

  private readonly finishCheckpoint = () => {
    const { mutex, statements } = this.writer;
    return mutex.run(() => statements.all(CHECKPOINT));
  };
}
