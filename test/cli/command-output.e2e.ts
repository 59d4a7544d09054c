import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { endWithUs, Workplace } from '../recipes/service-process';
import { processIo } from '../../src/cli/process-io';
import { programOf } from '../../src/cli/run-cli';
import { buildService } from '../support/built-service';

const service = buildService();
const cli = join(dirname(service.main), 'cli.js');
const workplace = new Workplace(service.main);
const path = (name: string) => join(workplace.folder, name);
const keys = path('keys');

beforeAll(async () => {
  await workplace.prepare();
  writeFileSync(path('site.yaml'), 'activityTypes: [{ title: Safety training }]\n');
  writeFileSync(path('persons.csv'), 'PersonId,Name,Surname\n1,Jana,Nová\n');
  writeFileSync(path('units.csv'), 'Structure,Type\nSite,Department\n');
  await workplace.command('licence', 'keygen', '--out', keys);
  await workplace.command(...issue('licence.jws'));
  // Where nothing listens, whatever else this machine runs.
  writeFileSync(path('.env'), 'PORT=1\n');
  await workplace.command('backup', path('copy.sqlite'));
  // As if there were none yet, so that the doctor has something to say.
  rmSync(`${workplace.file}-backup`);
}, 60_000);
afterAll(async () => {
  await workplace.clear();
  service.remove();
});

let count = 0;
/** A name that no command had before. */
const fresh = (name: string) => `${name}${(count += 1)}`;
const issue = (file: string) => [
  ...['licence', 'issue', '--key', join(keys, 'private.pem'), '--licensee', 'ABC', '--agendas', 'Visits'],
  ...['--not-before', '2026-01-01', '--expires', '2126-01-01', '--out', path(file)],
];

/** How each command is called, so that it says something. One that has none here has no test either. */
const calls: Readonly<Record<string, () => string[]>> = {
  doctor: () => ['doctor'],
  health: () => ['health'],
  backup: () => ['backup', path(fresh('backup'))],
  restore: () => ['restore', '--check', path('copy.sqlite')],
  migrate: () => ['migrate', '--status'],
  'migrate-data': () => ['migrate-data', '--from', 'x', '--to', 'y'],
  apply: () => ['apply', path('site.yaml')],
  'import persons': () => ['import', 'persons', path('persons.csv')],
  'import units': () => ['import', 'units', path('units.csv')],
  'user create': () => ['user', 'create', fresh('user')],
  'user list': () => ['user', 'list'],
  'user block': () => ['user', 'block', 'admin'],
  'user unblock': () => ['user', 'unblock', 'admin'],
  'user rotate-key': () => ['user', 'rotate-key', 'admin'],
  'licence keygen': () => ['licence', 'keygen', '--out', path(fresh('keys'))],
  'licence issue': () => issue(fresh('licence')),
  'licence show': () => ['licence', 'show', path('licence.jws'), '--public-key', join(keys, 'public.pem')],
  'pass verify': () => ['pass', 'verify', 'no pass'],
  'pass public-key': () => ['pass', 'public-key'],
  config: () => ['config'],
};
const codes: Readonly<Record<string, number>> = {
  doctor: 78,
  health: 69,
  'migrate-data': 64,
  'pass verify': 65,
};
/** What these show cannot be shown again: 74 also when the reader has gone. */
const withKey = ['user create', 'user rotate-key'];
/** They fail in the usual way, whatever becomes of their output. */
const silent = ['doctor', 'health', 'migrate-data', 'pass verify'];

function namesOf(command: Command, before = ''): string[] {
  return command.commands.flatMap(each => {
    const name = `${before}${each.name()}`;
    return each.commands.length > 0 ? namesOf(each, `${name} `) : [name];
  });
}

it('every command is tried below; the service has tests of its own', () => {
  const names = namesOf(programOf(processIo)).filter(name => name !== 'serve');
  expect(names.sort()).toEqual(Object.keys(calls).sort());
});

type Channel = 'ignore' | 'pipe' | number;

