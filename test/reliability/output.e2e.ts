import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readSync, writeSync, constants } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithUs, Workplace } from '../recipes/service-process';
import { buildService } from '../support/built-service';

const service = buildService();
let workplace: Workplace;
beforeEach(() => {
  workplace = new Workplace(service.main);
});
afterEach(() => workplace.clear());
afterAll(() => {
  service.remove();
});

/** A pipe with nothing left to fill, which nobody reads until `read` is called. */
class StalledPipe {
  readonly path = join(workplace.folder, `pipe-${Math.random()}`);
  readonly end: number;
  private readonly own: number;

  constructor() {
    execFileSync('mkfifo', [this.path]);
    this.own = openSync(this.path, constants.O_RDWR | constants.O_NONBLOCK);
    this.end = openSync(this.path, constants.O_WRONLY);
    try {
      for (;;) writeSync(this.own, Buffer.alloc(4096, '#'));
    } catch {
      // Full.
    }
  }

  read(): string {
    const buffer = Buffer.alloc(1_048_576);
    let text = '';
    try {
      for (;;) text += buffer.toString('utf8', 0, readSync(this.own, buffer));
    } catch {
      return text.replace(/#/g, '');
    }
  }

  close(): void {
    closeSync(this.end);
    closeSync(this.own);
  }
}

type Channel = 'ignore' | 'pipe' | number;

/** A process with standard output and standard error of its own kind, and what it said where that is a pipe of ours. */
function started(argv: string[], stdout: Channel, stderr: Channel, env: Record<string, string> = {}) {
  const child = endWithUs(
    spawn(process.execPath, argv, {
      cwd: workplace.folder,
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        DATABASE_URL: `sqlite:${workplace.file}`,
        RATE_POLICY: 'off',
        ...env,
      },
      stdio: ['ignore', stdout, stderr],
    }),
  );
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const exited = once(child, 'exit').then(([code, signal]) => ({
    code: code as unknown,
    signal: signal as unknown,
  }));
  return { child, said, exited };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const endMs = performance.now() + 15_000;
  while (performance.now() < endMs) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(20);
  }
  throw new Error('waited in vain');
}

const isAnswering = async (url: string) =>
  (await fetch(`${url}/health/ready`).catch(() => undefined))?.status === 200 ? true : undefined;

const droppedOf = async (url: string) => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^gatehouse_log_lines_dropped_total (\d+)$/m.exec(text)?.[1]);
};

/** Asks so much that the lines of its log are more than may wait. */
async function flood(url: string): Promise<void> {
  const ask = async () => {
    for (let count = 0; count < 400; count += 1)
      await fetch(`${url}/${'x'.repeat(20)}`).then(each => each.text());
  };
  await Promise.all(Array.from({ length: 16 }, ask));
}

const full = () => openSync('/dev/full', 'w');

/** Both descriptors, made anew for each start. */
const cases: readonly (readonly [string, () => [stdout: Channel, stderr: Channel]])[] = [
  ['standard output on a full disk', () => [full(), 'pipe']],
  ['standard error on a full disk', () => ['pipe', full()]],
  ['both on a full disk', () => [full(), full()]],
  ['both read by nobody', () => [new StalledPipe().end, new StalledPipe().end]],
];

describe.each(cases)('the service, with %s', (_, channels) => {
  it('answers, and ends with 0 when it is told to', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { child, exited } = started([service.main], ...channels(), { PORT: new URL(url).port });
    await until(() => isAnswering(url));
    for (let count = 0; count < 20; count += 1) await fetch(`${url}/nothing`);
    child.kill('SIGTERM');
    expect(await exited).toEqual({ code: 0, signal: null });
  }, 30_000);
});

it('a write of the log that hangs: the service answers, ends its data in order, and is killed when it is told to end', async () => {
  const { end } = new StalledPipe();
  const url = `http://127.0.0.1:${await freePort()}`;
  // When Node ends, it puts the pipe back as it found it: then it blocks whoever writes to it, the service too.
  const other = started(['-e', 'console.log("up"); setInterval(() => {}, 1000)'], 'pipe', end);
  await until(() => (other.said.out === '' ? undefined : true));
  const { child, exited } = started([service.main], 'pipe', end, { PORT: new URL(url).port });
  await until(() => isAnswering(url));
  other.child.kill('SIGTERM');
  await other.exited;
  for (let count = 0; count < 20; count += 1) await fetch(`${url}/nothing`);
  child.kill('SIGTERM');
  expect(await exited).toEqual({ code: null, signal: 'SIGKILL' });
  expect(existsSync(`${workplace.file}-open`)).toBe(false);
}, 30_000);

