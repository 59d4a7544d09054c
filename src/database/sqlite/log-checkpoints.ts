import sqlite3 from 'sqlite3';

/** Pages of the log at which it is copied: some 30 MB, in which most pages have been written several times. */
const COPY_AT = 8000;
/** What a commit writes as a rule, for itself and for each of its changes. */
const PAGES = { commit: 6, change: 2 };

/** Copies what it can, waits for nobody. */
export const CHECKPOINT = 'PRAGMA wal_checkpoint(PASSIVE)';

/**
 * Copies the write-ahead log into the file, on a connection and so a thread of its own. SQLite would do so within the
 * commit that fills the log, and whoever waits for a change would wait for that.
 */
export class LogCheckpoints {
  private pages = 0;
  private copying: Promise<void> | undefined;

  private constructor(private readonly connection: sqlite3.Database) {}

  static open(file: string): Promise<LogCheckpoints> {
    return new Promise((resolve, reject) => {
      const connection: sqlite3.Database = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, error =>
        error ? reject(error) : resolve(new LogCheckpoints(connection)),
      );
    });
  }

  /**
   * Counts a commit.
   * @param finish copies between two commits what came while the rest was copied: only then is the log begun anew
   */
  count(changes: number, finish: () => Promise<unknown>): void {
    this.pages += PAGES.commit + PAGES.change * changes;
    if (this.pages < COPY_AT || this.copying) return;
    this.pages = 0;
    this.copying = this.copy(finish).finally(() => (this.copying = undefined));
  }

  async close(): Promise<void> {
    await this.copying;
    await new Promise(resolve => this.connection.close(resolve));
  }

  /** What fails is tried again later: the log has it all, and SQLite copies it when the file is closed. */
  private async copy(finish: () => Promise<unknown>): Promise<void> {
    await new Promise(resolve => this.connection.all(CHECKPOINT, resolve));
    await finish().catch(() => undefined);
  }
}
