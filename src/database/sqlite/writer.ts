import type { DataSource, EntityManager } from 'typeorm';
import type { Work } from '../engine';
import { Mutex } from '../mutex';
import type { FileGuard } from './file-guard';
import { asStorageFault } from './sqlite-faults';
import type { SqliteStatements } from './sqlite-statements';

/** A transaction commits after this time. What is left goes into the next one. */
const TRANSACTION_MS = 20;

/** Returns what a work has returned, or throws what it has thrown. */
export type Outcome = () => unknown;

/** The one connection that writes. Lock `mutex` before using it. */
export class Writer {
  readonly mutex = new Mutex();

  constructor(
    readonly source: DataSource,
    readonly statements: SqliteStatements,
    private readonly onCommit: (changes: number) => void,
    private readonly guard?: FileGuard,
  ) {}

  /** Runs one statement, which is a transaction without BEGIN and COMMIT. @throws StorageFault, or what `work` throws */
  async statement<T>(work: Work<T>, changes: number): Promise<T> {
    try {
      await this.guard?.refuseLost();
      const value = await work(this.source.manager, this.statements);
      await this.guard?.confirm();
      this.onCommit(changes);
      return value;
    } catch (error) {
      throw asStorageFault(error);
    }
  }

  /**
   * Runs works one after the other in one transaction, for as many as there is time. If there are several, each has a
   * savepoint: one that fails is undone alone.
   * @returns the outcomes, as soon as they are on disk
   * @throws StorageFault, or what a single work throws
   */
  async transaction(works: readonly Work<unknown>[]): Promise<Outcome[]> {
    try {
      await this.guard?.refuseLost();
      // Plain BEGIN takes the lock at the first write, and then fails if another process wrote meanwhile.
      await this.statements.all('BEGIN IMMEDIATE');
      const outcomes = await this.commit(works);
      await this.guard?.confirm();
      this.onCommit(outcomes.length);
      return outcomes;
    } catch (error) {
      throw asStorageFault(error);
    }
  }

  private async commit(works: readonly Work<unknown>[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    try {
      const beganMs = performance.now();
      const { manager } = this.source.createQueryRunner();
      for (const work of works) {
        outcomes.push(
          await (works.length === 1 ? this.run(work, manager) : this.runInSavepoint(work, manager)),
        );
        if (performance.now() - beganMs > TRANSACTION_MS) break;
      }
      await this.statements.all('COMMIT');
      return outcomes;
    } catch (error) {
      await this.rollBack();
      throw error;
    }
  }

  private async run(work: Work<unknown>, manager: EntityManager): Promise<Outcome> {
    const value = await work(manager, this.statements);
    return () => value;
  }

  private async runInSavepoint(work: Work<unknown>, manager: EntityManager): Promise<Outcome> {
    await this.statements.all('SAVEPOINT work');
    try {
      const outcome = await this.run(work, manager);
      await this.statements.all('RELEASE work');
      return outcome;
    } catch (error) {
      await this.statements.all('ROLLBACK TO work');
      await this.statements.all('RELEASE work');
      return () => {
        throw asStorageFault(error);
      };
    }
  }

  /** After some faults, such as a full disk, SQLite has already rolled back. */
  private async rollBack(): Promise<void> {
    try {
      await this.statements.all('ROLLBACK');
    } catch (error) {
      if (!String(error).includes('no transaction is active')) throw error;
    }
  }
}
