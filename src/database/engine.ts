import type { EntityManager } from 'typeorm';
import type { BatchLimits } from './batch';
import type { EngineName, Statements } from './statements';

/** What is done on a connection, by TypeORM and by statements prepared once. */
export type Work<T> = (manager: EntityManager, statements: Statements) => Promise<T>;

/** How one kind of database opens connections, and makes changes whole. What it throws of its own is a StorageFault. */
export interface Engine {
  readonly name: EngineName;
  /** How what is asked for at the same time is put together. */
  readonly batches: { readonly reads: BatchLimits; readonly changes: BatchLimits };
  /** Changes under way or waiting for their turn. */
  readonly waiting: number;

  /** Whether this node is the leader, as far as it knows. */
  readonly leads: boolean;

  /** Makes this node the leader where there is none; answers whether it is. Never throws. */
  lead(): Promise<boolean>;
  /** Reads what is committed. */
  read<T>(work: Work<T>): Promise<T>;
  /** The same for one look-up that nobody else has part in. */
  readAlone<T>(work: Work<T>): Promise<T>;
  /** Runs `work` as one transaction; it may be run again. */
  write<T>(work: Work<T>): Promise<T>;
  /** Runs one statement that makes so many changes, and is a transaction by itself. */
  writeAlone<T>(work: Work<T>, changes: number): Promise<T>;
  /** @throws StorageFault where changes cannot be kept, as far as that can be told without making one */
  refuseLost(): Promise<void>;
  /** Statements for the connection that writes, where there is one alone. */
  setUpWriter(statements: readonly string[]): void;
  /** After the last change. */
  close(): Promise<void>;
}
