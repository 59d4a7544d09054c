import type { DataSource } from 'typeorm';
import type { Engine, Work } from '../engine';
import type { FileGuard } from './file-guard';
import type { FileMarker } from './file-marker';
import { CHECKPOINT, type LogCheckpoints } from './log-checkpoints';
import { asStorageFault } from './sqlite-faults';
import { SqliteStatements } from './sqlite-statements';
import { WriterTurns } from './writer-turns';

/** What a file takes that a database in memory does not. */
export interface FileParts {
  readonly marker: FileMarker;
  readonly checkpoints: LogCheckpoints;
  readonly guard: FileGuard;
  /** Kept by the service, and by no command beside it. */
  readonly lock: { release(): Promise<void> } | undefined;
}

/**
 * TypeORM has one connection per SQLite data source, on which concurrent transactions would interleave and reads would
 * see work that is not committed. So every change takes its turn on one connection, whole and alone, and reads go
 * through another that can do nothing else.
 */
export class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly batches = {
    // One reads while the next is gathered; of few, so that they are answered and saved while the next are read.
    reads: { lanes: 2, size: 16 },
    // They wait for the disk together, and take some milliseconds.
    changes: { lanes: 1, size: 256, isPatient: true },
  };
  /** The one process that is meant to use the file. */
  readonly leads = true;
  private readonly turns: WriterTurns;
  private readonly statements: { readonly writer: SqliteStatements; readonly reader: SqliteStatements };

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly file?: FileParts,
  ) {
    const statements = new SqliteStatements(writer);
    this.statements = {
      writer: statements,
      reader: reader === writer ? statements : new SqliteStatements(reader),
    };
    this.turns = new WriterTurns(
      writer,
      statements,
      changes => file?.checkpoints.count(changes, this.copyRest),
      file?.guard,
    );
  }

  get waiting(): number {
    return this.turns.waiting;
  }

  lead(): Promise<boolean> {
    return Promise.resolve(this.leads);
  }

  async read<T>(work: Work<T>): Promise<T> {
    // A database in memory has one connection alone, so that its reads take their turn as well.
    if (this.reader === this.writer) return this.turns.take(work);
    try {
      return await work(this.reader.manager, this.statements.reader);
    } catch (error) {
      throw asStorageFault(error);
    }
  }

  /** The pages that the writer has read or written stay with it; the reader forgets all of its own at each commit. */
  readAlone<T>(work: Work<T>): Promise<T> {
    if (this.turns.isRunning) return this.read(work);
    return this.turns.take(work, { changes: 0, isAlone: true });
  }

  write<T>(work: Work<T>): Promise<T> {
    return this.turns.take(work);
  }

  async refuseLost(): Promise<void> {
    await this.file?.guard.refuseLost();
  }

  writeAlone<T>(work: Work<T>, changes: number): Promise<T> {
    return this.turns.take(work, { changes, isAlone: true });
  }

  /** Before all that may need it, for turns are taken in order. */
  setUpWriter(setUp: readonly string[]): void {
    void this.writeAlone(async (_, statements) => {
      for (const statement of setUp) await statements.all(statement);
    }, 0);
  }

  async close(): Promise<void> {
    while (this.waiting > 0 || this.turns.isRunning) await new Promise(resolve => setImmediate(resolve));
    const { marker, checkpoints, guard, lock } = this.file ?? {};
    // SQLite would write to files that are no longer ours, and remove them.
    if (guard?.isToBeLeft) return lock?.release();
    await checkpoints?.close();
    guard?.close();
    marker?.lift();
    await this.statements.reader.finalize();
    await this.statements.writer.finalize();
    if (this.reader !== this.writer) await this.reader.destroy();
    await this.writer.destroy();
    marker?.putBackIfInUse();
    await lock?.release();
  }

  private readonly copyRest = () => this.writeAlone((_, statements) => statements.all(CHECKPOINT), 0);
}
