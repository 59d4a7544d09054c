import type { Environment } from '../config/setting-faults';

/** What a command works with: the process in production, buffers in tests. */
export interface Io extends Output {
  readonly env: Environment;
  /** All of standard input. */
  read(): Promise<Buffer>;
  /** Faults: standard error. */
  complain(text: string): void;
  /** How far it is, on one line that is written over: where somebody looks on. */
  progress?(text: string): void;
}

/** Standard output. Whether anybody reads it changes nothing of what a command does. */
export interface Output {
  write(text: string): void;
  /** Waits until all that was written has left. @returns the code of the system when some of it could not, e.g. EPIPE */
  written(): Promise<string | undefined>;
}

export function say(output: Output, line: string): void {
  output.write(`${line}\n`);
}

/** One line a row, in columns as wide as their longest cell. @param numbers the columns that are aligned at the right */
export function sayTable(
  output: Output,
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      numbers.includes(column) ? cell.padStart(widths?.[column] ?? 0) : cell.padEnd(widths?.[column] ?? 0),
    );
    say(output, cells.join('  ').trimEnd());
  }
}
