import {
  copyFileSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from '../recipes/client';
import { ServiceProcess, Workplace } from '../recipes/service-process';
import { buildService } from '../support/built-service';
import { newVisit } from '../support/visits';

// Most of them start the service several times.
jest.setTimeout(60_000);

const service = buildService();
afterAll(() => {
  service.remove();
});

let workplace: Workplace;
beforeEach(() => {
  workplace = new Workplace(service.main);
});
afterEach(() => workplace.clear());

describe('starts', () => {
  it('in an empty folder with nothing set: makes the data, an administrator, and says where it listens', async () => {
    const first = new ServiceProcess(service.main, workplace.folder);
    const url = await first.url();
    expect(first.stdout).toMatch(
      /^first administrator: admin\nits API key, shown this once: \S+\nSwagger UI: http:\S+\/swagger\nOpenAPI document: http:\S+\/openapi.json\nlistening on http:\/\/127\.0\.0\.1:\d+\n$/,
    );
    const answer = await fetch(`${url}/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ UserLogin: 'admin', ApiKey: first.adminKey }),
    });
    expect(answer.status).toBe(200);
    expect(existsSync(join(workplace.folder, 'data', 'gatehouse.sqlite'))).toBe(true);
    expect(await first.end()).toEqual({ code: 0, signal: null });
    expect(first.stderr).not.toContain(first.adminKey);
  });

  it('a second time: shows no key again', async () => {
    await workplace.prepare();
    const second = workplace.start();
    await second.url();
    expect(second.stdout).not.toMatch(/administrator|key/);
    expect(await second.end('SIGINT')).toEqual({ code: 0, signal: null });
  });

  it('one of three at once on an empty folder; the others name it, and one administrator was made', async () => {
    const starts = [workplace.start(), workplace.start(), workplace.start()];
    const outcomes = await Promise.all(
      starts.map(start =>
        start.readyMs().then(
          () => 'ready',
          () => 'ended',
        ),
      ),
    );
    expect(outcomes.sort()).toEqual(['ended', 'ended', 'ready']);
    const first = starts.find(start => start.adminKey !== undefined);
    for (const other of starts.filter(start => start !== first)) {
      expect(await other.exited).toEqual({ code: 74, signal: null });
      expect(other.stderr).toContain(`is in use by another service (process ${first?.pid})`);
      expect(other.stdout).not.toMatch(/administrator|key/);
    }
    expect(await workplace.query('SELECT login FROM user')).toEqual([{ login: 'admin' }]);
    expect(await first?.end()).toEqual({ code: 0, signal: null });
    expect(readdirSync(workplace.folder)).toEqual(['gatehouse.sqlite']);
  });

  it('after one that was killed: its lock went with it', async () => {
    await workplace.prepare();
    const killed = workplace.start();
    await killed.url();
    await killed.end('SIGKILL');
    expect(existsSync(`${workplace.file}-lock`)).toBe(true);
    const next = workplace.start();
    await next.readyMs();
    const beside = workplace.start();
    expect(await beside.exited).toEqual({ code: 74, signal: null });
    expect(beside.stderr).toContain(`(process ${next.pid})`);
    expect(await next.end()).toEqual({ code: 0, signal: null });
    expect(readdirSync(workplace.folder)).toEqual(['gatehouse.sqlite']);
  });

  it('beside commands that write, before and after', async () => {
    await workplace.prepare();
    const running = workplace.start();
    await running.url();
    expect(await workplace.command('user', 'create', 'reception')).toContain('API key');
    await running.readyMs();
    expect(await running.end()).toEqual({ code: 0, signal: null });
    expect(readdirSync(workplace.folder)).toEqual(['gatehouse.sqlite']);
  });
});

describe('refuses to start', () => {
  it('78: with every bad setting at once, by name and never by value', async () => {
    const start = workplace.start({ PORT: 'secret-1', RATE_POLICY: 'secret-2', GATEHOUSE_PORT: 'secret-3' });
    expect(await start.exited).toEqual({ code: 78, signal: null });
    for (const name of ['PORT', 'RATE_POLICY', 'GATEHOUSE_PORT']) expect(start.stderr).toContain(name);
    expect(start.stderr + start.stdout).not.toContain('secret-');
    expect(readdirSync(workplace.folder)).toEqual([]);
  });

  it('69: when the port is taken, naming it once, and no key is spent on it', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const start = workplace.start({ PORT: String(port) });
    expect(await start.exited).toEqual({ code: 69, signal: null });
    expect(start.stderr).toMatch(
      new RegExp(`^PORT: ${port} of 127\\.0\\.0\\.1 is in use by another process.*\\n$`),
    );
    expect(start.stdout).toBe('');
    other.close();
    const next = workplace.start();
    await next.url();
    expect(next.adminKey).toBeDefined();
  });

  it('74: when the data is damaged, naming the file', async () => {
    writeFileSync(workplace.file, 'no database');
    const start = workplace.start();
    expect(await start.exited).toEqual({ code: 74, signal: null });
    expect(start.stderr).toContain(`DATABASE_URL: ${workplace.file} is damaged`);
    expect(start.stdout).toBe('');
  });

  it('74: when the folder cannot be made, naming the file and not the port', async () => {
    writeFileSync(join(workplace.folder, 'file'), '');
    const start = workplace.start({ DATABASE_URL: `sqlite:${workplace.folder}/file/gatehouse.sqlite` });
    expect(await start.exited).toEqual({ code: 74, signal: null });
    expect(start.stderr).toMatch(/^DATABASE_URL: \S+\/file\/gatehouse\.sqlite cannot be opened/);
  });

  it('74: when the write-ahead log of a killed run is gone', async () => {
    await workplace.prepare();
    const killed = workplace.start();
    await killed.url();
    await killed.end('SIGKILL');
    rmSync(`${workplace.file}-wal`);
    const start = workplace.start();
    expect(await start.exited).toEqual({ code: 74, signal: null });
    expect(start.stderr).toContain('write-ahead log is gone');
  });

  it('74: when the write-ahead log of a killed run was emptied, or belongs to another file', async () => {
    await workplace.prepare();
    copyFileSync(workplace.file, `${workplace.file}.backup`);
    const killed = workplace.start();
    const client = new Client(await killed.url(), 1);
    await client.logIn(workplace.adminKey);
    expect((await client.post('visit/create', newVisit())).status).toBe(200);
    client.close();
    await killed.end('SIGKILL');

    copyFileSync(`${workplace.file}-wal`, `${workplace.file}-wal.kept`);
    truncateSync(`${workplace.file}-wal`);
    const emptied = workplace.start();
    expect(await emptied.exited).toEqual({ code: 74, signal: null });
    expect(emptied.stderr).toContain('write-ahead log was emptied: restore');

    copyFileSync(`${workplace.file}-wal.kept`, `${workplace.file}-wal`);
    renameSync(`${workplace.file}.backup`, workplace.file);
    const mixed = workplace.start();
    expect(await mixed.exited).toEqual({ code: 74, signal: null });
    expect(mixed.stderr).toMatch(/is another file than the one that \S+-wal belongs to: put that file back/);
  });
});
