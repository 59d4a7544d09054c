import type { EntityManager } from 'typeorm';
import type { EngineName, Statements } from './statements';

/** What is done on a connection, by TypeORM and by prepared statements. */
export type Work<T> = (manager: EntityManager, statements: Statements) => Promise<T>;

/** Does the same for many items at once: returns a result for each, in order. */
export type ForMany<Item, Result> = (
  statements: Statements,
  items: readonly Item[],
) => Promise<readonly Result[]>;

/** How one kind of database opens connections and runs transactions. Faults of the storage are thrown as StorageFault. */
export interface Engine {
  readonly name: EngineName;
  /** Changes that run or wait. */
  readonly waiting: number;
  /** Whether this node is the leader, as far as it knows. */
  readonly leads: boolean;

  /** Makes this node the leader if there is none; returns whether it is. Never throws. */
  lead(): Promise<boolean>;
  /** Reads committed data. */
  read<T>(work: Work<T>): Promise<T>;
  /** Reads for all callers of the same moment at once. */
  batchReads<Item, Result>(run: ForMany<Item, Result>): (item: Item) => Promise<Result>;
  /** Runs `work` as one transaction; it may run again. */
  write<T>(work: Work<T>): Promise<T>;
  /**
   * Writes for all callers of the same moment at once. `run` is one statement, and so one transaction.
   * @param setUp statements for the connection that writes, if there is only one
   */
  batchWrites<Item, Result>(
    setUp: readonly string[],
    run: ForMany<Item, Result>,
  ): (item: Item) => Promise<Result>;
  /** @throws StorageFault if changes cannot be kept, as far as that shows without making one */
  refuseLost(): Promise<void>;
  /** After the last change. */
  close(): Promise<void>;
}
