import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endWithUs } from '../recipes/service-process';

export type ProxyName = 'Caddy' | 'nginx';

/** Whether the program is installed; Debian's packages are `caddy` and `nginx`. */
export function isInstalled(name: ProxyName): boolean {
  const [version, program] = name === 'Caddy' ? ['version', 'caddy'] : ['-v', 'nginx'];
  return process.platform === 'linux' && spawnSync(program, [version]).status === 0;
}

/** A proxy with our shipped configuration; only addresses, ports and files are replaced. */
export class Proxy {
  private constructor(
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly log: () => string,
  ) {}

  static async start(name: ProxyName, upstreamPort: number): Promise<Proxy> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-proxy-'));
    const port = await freePort();
    const child =
      name === 'Caddy' ? startCaddy(folder, port, upstreamPort) : startNginx(folder, port, upstreamPort);
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const logFile = join(folder, 'access.log');
    const proxy = new Proxy(port, child, folder, () =>
      name === 'Caddy' ? output : readFileSync(logFile, 'utf8'),
    );
    const endMs = performance.now() + 10_000;
    while (!(await answers(port))) {
      if (performance.now() > endMs) throw new Error(`${name} does not start: ${output}`);
      await wait(20);
    }
    return proxy;
  }

  /** Its access log. */
  get logged(): string {
    return this.log();
  }

  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.child.once('close', resolve));
    this.child.kill('SIGKILL');
    await closed;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function startCaddy(folder: string, port: number, upstreamPort: number): ChildProcess {
  const file = join(folder, 'Caddyfile');
  // Several instances on one machine would conflict on the administration port.
  writeFileSync(file, readFileSync('deploy/Caddyfile', 'utf8').replace(/^\{$/m, '{\n\tadmin off'));
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    SITE_ADDRESS: `http://127.0.0.1:${port}`,
    UPSTREAMS: `127.0.0.1:${upstreamPort}`,
  };
  return endWithUs(
    spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );
}

function startNginx(folder: string, port: number, upstreamPort: number): ChildProcess {
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
    .replace(/^ *ssl_certificate.*\n/gm, '')
    .replace('/var/log/nginx/gatehouse.log', join(folder, 'access.log'))
    .replace('/var/log/nginx/gatehouse-error.log', join(folder, 'error.log'))
    .replace('127.0.0.1:3000', `127.0.0.1:${upstreamPort}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => {
    mkdirSync(join(folder, kind));
    return `${kind}_temp_path ${join(folder, kind)};`;
  });
  const file = join(folder, 'nginx.conf');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    file,
    `${user} daemon off; master_process off; worker_processes 1; pid ${join(folder, 'pid')}; error_log stderr crit;
events { worker_connections 64; }
http { ${temporary.join(' ')}
${site} }`,
  );
  return endWithUs(spawn('nginx', ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'pipe'] }));
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
