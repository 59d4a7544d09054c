import { write, writeSync } from 'node:fs';

/** Limit of the buffer: some seconds of a busy service. Lines beyond it are dropped. */
const MOST_WAITING_BYTES = 1_048_576;
/** A write starts with this many bytes in the buffer, or after LINGER_MS. */
const PIECE_BYTES = 8192;
const LINGER_MS = 100;
/** Delay after a failed write: the reader is slow or gone, or the disk is full. */
const RETRY_MS = 200;

/**
 * Writes log lines to a file descriptor without blocking the service. Failed writes are retried; when the buffer is
 * full, lines are dropped and counted. Replaces the destination of pino, which retries its last lines without limit
 * and so keeps a process from ending when its log cannot be written.
 */
export class LogOutput {
  /** Lines lost since the start. */
  dropped = 0;
  /** Called with the number of lost lines, once the buffer has been written. */
  onResumed: (lost: number) => void = () => undefined;
  private lost = 0;
  private lines: string[] = [];
  private bytes = 0;
  /** The unwritten rest of the current piece. */
  private rest: Buffer = Buffer.alloc(0);
  private isWriting = false;
  private timer: NodeJS.Timeout | undefined;
  private isEnded = false;
  private onWritten: () => void = () => undefined;

  constructor(private readonly descriptor: number) {}

  /** Adds one line, which ends in a line feed. */
  write(line: string): void {
    const bytes = Buffer.byteLength(line);
    if (this.bytes + bytes > MOST_WAITING_BYTES) {
      this.dropped += 1;
      this.lost += 1;
      return;
    }
    this.lines.push(line);
    this.bytes += bytes;
    if (this.timer || this.isWriting) return;
    if (this.bytes >= PIECE_BYTES) this.next();
    else this.later(LINGER_MS);
  }

  /** Resolves when all lines are written, at the latest after `limitMs`. Nothing is written after that. */
  async end(limitMs: number): Promise<void> {
    if (!this.isEmpty) {
      let limit: NodeJS.Timeout | undefined;
      await new Promise<void>(resolve => {
        this.onWritten = resolve;
        limit = setTimeout(resolve, limitMs);
        this.next();
      });
      clearTimeout(limit);
    }
    this.isEnded = true;
  }

  /** Writes the last lines synchronously when the process ends at once, as far as possible without blocking. */
  writeRest(): void {
    if (this.isWriting || this.isEmpty) return;
    try {
      for (let left = this.take(); left.length > 0;) left = left.subarray(writeSync(this.descriptor, left));
    } catch {
      // The process ends: there is no log to report this to.
    }
  }

  private get isEmpty(): boolean {
    return this.rest.length === 0 && this.lines.length === 0;
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.next(), ms).unref();
  }

  private take(): Buffer {
    const piece = Buffer.concat([this.rest, Buffer.from(this.lines.splice(0).join(''))]);
    this.bytes = piece.length;
    return piece;
  }

  private next(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isWriting || this.isEnded) return;
    this.rest = this.take();
    this.isWriting = true;
    write(this.descriptor, this.rest, (error, count) => {
      this.isWriting = false;
      if (error) return this.later(RETRY_MS);
      this.rest = this.rest.subarray(count);
      this.bytes -= count;
      if (!this.isEmpty) return this.bytes >= PIECE_BYTES ? this.next() : this.later(LINGER_MS);
      this.resumed();
    });
  }

  private resumed(): void {
    if (this.lost === 0) return this.onWritten();
    const lost = this.lost;
    this.lost = 0;
    this.onResumed(lost);
  }
}
