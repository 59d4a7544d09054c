import type { Environment } from '../environment';

/** What a command works with: the process in production, buffers in tests. */
export interface Io {
  readonly env: Environment;
  /** All of standard input. */
  read(): Promise<string>;
  /** Results: standard output. */
  write(text: string): void;
  /** Faults: standard error. */
  complain(text: string): void;
  /** How far it is, on one line that is written over: where somebody looks on. */
  progress?(text: string): void;
}

export function say(io: Io, line: string): void {
  io.write(`${line}\n`);
}
