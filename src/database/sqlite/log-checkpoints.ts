import sqlite3 from 'sqlite3';

/** Pages of the log at which it is copied: some 30 MB, in which most pages have been written several times. */
const COPY_AT = 8000;
/** Changes after which it is asked how long the log is: each writes two pages to twelve. */
const ASK_AFTER = 500;
/** Pages that are copied within some milliseconds, on a slow disk too. */
const FEW = 50;
const MOST_PASSES = 5;

/** Copies what it can, waits for nobody. */
export const CHECKPOINT = 'PRAGMA wal_checkpoint(PASSIVE)';

/**
 * Copies the write-ahead log into the file, on a connection and so a thread of its own. SQLite would do so within the
 * commit that fills the log, and whoever waits for a change would wait for that.
 */
export class LogCheckpoints {
  private changes = 0;
  private atWork: Promise<void> | undefined;

  private constructor(private readonly connection: sqlite3.Database) {}

  /** What is told of each copy, while it is made. */
  around: (copy: () => Promise<void>) => Promise<void> = copy => copy();

  static open(file: string): Promise<LogCheckpoints> {
    return new Promise((resolve, reject) => {
      const connection: sqlite3.Database = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, error =>
        error ? reject(error) : resolve(new LogCheckpoints(connection)),
      );
    });
  }

  /**
   * Counts changes that were committed.
   * @param finish copies between two commits what came while the rest was copied: only then is the log begun anew
   */
  count(changes: number, finish: () => Promise<unknown>): void {
    this.changes += changes;
    if (this.changes < ASK_AFTER || this.atWork) return;
    this.changes = 0;
    this.atWork = this.copyWhenLong(finish).finally(() => (this.atWork = undefined));
  }

  /** As they are now. */
  readonly pages = (): Promise<Pages> => this.ask('PRAGMA wal_checkpoint(NOOP)');

  /** Copies all that SQLite has of the log, at once. Answers whether nothing is left to copy. */
  async copyAll(): Promise<boolean> {
    const { log, checkpointed } = await this.ask(CHECKPOINT);
    return log >= 0 && log === checkpointed;
  }

  async close(): Promise<void> {
    await this.atWork;
    await new Promise(resolve => this.connection.close(resolve));
  }

  /**
   * While the log is copied it grows, the less the sooner that is done: the last step, for which all changes wait, finds
   * little left. What fails is tried again later: the log has it all, and SQLite copies it when the file is closed.
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

  /** How many pages the log has, and how many of them are copied; none where that cannot be told now. */
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
