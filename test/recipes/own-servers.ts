import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import type { Servers } from './nodes';
import { endWithUs } from './service-process';

/** Programs needed for temporary servers that are not installed. */
export function missingPrograms(): string[] {
  return ['initdb', 'postgres', 'redis-server'].filter(name => programNamed(name) === undefined);
}

/** A server that can be stopped abruptly, as by a power cut or a kill, and started again with its data. */
export interface OwnServer {
  stop: () => Promise<void>;
  /** Returns when it takes connections. */
  start: () => Promise<void>;
}

/** A temporary PostgreSQL and Redis of one run, on loopback ports and with their files in a folder. */
export class OwnServers {
  private constructor(
    private readonly folder: string,
    readonly urls: Servers,
    readonly postgres: OwnServer,
    readonly redis: OwnServer,
  ) {}

  static async start(): Promise<OwnServers> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-servers-'));
    const [postgresPort, redisPort] = [await freePort(), await freePort()];
    const urls = {
      postgresUrl: `postgres://postgres@127.0.0.1:${postgresPort}/postgres`,
      redisUrl: `redis://127.0.0.1:${redisPort}`,
    };
    const servers = new OwnServers(
      folder,
      urls,
      postgresIn(folder, postgresPort, urls.postgresUrl),
      new Server(
        // No persistence: it is empty after a stop.
        () => begin(folder, 'redis-server', '--port', `${redisPort}`, '--bind', '127.0.0.1', '--save', ''),
        () => askRedis(urls.redisUrl),
        'SIGKILL',
      ),
    );
    await Promise.all([servers.postgres.start(), servers.redis.start()]);
    return servers;
  }

  async remove(): Promise<void> {
    await Promise.all([this.postgres.stop(), this.redis.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

class Server implements OwnServer {
  private child: ChildProcess | undefined;
  private ended: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly begin: () => ChildProcess,
    private readonly ask: () => Promise<unknown>,
    private readonly stopSignal: NodeJS.Signals,
  ) {}

  async start(): Promise<void> {
    const child = endWithUs(this.begin());
    this.child = child;
    this.ended = new Promise(resolve => child.once('close', resolve));
    for (let tries = 0; !(await succeeds(this.ask())); tries += 1) {
      if (tries === 1000 || child.exitCode !== null) throw new Error(`${child.spawnfile} does not start`);
      await wait(10);
    }
  }

  async stop(): Promise<void> {
    this.child?.kill(this.stopSignal);
    await this.ended;
  }
}

/** As user `postgres` if this process runs as root, which the server refuses. */
function postgresIn(folder: string, port: number, url: string): Server {
  const owner = process.getuid?.() === 0 ? ownerOf('postgres') : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-k', '--no-sync'];
  execFileSync(programNamed('initdb') ?? 'initdb', initdb, { cwd: folder, stdio: 'pipe', ...owner });
  const options = ['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  const start = () =>
    spawn(programNamed('postgres') ?? 'postgres', options, { cwd: folder, stdio: 'ignore', ...owner });
  // `pg_ctl stop --mode=immediate` sends SIGQUIT.
  return new Server(start, () => askPostgres(url), 'SIGQUIT');
}

function ownerOf(user: string): { uid: number; gid: number } {
  const number = (option: string) => Number(execFileSync('id', [option, user], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

function begin(cwd: string, name: string, ...argv: string[]): ChildProcess {
  return spawn(programNamed(name) ?? name, argv, { cwd, stdio: 'ignore' });
}

/** Debian installs the programs of a PostgreSQL server outside the path. */
function programNamed(name: string): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map(version => join(debian, version, 'bin')),
  ];
  return folders.map(folder => join(folder, name)).find(file => existsSync(file));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function askPostgres(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end();
  }
}

async function askRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
  } finally {
    redis.disconnect();
  }
}

async function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}
