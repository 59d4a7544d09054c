import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * A server on a free port, or on PORT, with a new database filled from an apply file. Stopping it removes the database.
 * `dist` is the folder of the built service.
 */
export async function startOwnServer(file, { dist = 'dist', port = '0' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-demo-'));
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite:${join(folder, 'gatehouse.sqlite')}`,
    HOST: '127.0.0.1',
    PORT: port,
    BASE_PATH: '',
    LOG_LEVEL: 'error',
  };
  const applied = spawnSync(process.execPath, [join(dist, 'cli.js'), 'apply', file], {
    env,
    encoding: 'utf8',
  });
  if (applied.status !== 0) throw new Error(`apply ${file} failed:\n${applied.stdout}${applied.stderr}`);
  console.log(`${file}: ${applied.stdout.trim().split('\n').at(-1)}`);

  const server = spawn(process.execPath, [join(dist, 'main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url) return { url, stop, ended: once(server, 'exit') };
  }
  await stop();
  throw new Error('the server did not start');
}
