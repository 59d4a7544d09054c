import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ServiceProcess, Workplace } from '../../scripts/reliability/service-process';
import { buildService } from '../support/built-service';

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

  it('three at once on an empty folder: all are ready, and one administrator was made', async () => {
    const starts = [workplace.start(), workplace.start(), workplace.start()];
    await Promise.all(starts.map(start => start.readyMs()));
    expect(starts.filter(start => start.adminKey !== undefined)).toHaveLength(1);
    expect(await workplace.query('SELECT login FROM user')).toEqual([{ login: 'admin' }]);
    const ends = await Promise.all(starts.map(start => start.end()));
    expect(ends).toEqual(starts.map(() => ({ code: 0, signal: null })));
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

  it('69: when the port is taken, naming HOST and PORT', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const taken = other.address();
    const start = workplace.start({
      PORT: String(typeof taken === 'object' && taken !== null ? taken.port : 0),
    });
    expect(await start.exited).toEqual({ code: 69, signal: null });
    expect(start.stderr).toMatch(/HOST, PORT: cannot listen there \(EADDRINUSE\)/);
    other.close();
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
});
