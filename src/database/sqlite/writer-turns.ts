import type { DataSource, EntityManager } from 'typeorm';
import type { Work } from '../engine';
import type { Statements } from '../statements';
import type { FileGuard } from './file-guard';
import { asStorageFault } from './sqlite-faults';

/** A change that waits for its turn. How it ended is told when it is on disk, or surely is not. */
interface Turn {
  readonly make: Work<unknown>;
  readonly changes: number;
  readonly isAlone: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** After so many milliseconds a transaction is put on disk, and what still waits is made in the next. */
const TOGETHER_MS = 20;

/**
 * The turns of changes on the one connection that writes. Those that wait when a transaction begins are made in it, one
 * after the other and each within a savepoint: they wait for the disk together, and one that fails fails alone.
 */
export class WriterTurns {
  private readonly turns: Turn[] = [];
  private changes = 0;
  private isUnderWay = false;

  constructor(
    private readonly writer: DataSource,
    private readonly statements: Statements,
    private readonly onCommit: (changes: number) => void,
    private readonly guard?: FileGuard,
  ) {}

  /** Changes under way or waiting. */
  get waiting(): number {
    return this.changes;
  }

  get isRunning(): boolean {
    return this.isUnderWay;
  }

  /**
   * Resolves when what `make` has done is on disk.
   * @param options `changes`: how many it makes. `isAlone`: it is one statement, which is a transaction by itself
   * @throws StorageFault, or what `make` throws; then there is nothing of it
   */
  async take<T>(make: Work<T>, { changes = 1, isAlone = false } = {}): Promise<T> {
    this.changes += changes;
    try {
      const taken = new Promise<unknown>((resolve, reject) =>
        this.turns.push({ make, changes, isAlone, resolve, reject }),
      );
      if (!this.isUnderWay) void this.runAll();
      return (await taken) as T;
    } finally {
      this.changes -= changes;
    }
  }

  private async runAll(): Promise<void> {
    this.isUnderWay = true;
    while (this.turns.length > 0) {
      const alone = this.turns.findIndex(({ isAlone }) => isAlone);
      const turns = this.turns.splice(0, alone < 0 ? this.turns.length : Math.max(alone, 1));
      try {
        if (alone === 0) await this.makeAlone(turns);
        else this.turns.unshift(...(await this.makeTogether(turns)));
      } catch (error) {
        for (const { reject } of turns) reject(asStorageFault(error));
      }
    }
    this.isUnderWay = false;
  }

  private async makeAlone(turns: readonly Turn[]): Promise<void> {
    for (const { make, changes, resolve } of turns) {
      if (changes > 0) await this.guard?.refuseLost();
      const value = await make(this.writer.manager, this.statements);
      if (changes > 0) await this.guard?.confirm();
      resolve(value);
      if (changes > 0) this.onCommit(changes);
    }
  }

  /** Makes changes in one transaction and tells how they ended. Answers those for which there was no time. */
  private async makeTogether(turns: readonly Turn[]): Promise<readonly Turn[]> {
    try {
      await this.guard?.refuseLost();
      // Plain BEGIN takes the lock at the first write only, and then fails at once when another process wrote meanwhile.
      await this.statements.all('BEGIN IMMEDIATE');
    } catch (error) {
      // Each would wait as long again for a storage that is busy.
      for (const { reject } of turns) reject(asStorageFault(error));
      return [];
    }
    const endings: (() => void)[] = [];
    try {
      const beganMs = performance.now();
      const { manager } = this.writer.createQueryRunner();
      for (const turn of turns) {
        endings.push(await this.make(turn, manager, turns.length === 1));
        if (performance.now() - beganMs > TOGETHER_MS) break;
      }
      await this.statements.all('COMMIT');
    } catch (error) {
      await this.rollBack();
      if (turns.length > 1) for (const turn of turns) await this.makeTogether([turn]);
      else for (const { reject } of turns) reject(asStorageFault(error));
      return [];
    }
    try {
      await this.guard?.confirm();
    } catch (error) {
      for (const { reject } of turns) reject(error);
      return [];
    }
    for (const tell of endings) tell();
    this.onCommit(endings.length);
    return turns.slice(endings.length);
  }

  /** Makes one change of a transaction. Answers what tells how it ended. @throws what ends the whole transaction */
  private async make({ make, resolve, reject }: Turn, manager: EntityManager, isOnly: boolean) {
    if (isOnly) {
      const value = await make(manager, this.statements);
      return () => resolve(value);
    }
    await this.statements.all('SAVEPOINT turn');
    try {
      const value = await make(manager, this.statements);
      await this.statements.all('RELEASE turn');
      return () => resolve(value);
    } catch (error) {
      await this.statements.all('ROLLBACK TO turn');
      await this.statements.all('RELEASE turn');
      return () => reject(asStorageFault(error));
    }
  }

  /** SQLite has rolled back by itself after some faults, a full disk among them; then there is nothing left to undo. */
  private async rollBack(): Promise<void> {
    try {
      await this.statements.all('ROLLBACK');
    } catch (error) {
      if (!String(error).includes('no transaction is active')) throw error;
    }
  }
}
