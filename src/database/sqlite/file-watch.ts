import { type BigIntStats, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { APPLICATION_ID } from './file-checks';
import type { Pages } from './log-checkpoints';
import { rawHeader } from './raw-header';

/**
 * What has become of the files. `moved`: another file, or none, has the name of the database. `log`: the write-ahead log or its
 * index is gone, and the database itself is still right. `harmed`: the file or its log was written to by somebody else.
 */
export interface Loss {
  readonly kind: 'moved' | 'log' | 'harmed';
  readonly problem: string;
}

/** Of the log: a header, then frames of a page each, every one with a header of its own. */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
/** The first three bytes of a log; the fourth tells the byte order of its checksums. */
const LOG_MAGIC = Buffer.from([0x37, 0x7f, 0x06]);

/** Another process that copies the log into the file says so only when it is done: it gets that long. */
const LOOKS = 40;
const BETWEEN_LOOKS_MS = 50;

/** Another process may begin or empty the log between two questions about it; a log that was cut off stays so. */
const LOG_LOOKS = 3;

/**
 * Looks whether the files that SQLite has open are still those that the next start will find. SQLite does not notice: it goes
 * on in a file that has no name any more. The database file itself is never opened here: closing it would drop the
 * locks that SQLite has on it.
 */
export class FileWatch {
  private readonly opened: Readonly<Record<'main' | 'log' | 'index', BigIntStats>>;
  private readonly log: number;
  private file: BigIntStats;
  private logSize = 0;
  private header = Buffer.alloc(LOG_HEADER);
  private copied = 0;
  private found: Loss | undefined;
  private isCopying = false;

  private constructor(
    private readonly path: string,
    private readonly pages: () => Promise<Pages>,
  ) {
    this.file = statSync(path, { bigint: true });
    this.log = openSync(`${path}-wal`, 'r');
    this.opened = {
      main: this.file,
      log: fstatSync(this.log, { bigint: true }),
      index: statSync(`${path}-shm`, { bigint: true }),
    };
    this.noteLog();
  }

  /**
   * @param path a file that SQLite has open, with its log
   * @param pages asks SQLite how long the log is, and how much of it is in the file
   */
  static async on(path: string, pages: () => Promise<Pages>): Promise<FileWatch> {
    const watch = new FileWatch(path, pages);
    await watch.noteFile();
    return watch;
  }

  /** Whether a change has been written to the log since it was emptied. */
  get hasLog(): boolean {
    return this.logSize > 0;
  }

  /** What is wrong, since a look has found it. It stays so, for nobody knows what happened in between. */
  async look(): Promise<Loss | undefined> {
    if (this.found) return this.found;
    // Each question to the system takes its time at every commit: what is asked here is not asked again.
    const [main, log] = [this.stat(''), this.stat('-wal')];
    this.found = this.findMoved(main, log) ?? (await this.findHarm(main, log));
    return this.found;
  }

  /** While `copy` writes to the file, on behalf of this process. */
  async duringCopy(copy: () => Promise<void>): Promise<void> {
    this.isCopying = true;
    await copy();
    if (!(await this.isOurs())) this.found ??= harmed('was overwritten');
    await this.noteFile();
    this.isCopying = false;
  }

  close(): void {
    closeSync(this.log);
  }

  private findMoved(main = this.stat(''), log = this.stat('-wal')): Loss | undefined {
    if (!main) return { kind: 'moved', problem: 'is gone' };
    if (!isSame(main, this.opened.main)) return { kind: 'moved', problem: 'is another file now' };
    if (!log || !isSame(log, this.opened.log)) return this.lost('-wal');
    const index = this.stat('-shm');
    return index && isSame(index, this.opened.index) ? undefined : this.lost('-shm');
  }

  private lost(suffix: string): Loss {
    return { kind: 'log', problem: `has lost ${this.path}${suffix}, which was removed or replaced` };
  }

  /** @param main what was found of the file just now, and `log` of its log */
  private async findHarm(main?: BigIntStats, log?: BigIntStats): Promise<Loss | undefined> {
    const { header, logSize } = this;
    let isNew = false;
    for (let looks = 1; ; looks += 1) {
      this.noteLog(looks === 1 ? log : undefined);
      // So it is when SQLite begins it anew, after all of it was copied into the file.
      isNew = !header.equals(this.header);
      if (await this.isLogWhole(isNew ? 0 : logSize)) break;
      if (looks === LOG_LOOKS) return harmed('has lost its write-ahead log, which was cut off');
    }
    if (isNew) this.copied = 0;
    if (this.isCopying || this.isAsSeen(main)) return undefined;
    for (let looks = 0; !isNew && !(await this.wasCopied()); looks += 1) {
      // The file may have gone since it was looked for.
      if (looks === LOOKS || !this.stat('')) return this.findMoved() ?? harmed('was overwritten');
      await wait(BETWEEN_LOOKS_MS);
    }
    if (!(await this.isOurs())) return this.findMoved() ?? harmed('was overwritten');
    await this.noteFile();
    return undefined;
  }

  private isAsSeen(file?: BigIntStats): boolean {
    return file?.mtimeNs === this.file.mtimeNs && file.size === this.file.size;
  }

  /** Whether SQLite has copied pages of the log into the file since it was looked at: nobody else writes to it. */
  private async wasCopied(): Promise<boolean> {
    return this.isCopying || (await this.pages()).checkpointed !== this.copied;
  }

  private async isOurs(): Promise<boolean> {
    const { applicationId, pageCount, pageSize } = await rawHeader(this.path);
    const size = this.stat('')?.size ?? 0n;
    return applicationId === APPLICATION_ID && pageCount > 0 && BigInt(pageCount * pageSize) <= size;
  }

  /** @param seen how long it was, at least */
  private async isLogWhole(seen: number): Promise<boolean> {
    if (this.header.subarray(0, 3).equals(LOG_MAGIC)) return this.logSize >= seen && !this.isHoleBefore(seen);
    // Whoever copies all of the log may cut it off as well: then SQLite knows of no page in it.
    return this.logSize === 0 && (await this.pages()).log <= 0;
  }

  /** A log that was cut off and then written on is zeros where it was cut. */
  private isHoleBefore(size: number): boolean {
    const frame = FRAME_HEADER + this.header.readUInt32BE(8);
    // The last one may be half written, by a process that was killed.
    const frames = Math.floor((size - LOG_HEADER) / frame);
    if (frames < 1) return false;
    const start = Buffer.alloc(FRAME_HEADER);
    readSync(this.log, start, 0, FRAME_HEADER, LOG_HEADER + (frames - 1) * frame);
    return start.every(byte => byte === 0);
  }

  private async noteFile(): Promise<void> {
    this.file = this.stat('') ?? this.file;
    this.copied = (await this.pages()).checkpointed;
  }

  private noteLog(log?: BigIntStats): void {
    this.logSize = log ? Number(log.size) : fstatSync(this.log).size;
    this.header = Buffer.alloc(LOG_HEADER);
    readSync(this.log, this.header, 0, LOG_HEADER, 0);
  }

  private stat(suffix: string): BigIntStats | undefined {
    try {
      return statSync(`${this.path}${suffix}`, { bigint: true, throwIfNoEntry: false });
    } catch {
      // A folder on the way is gone, or may not be looked into.
      return undefined;
    }
  }
}

const isSame = (file: BigIntStats, other: BigIntStats): boolean =>
  file.ino === other.ino && file.dev === other.dev;
const harmed = (problem: string): Loss => ({ kind: 'harmed', problem });
