import type { EntityManager } from 'typeorm';
import type { EngineName, Statements } from './statements';

/** What is done on a connection, by TypeORM and by prepared statements. */
export type Work<T> = (manager: EntityManager, statements: Statements) => Promise<T>;

/** Does the same for many items at once: returns a result for each, in order. */
export type ForMany<Item, Result> = (
  statements: Statements,
  items: readonly Item[],
) => Promise<readonly Result[]>;

/**
 * What one kind of database does for `Database`, which says what each member promises. Faults of the storage are thrown as
 * StorageFault.
 */
export interface Engine {
  readonly name: EngineName;
  readonly waiting: number;
  readonly leads: boolean;

  /** Never throws. */
  lead(): Promise<boolean>;
  read<T>(work: Work<T>): Promise<T>;
  batchReads<Item, Result>(run: ForMany<Item, Result>): (item: Item) => Promise<Result>;
  write<T>(work: Work<T>): Promise<T>;
  /** `run` is one statement, and so one transaction. */
  batchWrites<Item, Result>(
    setUp: readonly string[],
    run: ForMany<Item, Result>,
  ): (item: Item) => Promise<Result>;
  /** @throws StorageFault if changes cannot be kept, as far as that shows without making one */
  refuseLost(): Promise<void>;
  /** After the last change. */
  close(): Promise<void>;
}
