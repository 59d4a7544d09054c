import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseRefused } from '../database-refused';

/** For so long, two seconds, a problem has to stay: as long as is waited for a lock. */
const LOOKS = 40;
const BETWEEN_LOOKS_MS = 50;

/** What the marker tells the next start. */
interface Note {
  /** The number of the file in its file system. */
  readonly file?: string;
  /** The write-ahead log has been written to. */
  readonly written?: boolean;
  /** Why the file is not to be used any more. */
  readonly harm?: string;
}

/**
 * Stands beside the file while it is open. When it is found at a start, the last run was cut off, and its write-ahead
 * log must be there, with the file that it belongs to: else acknowledged changes would be missing, or mixed up with those of
 * another file, and SQLite would not notice.
 */
export class FileMarker {
  private readonly path: string;

  constructor(private readonly file: string) {
    this.path = `${file}-open`;
  }

  /**
   * While others open and close the file, the marker of one may stand beside the log of another, or where SQLite has just
   * removed it. That passes; what a run that was cut off has left stays as it is.
   * @throws DatabaseRefused
   */
  async refuseDoubtful(): Promise<void> {
    let problem = this.problem();
    for (let looks = 1; problem !== undefined && looks < LOOKS; looks += 1) {
      await wait(BETWEEN_LOOKS_MS);
      problem = this.problem();
    }
    if (problem !== undefined) throw new DatabaseRefused(this.file, problem);
  }

  put(): void {
    this.write({ ...this.note(), file: this.fileNumber() ?? this.note().file });
  }

  /** Puts it back where it was removed; what it tells stays, for the file that is there now may be another. */
  keep(): void {
    this.write(this.note());
  }

  /** From here on, an empty log is one that was emptied. */
  noteWritten(): void {
    this.write({ ...this.note(), written: true });
  }

  noteHarm(problem: string): void {
    this.write({ ...this.note(), harm: problem });
  }

  /** Before closing: from here on, SQLite removes the log itself. */
  lift(): void {
    rmSync(this.path, { force: true });
  }

  /** After closing: a log that is there still belongs to another process, which may be closing at the same moment. */
  putBackIfInUse(): void {
    const size = this.logSize();
    if (size !== undefined) {
      this.write({ file: this.fileNumber(), written: size > 0 });
      if (existsSync(`${this.file}-wal`)) return;
    }
    this.lift();
  }

  private problem(): string | undefined {
    if (!existsSync(this.path)) return undefined;
    const { file, written, harm } = this.note();
    const [log, rest] = [`${this.file}-wal`, `${this.file}-wal, ${this.file}-shm and ${this.path}`];
    if (harm !== undefined)
      return `${harm} while it was in use: put a backup in its place, and remove ${rest}`;
    const logSize = this.logSize();
    if (logSize === undefined || (logSize === 0 && written))
      return (
        `was not closed and its write-ahead log ${logSize === 0 ? 'was emptied' : 'is gone'}: ` +
        `restore ${log} or a backup; to go on without the last changes, remove ${this.path}`
      );
    if (logSize === 0 || file === undefined || file === this.fileNumber()) return undefined;
    return (
      `is another file than the one that ${log} belongs to: put that file back; to go on with this one, remove ${rest}; ` +
      `where all of them were copied here together, remove ${this.path} alone`
    );
  }

  private note(): Note {
    try {
      return JSON.parse(readFileSync(this.path, 'utf8')) as Note;
    } catch {
      // None, or one of an earlier version, which was empty.
      return {};
    }
  }

  private write(note: Note): void {
    writeFileSync(this.path, JSON.stringify(note), { mode: 0o600 });
  }

  private fileNumber(): string | undefined {
    return statSync(this.file, { bigint: true, throwIfNoEntry: false })?.ino.toString();
  }

  private logSize(): number | undefined {
    return statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size;
  }
}
