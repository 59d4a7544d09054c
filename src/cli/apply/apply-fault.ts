/** What is wrong with one member of the file. Never its value where that may be a secret. */
export interface FileFault {
  /** From 1. */
  readonly line: number;
  /** Path of the member, e.g. `users[0].apiKey`; empty when it is the file as such. */
  readonly field: string;
  readonly problem: string;
}

/** The file cannot be applied; nothing was changed. Carries every fault at once, by line. */
export class ApplyFault extends Error {
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    const sorted = [...faults].sort((a, b) => a.line - b.line);
    super(sorted.map(({ line, field, problem }) => `line ${line}: ${field} ${problem}`).join('\n'));
    this.name = 'ApplyFault';
    this.faults = sorted;
  }
}
