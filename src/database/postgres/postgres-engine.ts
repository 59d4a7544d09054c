import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { BatchQueue } from '../batch-queue';
import type { Engine, ForMany, Work } from '../engine';
import type { Leadership } from './leadership';
import { asConnectionFault, asDoubt, asStorageFault, isLost, isWorthAnotherTry } from './postgres-faults';
import { PostgresStatements, PreparedTexts } from './postgres-statements';

/** Tries of a transaction that loses against a concurrent one. */
const TRIES = 3;

const READS = { concurrency: 2, size: 32 };
const WRITES = { concurrency: 2, size: 256, regroups: true };

/** A connection of the pool. */
interface Connection {
  readonly client: PoolClient;
  readonly runner: QueryRunner;
  readonly statements: PostgresStatements;
}

/**
 * Reads and changes run concurrently, each on a connection of a pool. Changes have a separate pool, so that waiting for a
 * lock does not hold up reads. A connection on which the server did not answer is closed: its next user would wait for the
 * same.
 */
export class PostgresEngine implements Engine {
  readonly name = 'postgres';
  private readonly texts = new PreparedTexts();
  private readonly queues: { readonly pending: number }[] = [];
  private transactions = 0;

  constructor(
    private readonly writers: DataSource,
    private readonly readers: DataSource,
    private readonly leadership: Leadership,
  ) {}

  get waiting(): number {
    return this.queues.reduce((sum, { pending }) => sum + pending, this.transactions);
  }

  get leads(): boolean {
    return this.leadership.isHeld;
  }

  lead(): Promise<boolean> {
    return this.leadership.seek();
  }

  read<T>(work: Work<T>): Promise<T> {
    return this.connected(this.readers, ({ runner, statements }) => work(runner.manager, statements));
  }

  batchReads<Item, Result>(run: ForMany<Item, Result>): (item: Item) => Promise<Result> {
    return new BatchQueue<Item, Result>(items => this.read((_, statements) => run(statements, items)), READS)
      .add;
  }

  async write<T>(work: Work<T>): Promise<T> {
    this.transactions += 1;
    try {
      return await this.change(connection => inTransaction(connection, work));
    } finally {
      this.transactions -= 1;
    }
  }

  batchWrites<Item, Result>(_: unknown, run: ForMany<Item, Result>): (item: Item) => Promise<Result> {
    const queue = new BatchQueue<Item, Result>(
      items => this.change(({ statements }) => asTransaction(() => run(statements, items))),
      WRITES,
    );
    this.queues.push(queue);
    return queue.add;
  }

  refuseLost(): Promise<void> {
    // The server takes care of its files.
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.leadership.giveUp();
    await this.readers.destroy();
    await this.writers.destroy();
  }

  private async change<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.connected(this.writers, work);
      } catch (error) {
        if (tries === TRIES || !isWorthAnotherTry(error)) throw error;
      }
    }
  }

  /** @throws StorageFault */
  private async connected<T>(pool: DataSource, work: (connection: Connection) => Promise<T>): Promise<T> {
    const runner = pool.createQueryRunner();
    const client = await connect(runner);
    try {
      return await work({ client, runner, statements: new PostgresStatements(client, this.texts) });
    } catch (error) {
      if (isLost(error)) void client.end();
      throw asStorageFault(error);
    } finally {
      await runner.release();
    }
  }
}

async function connect(runner: QueryRunner): Promise<PoolClient> {
  try {
    return (await runner.connect()) as PoolClient;
  } catch (error) {
    throw asConnectionFault(error);
  }
}

async function inTransaction<T>({ client, runner, statements }: Connection, work: Work<T>): Promise<T> {
  await statements.command('BEGIN');
  try {
    const value = await work(runner.manager, statements);
    // If a statement failed and `work` caught the error, the server answers COMMIT with ROLLBACK.
    const done = await asTransaction(() => statements.command('COMMIT'));
    if (done !== 'COMMIT')
      throw new Error('a change went on although one of its statements had failed: nothing of it was kept');
    return value;
  } catch (error) {
    // If it cannot be rolled back, the server does so when the connection is closed.
    if (!isLost(error)) await statements.command('ROLLBACK').catch(() => void client.end());
    throw error;
  }
}

/** Sends what commits. @throws StorageFault `outcome unknown` if no answer comes */
async function asTransaction<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw asDoubt(error);
  }
}
