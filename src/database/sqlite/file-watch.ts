import { type BigIntStats, closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { APPLICATION_ID } from './file-checks';
import type { Pages } from './log-checkpoints';
import { rawHeader } from './raw-header';

/**
 * What happened to the files. `moved`: another file, or none, has the name of the database. `log`: the write-ahead log or its
 * index is gone, but the database file is still right. `harmed`: another program has written to the file or its log.
 */
export interface Loss {
  readonly kind: 'moved' | 'log' | 'harmed';
  readonly problem: string;
}

/** The log is a header and then frames. Each frame is a header and a page. */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
/** The first three bytes of a log; the fourth is the byte order of its checksums. */
const LOG_MAGIC = Buffer.from([0x37, 0x7f, 0x06]);

/** Another process that copies the log into the file records that only at the end. It gets two seconds. */
const LOOKS = 40;
const BETWEEN_LOOKS_MS = 50;

/** Another process may restart or empty the log between two looks; a truncated log stays truncated. */
const LOG_LOOKS = 3;

/**
 * Checks that the files that SQLite has open are still those that the next start will find. SQLite does not notice: it goes
 * on writing to a file that was deleted. The database file is never opened here, because closing it would drop the locks
 * that SQLite has on it.
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
   * @param pages the length of the log according to SQLite, and how much of it is in the file
   */
  static async on(path: string, pages: () => Promise<Pages>): Promise<FileWatch> {
    const watch = new FileWatch(path, pages);
    await watch.noteFile();
    return watch;
  }

  /** Whether the log has anything since it was emptied. */
  get hasLog(): boolean {
    return this.logSize > 0;
  }

  /** What is wrong. A loss is final, because anything may have happened meanwhile. */
  async look(): Promise<Loss | undefined> {
    if (this.found) return this.found;
    // Runs at every commit, so each file is looked up only once.
    const [main, log] = [this.stat(''), this.stat('-wal')];
    this.found = this.findMoved(main, log) ?? (await this.findHarm(main, log));
    return this.found;
  }

  /** Runs a copy by which this process writes to the file. */
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

  /** @param main the current stat of the file @param log that of its log */
  private async findHarm(main?: BigIntStats, log?: BigIntStats): Promise<Loss | undefined> {
    const { header, logSize } = this;
    let isNew = false;
    for (let looks = 1; ; looks += 1) {
      this.noteLog(looks === 1 ? log : undefined);
      // SQLite restarts the log after all of it was copied into the file.
      isNew = !header.equals(this.header);
      if (await this.isLogWhole(isNew ? 0 : logSize)) break;
      if (looks === LOG_LOOKS) return harmed('has lost its write-ahead log, which was cut off');
    }
    if (isNew) this.copied = 0;
    if (this.isCopying || this.isAsSeen(main)) return undefined;
    for (let looks = 0; !isNew && !(await this.wasCopied()); looks += 1) {
      // The file may have been removed meanwhile.
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

  /** Whether SQLite has copied pages of the log into the file since the last look. Nothing else may write to the file. */
  private async wasCopied(): Promise<boolean> {
    return this.isCopying || (await this.pages()).checkpointed !== this.copied;
  }

  private async isOurs(): Promise<boolean> {
    const { applicationId, pageCount, pageSize } = await rawHeader(this.path);
    const size = this.stat('')?.size ?? 0n;
    return applicationId === APPLICATION_ID && pageCount > 0 && BigInt(pageCount * pageSize) <= size;
  }

  /** @param seen the length at the last look */
  private async isLogWhole(seen: number): Promise<boolean> {
    if (this.header.subarray(0, 3).equals(LOG_MAGIC)) return this.logSize >= seen && !this.isHoleBefore(seen);
    // A process that copies all of the log may truncate it as well. Then SQLite has no page in it.
    return this.logSize === 0 && (await this.pages()).log <= 0;
  }

  /** A log that was truncated and then written to has zeros in the gap. */
  private isHoleBefore(size: number): boolean {
    const frame = FRAME_HEADER + this.header.readUInt32BE(8);
    // A killed process may have left the last frame half written.
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
      // A parent folder is gone or may not be read.
      return undefined;
    }
  }
}

const isSame = (file: BigIntStats, other: BigIntStats): boolean =>
  file.ino === other.ino && file.dev === other.dev;
const harmed = (problem: string): Loss => ({ kind: 'harmed', problem });
