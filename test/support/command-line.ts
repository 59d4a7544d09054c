import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli';

export interface Outcome {
  exitCode: number;
  out: string[];
  err: string[];
  /** Progress shown on a terminal; left out if there was none. */
  progress?: string[];
}

/** `gatehouse` with its own folder and database file. */
export class CommandLine {
  readonly folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
  readonly database = join(this.folder, 'gatehouse.sqlite');

  constructor(private readonly settings: Readonly<Record<string, string>> = {}) {}

  /** Runs one command to its end. `onLine` receives standard output line by line; `input` is its standard input. */
  async run(
    argv: readonly string[],
    onLine: (line: string) => void = () => undefined,
    input = '',
  ): Promise<Outcome> {
    let out = '';
    let err = '';
    const progress: string[] = [];
    const exitCode = await runCli(argv, {
      env: { DATABASE_URL: `sqlite:${this.database}`, LOG_LEVEL: 'silent', ...this.settings },
      read: () => Promise.resolve(Buffer.from(input)),
      write: text => {
        out += text;
        onLine(text.trimEnd());
      },
      written: () => Promise.resolve(undefined),
      complain: text => (err += text),
      progress: text => void progress.push(text),
    });
    return { exitCode, out: linesOf(out), err: linesOf(err), ...(progress.length > 0 && { progress }) };
  }

  /** Writes a file and applies it. */
  apply(text: string, ...options: string[]): Promise<Outcome> {
    return this.run(['apply', this.write('apply.yaml', text), ...options]);
  }

  write(name: string, text: string | Buffer): string {
    const path = this.path(name);
    writeFileSync(path, text);
    return path;
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.trimEnd().split('\n');
}
