import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseRefused } from '../database-refused';

/** A problem has to persist for two seconds, which is also the longest wait for a lock. */
const LOOKS = 40;
const BETWEEN_LOOKS_MS = 50;

/** What the next start finds in the marker. */
interface Note {
  /** The inode of the file. */
  readonly file?: string;
  /** The write-ahead log has been written to. */
  readonly written?: boolean;
  /** Why the file must not be used any more. */
  readonly harm?: string;
}

/**
 * A small file that exists beside the database while it is open. If a start finds it, the last process was killed. Then the
 * write-ahead log must be there, together with the file that it belongs to. Otherwise acknowledged changes would be missing,
 * or mixed with those of another file, and SQLite would not notice.
 */
export class FileMarker {
  private readonly path: string;

  constructor(private readonly file: string) {
    this.path = `${file}-open`;
  }

  /**
   * While other processes open and close the file, the marker may not fit the log for a moment. That passes; what a killed
   * process has left stays.
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

  /** Restores the marker if it was removed, with the same inode: the file that is there now may be another one. */
  keep(): void {
    this.write(this.note());
  }

  /** From now on, an empty log was emptied by somebody else. */
  noteWritten(): void {
    this.write({ ...this.note(), written: true });
  }

  noteHarm(problem: string): void {
    this.write({ ...this.note(), harm: problem });
  }

  /** Removes the marker. Called before closing: SQLite then removes the log. */
  lift(): void {
    rmSync(this.path, { force: true });
  }

  /** After closing. A log that still exists belongs to another process, which may be closing at this moment. */
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
      // No marker, or the empty one of an earlier version.
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
