import sqlite3 from 'sqlite3';

/** Pages of the log at which it is copied: some 30 MB. By then most pages have been written several times. */
const COPY_AT = 8000;
/** The length of the log is looked up after this many changes. Each writes two to twelve pages. */
const ASK_AFTER = 500;
/** Pages that even a slow disk copies within some milliseconds. */
const FEW = 50;
const MOST_PASSES = 5;

/** Copies what it can without waiting for a lock. */
export const CHECKPOINT = 'PRAGMA wal_checkpoint(PASSIVE)';

/**
 * Copies the write-ahead log into the file, on a separate connection and so on another thread. SQLite would do it within
 * the commit that fills the log, and delay that change.
 */
export class LogCheckpoints {
  private changes = 0;
  private atWork: Promise<void> | undefined;

  private constructor(private readonly connection: sqlite3.Database) {}

  /** Wraps each copy: `FileWatch` has to know when one runs. */
  around: (copy: () => Promise<void>) => Promise<void> = copy => copy();

  static open(file: string): Promise<LogCheckpoints> {
    return new Promise((resolve, reject) => {
      const connection: sqlite3.Database = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, error =>
        error ? reject(error) : resolve(new LogCheckpoints(connection)),
      );
    });
  }

  /**
   * Counts committed changes.
   * @param finish copies the rest between two commits: only then does SQLite restart the log
   */
  count(changes: number, finish: () => Promise<unknown>): void {
    this.changes += changes;
    if (this.changes < ASK_AFTER || this.atWork) return;
    this.changes = 0;
    this.atWork = this.copyWhenLong(finish).finally(() => (this.atWork = undefined));
  }

  /** The current state of the log. */
  readonly pages = (): Promise<Pages> => this.ask('PRAGMA wal_checkpoint(NOOP)');

  /** Copies at once all that SQLite has of the log. Returns whether nothing is left to copy. */
  async copyAll(): Promise<boolean> {
    const { log, checkpointed } = await this.ask(CHECKPOINT);
    return log >= 0 && log === checkpointed;
  }

  async close(): Promise<void> {
    await this.atWork;
    await new Promise(resolve => this.connection.close(resolve));
  }

  /**
   * The log grows while it is copied, so it is copied again until little is left for the last step, which holds up all
   * changes. What fails is tried again later: nothing is lost, and SQLite copies the log when the file is closed.
   */
  private async copyWhenLong(finish: () => Promise<unknown>): Promise<void> {
    if ((await this.pages()).log < COPY_AT) return;
    await this.around(() => this.copy(finish));
  }

  private async copy(finish: () => Promise<unknown>): Promise<void> {
    let { log, checkpointed } = await this.pages();
    for (let pass = 0; pass < MOST_PASSES && log - checkpointed > FEW; pass += 1) {
      await this.ask(CHECKPOINT);
      ({ log, checkpointed } = await this.pages());
    }
    await finish().catch(() => undefined);
  }

  /** Zeros if SQLite cannot answer now. */
  private ask(pragma: string): Promise<Pages> {
    return new Promise(resolve => {
      this.connection.get<Pages | undefined>(pragma, (_, row) => resolve(row ?? { log: 0, checkpointed: 0 }));
    });
  }
}

/** `log`: pages in the log; `checkpointed`: how many of them are in the file as well. */
export interface Pages {
  readonly log: number;
  readonly checkpointed: number;
}