it.each(['stdout', 'stderr'] as const)(
  'the service goes on when the reader of its %s has gone',
  async name => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { child, exited } = started([service.main], 'pipe', 'pipe', { PORT: new URL(url).port });
    child[name]?.destroy();
    await until(() => isAnswering(url));
    for (let count = 0; count < 20; count += 1) await fetch(`${url}/nothing`);
    await wait(300);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exited).toEqual({ code: 0, signal: null });
  },
  30_000,
);

it('both closed: the service runs and ends with 0', async () => {
  const port = await freePort();
  const { child, exited } = started([service.main], 'ignore', 'ignore', { PORT: String(port) });
  const closed = endWithUs(
    spawn('/bin/sh', ['-c', `exec "${process.execPath}" "${service.main}" >&- 2>&-`], {
      cwd: workplace.folder,
      env: { PATH: process.env.PATH, PORT: String(await freePort()), DATABASE_URL: 'sqlite::memory:' },
    }),
  );
  await until(() => isAnswering(`http://127.0.0.1:${port}`));
  child.kill('SIGTERM');
  expect(await exited).toEqual({ code: 0, signal: null });
  closed.kill('SIGTERM');
  await once(closed, 'exit');
}, 30_000);

it('a log that nobody reads: lines are dropped and counted, and told when somebody reads again', async () => {
  const pipe = new StalledPipe();
  const url = `http://127.0.0.1:${await freePort()}`;
  const { child, exited } = started([service.main], 'pipe', pipe.end, { PORT: new URL(url).port });
  await until(() => isAnswering(url));
  expect(await droppedOf(url)).toBe(0);
  await flood(url);
  const dropped = await droppedOf(url);
  expect(dropped).toBeGreaterThan(0);

  let log = '';
  await until(() => ((log += pipe.read()).includes('could not be written') ? true : undefined));
  const lines = log
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as { msg: string });
  const told = lines.filter(({ msg }) => msg.includes('could not be written'));
  expect(told.map(({ msg }) => msg)).toEqual([`${dropped} lines before this one could not be written`]);
  expect(lines.filter(({ msg }) => msg === 'request').length + dropped).toBeGreaterThanOrEqual(6400);
  child.kill('SIGTERM');
  expect(await exited).toEqual({ code: 0, signal: null });
  pipe.close();
}, 60_000);

describe('the key of the first administrator', () => {
  it('is not spent where it could not be shown: the next start makes one', async () => {
    const { child, said, exited } = started([service.main], full(), 'pipe');
    await until(() => (said.err.includes('could not be shown (ENOSPC)') ? true : undefined));
    expect(await workplace.query('SELECT login FROM user')).toEqual([]);
    child.kill('SIGTERM');
    expect(await exited).toEqual({ code: 0, signal: null });
    const next = workplace.start();
    await next.url();
    expect(next.adminKey).toBeDefined();
  }, 30_000);

  it('is not spent on a reader that has gone', async () => {
    const { child, said, exited } = started([service.main], 'pipe', 'pipe');
    child.stdout?.destroy();
    await until(() => (said.err.includes('could not be shown (EPIPE)') ? true : undefined));
    expect(await workplace.query('SELECT login FROM user')).toEqual([]);
    child.kill('SIGTERM');
    expect(await exited).toEqual({ code: 0, signal: null });
  }, 30_000);
});

describe('signals', () => {
  it.each(['SIGINT', 'SIGHUP', 'SIGUSR2'] as const)(
    '%s ends it as SIGTERM does',
    async signal => {
      const running = workplace.start();
      await running.url();
      expect(await running.end(signal)).toEqual({ code: 0, signal: null });
      expect(existsSync(`${workplace.file}-open`)).toBe(false);
    },
    30_000,
  );

  it('SIGUSR1 opens no debugger', async () => {
    const running = workplace.start();
    const url = await running.url();
    running.signal('SIGUSR1');
    await wait(300);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(running.stderr).not.toContain('Debugger');
    expect(await running.end()).toEqual({ code: 0, signal: null });
  }, 30_000);
});
