import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Engine, Work } from '../engine';
import type { Leadership } from './leadership';
import { asConnectionFault, asDoubt, asStorageFault, isLost, isWorthAnotherTry } from './postgres-faults';
import { PostgresStatements, PreparedTexts } from './postgres-statements';

/** Tries of a change in all, where others were faster. */
const TRIES = 3;

/** A connection of the pool. */
interface Connection {
  readonly client: PoolClient;
  readonly runner: QueryRunner;
  readonly statements: PostgresStatements;
}

/**
 * Reads and changes run side by side, each on a connection of a pool. Changes have a pool of their own, so that those
 * that wait for a lock leave reads alone. A connection on which the server did not answer
 * is closed, as whoever had it next would wait for the same.
 */
export class PostgresEngine implements Engine {
  readonly name = 'postgres';
  readonly batches = {
    reads: { lanes: 2, size: 32 },
    changes: { lanes: 2, size: 256, isPatient: true },
  };
  private readonly texts = new PreparedTexts();
  private changes = 0;

  constructor(
    private readonly writers: DataSource,
    private readonly readers: DataSource,
    private readonly leadership: Leadership,
  ) {}

  get waiting(): number {
    return this.changes;
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

  readAlone<T>(work: Work<T>): Promise<T> {
    return this.read(work);
  }

  write<T>(work: Work<T>): Promise<T> {
    return this.change(1, connection => inTransaction(connection, work));
  }

  writeAlone<T>(work: Work<T>, changes: number): Promise<T> {
    return this.change(changes, async ({ runner, statements }) => {
      try {
        return await work(runner.manager, statements);
      } catch (error) {
        throw asDoubt(error);
      }
    });
  }

  refuseLost(): Promise<void> {
    // The server sees to its files.
    return Promise.resolve();
  }

  setUpWriter(): void {
    // Any connection writes, and none is set up for it.
  }

  async close(): Promise<void> {
    await this.leadership.giveUp();
    await this.readers.destroy();
    await this.writers.destroy();
  }

  private async change<T>(changes: number, make: (connection: Connection) => Promise<T>): Promise<T> {
    this.changes += changes;
    try {
      for (let tries = 1; ; tries += 1) {
        try {
          return await this.connected(this.writers, make);
        } catch (error) {
          if (tries === TRIES || !isWorthAnotherTry(error)) throw error;
        }
      }
    } finally {
      this.changes -= changes;
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
    // A statement that failed has ended the transaction, whoever caught it; then this is answered by a ROLLBACK.
    if ((await commit(statements)) !== 'COMMIT')
      throw new Error('a change went on although one of its statements had failed: nothing of it was kept');
    return value;
  } catch (error) {
    // Where it cannot be taken back, the server does it as soon as the connection is closed.
    if (!isLost(error)) await statements.command('ROLLBACK').catch(() => void client.end());
    throw error;
  }
}

/** @throws StorageFault where no answer came: the server has made it final, or not */
async function commit(statements: PostgresStatements): Promise<string> {
  try {
    return await statements.command('COMMIT');
  } catch (error) {
    throw asDoubt(error);
  }
}
