import { write, writeSync } from 'node:fs';

/** Of lines that wait to be written: some seconds of a busy service. What comes on top is dropped. */
const MOST_WAITING_BYTES = 1_048_576;
/** So much is written at once; less waits for more, but not for long. */
const PIECE_BYTES = 8192;
const LINGER_MS = 100;
/** After a write that failed: the reader is slow, the disk is full, or nobody reads any more. */
const RETRY_MS = 200;

/**
 * The end of the log: lines go to a descriptor, and never hold the service up. What cannot be written waits, and is
 * tried again; what is too much to wait is dropped and counted. The destination that comes with
 * pino tries for ever to write its last lines, so that a process whose log cannot be written would never end.
 */
export class LogOutput {
  /** Lines lost since the start. */
  dropped = 0;
  /** Told how many lines were lost, as soon as all that waited could be written. */
  onResumed: (lost: number) => void = () => undefined;
  private lost = 0;
  private lines: string[] = [];
  private bytes = 0;
  /** The piece that is being written, and what is left of it. */
  private rest: Buffer = Buffer.alloc(0);
  private isWriting = false;
  private timer: NodeJS.Timeout | undefined;
  private isEnded = false;
  private onWritten: () => void = () => undefined;

  constructor(private readonly descriptor: number) {}

  /** Takes one line, with its line feed. */
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

  /** Resolves when all lines are written, or after so many milliseconds. From then on nothing more is tried. */
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

  /** The last lines, when the process ends at once: as far as they can be written without waiting. */
  writeRest(): void {
    if (this.isWriting || this.isEmpty) return;
    try {
      for (let left = this.take(); left.length > 0;) left = left.subarray(writeSync(this.descriptor, left));
    } catch {
      // Nobody is left to be told.
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
