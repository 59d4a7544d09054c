import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type DataStore, SqliteFile } from './data-store';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Ends the child when this process ends. */
export function endWithUs(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('close', () => children.delete(child));
  return child;
}

/** The built service as a separate process, as an operator runs it. */
export class ServiceProcess {
  stdout = '';
  stderr = '';
  readonly exited: Promise<Exit>;
  private readonly child: ChildProcess;
  private readonly startedMs = performance.now();

  /**
   * `main` is the built `main.js`, `cwd` the working directory, without an `.env` file. With a `logFile`, standard error is
   * written there directly.
   */
  constructor(
    main: string,
    cwd: string,
    env: Record<string, string> = {},
    private readonly logFile?: string,
  ) {
    const log = logFile === undefined ? 'pipe' : openSync(logFile, 'a');
    this.child = endWithUs(
      spawn(process.execPath, [main], {
        cwd,
        env: { PATH: process.env.PATH, PORT: '0', ...env },
        stdio: ['ignore', 'pipe', log],
      }),
    );
    if (typeof log === 'number') closeSync(log);
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.exited = new Promise(resolve =>
      this.child.once('close', (code, signal) => {
        resolve({ code, signal });
      }),
    );
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The URL on which it listens. @throws Error with its output if it exits instead */
  async url(): Promise<string> {
    const listening = new Promise<void>(resolve => {
      const look = () => /listening on http:\S+\n/.test(this.stdout) && resolve();
      this.child.stdout?.on('data', look);
      look();
    });
    const ended = this.exited.then(exit => {
      const log = this.logFile === undefined ? this.stderr : readFileSync(this.logFile, 'utf8');
      throw new Error(`ended with ${exit.signal ?? String(exit.code)}: ${this.stdout}${log}`);
    });
    await Promise.race([listening, ended]);
    return /listening on (http:\S+)\n/.exec(this.stdout)?.[1] ?? '';
  }

  /** Milliseconds from the start of the process until `/health/ready` answers 200. */
  async readyMs(): Promise<number> {
    const url = await this.url();
    while ((await fetch(`${url}/health/ready`)).status !== 200);
    return performance.now() - this.startedMs;
  }

  /** The key of the first administrator, if this start created one. */
  get adminKey(): string | undefined {
    return /its API key, shown this once: (\S+)/.exec(this.stdout)?.[1];
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  async end(name: NodeJS.Signals = 'SIGTERM'): Promise<Exit> {
    this.signal(name);
    return this.exited;
  }
}

/** A folder for one run and its data: a file in the folder, or the given store. */
export class Workplace {
  readonly folder = mkdtempSync(join(tmpdir(), 'gatehouse-reliability-'));
  readonly file = join(this.folder, 'gatehouse.sqlite');
  private readonly running: ServiceProcess[] = [];
  private readonly store: DataStore;
  private key: string | undefined;

  /** `settings` apply to every start. */
  constructor(
    private readonly main: string,
    private readonly settings: Record<string, string> = {},
    store?: DataStore,
  ) {
    this.store = store ?? new SqliteFile(this.file);
  }

  /** Rates are off, because the recipes measure what the service can handle, not what it admits. */
  start(env: Record<string, string> = {}): ServiceProcess {
    const service = new ServiceProcess(this.main, this.folder, this.environment(env));
    this.running.push(service);
    return service;
  }

  /** The key of `admin`. */
  get adminKey(): string {
    return this.key ?? '';
  }

  /** A first start, which creates the database, the administrator and a visit type. */
  async prepare(): Promise<void> {
    const service = this.start();
    await service.url();
    await this.settle([service]);
    await service.end();
  }

  /** The second part of `prepare`, when these services listen and one of them has created the database. */
  protected async settle(services: readonly ServiceProcess[]): Promise<void> {
    this.key = services.find(({ adminKey }) => adminKey !== undefined)?.adminKey;
    await this.query(
      `INSERT INTO visit_type (title, shortcut, escort_required) VALUES ('Delivery', 'DEL', FALSE)`,
    );
  }

  /** Runs `gatehouse` beside the services, and returns its output. @throws Error if it fails */
  async command(...argv: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(dirname(this.main), 'cli.js'), ...argv],
      { cwd: this.folder, env: { PATH: process.env.PATH, ...this.environment() } },
    );
    return stdout;
  }

  /** Queries the database while the services have it open. */
  query<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.store.query<T>(sql, parameters);
  }

  isSound(): Promise<boolean> {
    return this.store.isSound();
  }

  /** Ends running processes, and removes the data. */
  async clear(): Promise<void> {
    await Promise.all(this.running.map(service => service.end('SIGKILL')));
    await this.store.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private environment(env: Record<string, string> = {}): Record<string, string> {
    return {
      DATABASE_URL: this.store.url,
      RATE_POLICY: 'off',
      LOGIN_RATE_POLICY: 'off',
      TOKEN_TTL_SECONDS: '3600',
      LOG_LEVEL: 'warn',
      ...this.settings,
      ...env,
    };
  }
}