function start(argv: readonly string[], stdout: Channel, stderr: Channel) {
  const child = endWithUs(
    spawn(process.execPath, [cli, ...argv], {
      cwd: workplace.folder,
      env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${workplace.file}` },
      stdio: ['ignore', stdout, stderr],
    }),
  );
  const said = { out: '', err: '' };
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const code = once(child, 'close').then(([exitCode]) => exitCode as number | null);
  return { child, said, code };
}

const full = () => openSync('/dev/full', 'w');

describe.each(Object.keys(calls))('%s', name => {
  const argv = () => calls[name]?.() ?? [];
  const usual = codes[name] ?? 0;

  it('ends as ever when nobody reads its output, but where a key was in it', async () => {
    const { child, said, code } = start(argv(), 'pipe', 'pipe');
    child.stdout?.destroy();
    const lost = withKey.includes(name);
    expect([await code, said.err]).toEqual([
      lost ? 74 : usual,
      lost
        ? expect.stringMatching(
            /could not be shown \(EPIPE\); make another: gatehouse user rotate-key \w+\n$/,
          )
        : said.err,
    ]);
    expect(said.err).not.toMatch(/^\s+at /m);
    if (usual === 0 && !lost) expect(said.err).toBe('');
  }, 60_000);

  it('ends with 74 and one sentence when its output cannot be stored', async () => {
    const { said, code } = start(argv(), full(), 'pipe');
    expect(await code).toBe(silent.includes(name) ? usual : 74);
    if (!silent.includes(name)) expect(said.err).toMatch(/^[^\n]*\(ENOSPC\)[^\n]*\n$/);
  }, 60_000);

  it('ends as ever when standard error is full or closed, or both are closed', async () => {
    const unwritable = start(argv(), 'ignore', full());
    const { child, code } = start(argv(), 'ignore', 'pipe');
    child.stderr?.destroy();
    const closed = endWithUs(
      spawn('/bin/sh', ['-c', 'exec "$@" >&- 2>&-', 'sh', process.execPath, cli, ...argv()], {
        cwd: workplace.folder,
        env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${workplace.file}` },
        stdio: 'ignore',
      }),
    );
    const [exitCode] = (await once(closed, 'exit')) as [number | null];
    expect([await unwritable.code, await code, exitCode]).toEqual([usual, usual, usual]);
  }, 120_000);
});

it('a slow reader gets all of it', async () => {
  writeFileSync(
    path('many.yaml'),
    `users:\n${Array.from({ length: 3000 }, (_, n) => `  - { login: many-${n} }\n`).join('')}`,
  );
  await workplace.command('apply', path('many.yaml'));
  const { child, code } = start(['user', 'list'], 'pipe', 'pipe');
  child.stdout?.pause();
  await wait(4000);
  let out = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stdout?.resume();
  expect(await code).toBe(0);
  expect(out.split('\n').filter(line => line.startsWith('many-'))).toHaveLength(3000);
}, 120_000);

describe('a file that is none', () => {
  const takers: readonly (readonly [string, (file: string) => string[]])[] = [
    ['apply', file => ['apply', file]],
    ['import persons', file => ['import', 'persons', '--format', 'csv', file]],
    ['import units', file => ['import', 'units', '--format', 'xml', file]],
    ['licence issue', file => ['licence', 'issue', '--key', file, ...issue(fresh('licence')).slice(4)]],
    ['licence show', file => ['licence', 'show', file, '--public-key', join(keys, 'public.pem')]],
    ['licence show --public-key', file => ['licence', 'show', path('licence.jws'), '--public-key', file]],
    ['licence keygen', file => ['licence', 'keygen', '--out', join(file, 'x')]],
    ['pass verify', file => ['pass', 'verify', 'text', '--key', file]],
    ['pass public-key', file => ['pass', 'public-key', '--out', file]],
    [
      'migrate-data',
      file => ['migrate-data', '--from', `sqlite:${file}`, '--to', 'postgres://u@127.0.0.1:1/n'],
    ],
  ];

  it.each(takers)(
    '%s: one sentence, 65 or 74, whatever stands there',
    async (_, argv) => {
      mkdirSync(path('folder'), { recursive: true });
      const pipe = path(fresh('pipe'));
      execFileSync('mkfifo', [pipe]);
      writeFileSync(path('binary'), Buffer.from([0, 255, 254, 0, 1, 2, 3]));
      const refuses = async (file: string) => {
        const { said, code } = start(argv(file), 'ignore', 'pipe');
        const exitCode = await code;
        const made = exitCode === 0 && argv(file)[1] === 'keygen';
        if (made) return;
        expect([file, exitCode, [65, 74].includes(exitCode ?? 0)]).toEqual([file, exitCode, true]);
        // `migrate-data` tells of both sides: nobody listens on the other.
        expect(said.err.replace(/^--to: .*\n/m, '')).toMatch(/^[^\n]+\n$/);
        expect(said.err).not.toMatch(/^\s+at /m);
      };
      await Promise.all([path('folder'), path('binary'), pipe, '/dev/null', path('none/none')].map(refuses));
    },
    180_000,
  );
});
