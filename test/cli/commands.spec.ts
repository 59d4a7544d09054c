import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { USER_CACHE_MS } from '../../src/auth/application/identify';
import { CommandLine } from '../support/command-line';
import { TestApp } from '../support/test-app';

describe('gatehouse', () => {
  let cli: CommandLine;

  beforeEach(() => (cli = new CommandLine()));
  afterEach(() => cli.remove());

  describe('usage', () => {
    it.each([
      ['no command', []],
      ['an unknown command', ['open']],
      ['an unknown option', ['migrate', '--fast']],
      ['an unknown option of a subcommand', ['user', 'list', '--all']],
      ['a missing argument', ['apply']],
      ['one argument too many', ['migrate', 'now']],
      ['a group without a command', ['user']],
      ['a missing option', ['licence', 'keygen']],
      ['a move that leads nowhere', ['migrate-data', '--from', 'sqlite:./gatehouse.sqlite']],
      ['a move to a file', ['migrate-data', '--from', 'sqlite:a.sqlite', '--to', 'sqlite:b.sqlite']],
      ['a date that is none', ['licence', 'issue', '--expires', 'soon']],
    ])('that is %s is told on standard error and exits with 64', async (_, argv) => {
      const { exitCode, out, err } = await cli.run(argv);
      expect(exitCode).toBe(64);
      expect(out).toEqual([]);
      expect(err).not.toEqual([]);
    });

    it.each([['--help'], ['--version'], ['user', '--help']])(
      'shows help and version: %s %s',
      async (...argv) => {
        const { exitCode, out, err } = await cli.run(argv);
        expect(exitCode).toBe(0);
        expect(out).not.toEqual([]);
        expect(err).toEqual([]);
      },
    );
  });

  describe('settings', () => {
    it('that cannot be used are all named, and exit with 78, whatever the command', async () => {
      const bad = new CommandLine({ PORT: 'seven', GATEHOUSE_PORT: '1', DISABLED_METHODS: 'visit/fly' });
      for (const argv of [['config'], ['migrate'], ['user', 'list'], ['serve']]) {
        const { exitCode, out, err } = await bad.run(argv);
        expect(exitCode).toBe(78);
        expect(out).toEqual([]);
        expect(err.join('\n')).toMatch(/PORT must be.*\n.*GATEHOUSE_PORT is not a setting/);
      }
      bad.remove();
    });

    it('in force are shown one a line', async () => {
      const some = new CommandLine({
        PORT: '8080',
        DISABLED_METHODS: 'visit/approve',
        IP_FILTER: '10.0.0.1\n10.0.0.2',
      });
      const { exitCode, out } = await some.run(['config']);
      expect(exitCode).toBe(0);
      expect(out).toEqual(
        expect.arrayContaining([
          'PORT=8080',
          'HOST=127.0.0.1',
          'DISABLED_METHODS=visit/approve',
          'IP_FILTER=10.0.0.1 10.0.0.2',
          'REDIS_URL=',
          `DATABASE_URL=sqlite:${some.database}`,
        ]),
      );
      expect(out.every(line => /^[A-Z0-9_]+=/.test(line))).toBe(true);
      some.remove();
    });
  });

  it('needs no Redis: a command knocks at no server but that of the data', async () => {
    let knocks = 0;
    const server = createServer(socket => {
      knocks += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const some = new CommandLine({ REDIS_URL: `redis://:secret@127.0.0.1:${port}` });
    const { exitCode } = await some.run(['user', 'create', 'erp']);
    const { out } = await some.run(['config']);
    expect([exitCode, knocks]).toEqual([0, 0]);
    expect(out).toContain(`REDIS_URL=redis://***@127.0.0.1:${port}`);
    some.remove();
    server.close();
  });

  describe('migrate', () => {
    it('makes the database once, and --status tells before and after', async () => {
      const before = await cli.run(['migrate', '--status']);
      const first = await cli.run(['migrate']);
      const after = await cli.run(['migrate', '--status']);

      expect(before.out.length).toBeGreaterThan(0);
      expect(before.out.every(line => /^pending \w+\d{13}$/.test(line))).toBe(true);
      expect(after.out).toEqual(before.out.map(line => line.replace('pending', 'done')));
      expect(first).toMatchObject({
        exitCode: 0,
        out: [...before.out.map(line => line.replace('pending', 'ran')), 'the database is now up to date'],
      });
      expect((await cli.run(['migrate'])).out).toEqual(['the database is up to date']);
    });

    it('runs although the service is not allowed to', async () => {
      const closed = new CommandLine({ MIGRATE_ON_START: 'off' });
      expect(await closed.run(['user', 'list'])).toMatchObject({
        exitCode: 74,
        err: [expect.stringContaining('does not exist')],
      });
      expect((await closed.run(['migrate'])).exitCode).toBe(0);
      expect((await closed.run(['user', 'list'])).exitCode).toBe(0);
      closed.remove();
    });

    it('refuses a file that is no database with 74 and leaves it as it is', async () => {
      writeFileSync(cli.database, 'my diary, long enough to be a header of a hundred bytes. '.repeat(4));
      const before = cli.read('gatehouse.sqlite');
      for (const argv of [['migrate'], ['migrate', '--status'], ['user', 'list']]) {
        expect(await cli.run(argv)).toMatchObject({ exitCode: 74, out: [] });
      }
      expect(cli.read('gatehouse.sqlite')).toBe(before);
    });
  });

  describe('user', () => {
    const keyIn = (out: string[]) => /^its API key, shown this once: (.+)$/m.exec(out.join('\n'))?.[1] ?? '';

    it('create shows the key once; list shows the user, and never a key', async () => {
      const created = await cli.run([
        ...['user', 'create', 'erp', '--privileges', 'Visits:View,New; Visitors:View,Activities'],
        ...['--ip-filter', '10.0.0.0/8', '--rate-policy', '50/1s'],
      ]);
      await cli.run(['user', 'create', 'plain']);
      const { out } = await cli.run(['user', 'list']);

      expect(created.exitCode).toBe(0);
      expect(Buffer.from(keyIn(created.out), 'base64')).toHaveLength(16);
      expect(out.map(line => line.split(/\s{2,}/))).toEqual([
        ['LOGIN', 'STATE', 'PRIVILEGES', 'IP FILTER', 'RATE'],
        ['erp', 'active', 'Visits:View,New;Visitors:View,Activities', '10.0.0.0/8', '50/1s'],
        ['plain', 'active', '-', '-', '-'],
      ]);
      expect(out.join()).not.toContain(keyIn(created.out));
    });

    it('create refuses a login that is taken with 65', async () => {
      await cli.run(['user', 'create', 'erp']);
      expect(await cli.run(['user', 'create', 'erp'])).toMatchObject({
        exitCode: 65,
        out: [],
        err: ['there is a user erp already'],
      });
    });

    it('a login is the same however it was pasted, as in requests', async () => {
      const composed = 'Rece\u0301pce'.normalize('NFC');
      expect((await cli.run(['user', 'create', ' Rece\u0301pce\n'])).out[0]).toBe(`created user ${composed}`);
      expect((await cli.run(['user', 'create', composed])).err).toEqual([
        `there is a user ${composed} already`,
      ]);
      for (const command of ['block', 'unblock', 'rotate-key'])
        expect(await cli.run(['user', command, `\u00a0Rece\u0301pce\r\n`])).toMatchObject({ exitCode: 0 });
      expect((await cli.run(['user', 'list'])).out[1]).toMatch(new RegExp(`^${composed} +active`));
    });

    it.each(['\u2028', '\u2029', '\n'])('create refuses a login of two lines: %j', async separator => {
      expect(await cli.run(['user', 'create', `e${separator}rp`])).toMatchObject({
        exitCode: 64,
        err: [expect.stringMatching(/^LOGIN: must have no control characters, no line separators/)],
      });
    });

    it.each(['gatehouse', ' Gatehouse', 'Gäte House'])(
      'create refuses the login of the service: %j',
      async login => {
        expect(await cli.run(['user', 'create', login])).toMatchObject({
          exitCode: 64,
          err: ['LOGIN: must not be the name of the service itself'],
        });
      },
    );

    it('create names every bad option at once and exits with 64', async () => {
      const { exitCode, err } = await cli.run([
        ...['user', 'create', '', '--ip-filter', '10.0.0.0/99', '--rate-policy', 'often'],
        ...['--privileges', 'Visits:Fly;Parking:View'],
      ]);
      expect(exitCode).toBe(64);
      expect(err).toEqual([
        'LOGIN: must have 1 to 100 characters',
        expect.stringMatching(/^--ip-filter: must be/),
        expect.stringMatching(/^--rate-policy: must be/),
        '--privileges: Visits must be one of View, New, Edit, Types',
        expect.stringMatching(/^--privileges: Parking is not known here/),
      ]);
    });

    it.each(['block', 'unblock', 'rotate-key'])('%s of an unknown login exits with 65', async command => {
      expect(await cli.run(['user', command, 'nobody'])).toEqual({
        exitCode: 65,
        out: [],
        err: ['there is no user nobody'],
      });
    });

    it('block and unblock show in the list', async () => {
      await cli.run(['user', 'create', 'erp']);
      expect((await cli.run(['user', 'block', 'erp'])).out).toEqual(['blocked user erp']);
      expect((await cli.run(['user', 'list'])).out[1]).toMatch(/^erp +blocked/);
      expect((await cli.run(['user', 'unblock', 'erp'])).out).toEqual(['unblocked user erp']);
      expect((await cli.run(['user', 'list'])).out[1]).toMatch(/^erp +active/);
    });

    describe('beside a running service', () => {
      let app: TestApp;
      let beside: CommandLine;

      beforeAll(async () => {
        app = await TestApp.start();
        beside = new CommandLine({ DATABASE_URL: `sqlite:${app.file}` });
      });
      afterAll(async () => {
        await app.stop();
        beside.remove();
      });

      const codeWith = async (token: string) =>
        (await app.fetch('visit/get', { VisitId: '00000000-0000-4000-8000-000000000000' }, { token })).body
          .Code;

      it('block takes effect half a second later, unblock lets in again', async () => {
        const token = await app.token('reception');
        expect(await codeWith(token)).toBe(1540);
        await beside.run(['user', 'block', 'reception']);
        app.clock.advance(USER_CACHE_MS);
        expect(await codeWith(token)).toBe(1000);
        await beside.run(['user', 'unblock', 'reception']);
        expect(await codeWith(token)).toBe(1540);
      });

      it('rotate-key ends the old key and its tokens, and the new one logs in', async () => {
        const token = await app.token('gate');
        const { out } = await beside.run(['user', 'rotate-key', 'gate']);
        const login = await app.post('/login').send({ UserLogin: 'gate', ApiKey: keyIn(out) });

        expect(await codeWith(token)).toBe(1000);
        expect(login.status).toBe(200);
        expect(await app.token('gate')).toBeUndefined();
      });

      it('apply lets a new user in', async () => {
        const key = 'hDn/LFXIPESM036W+s7VKg==';
        await beside.apply(`users: [{ login: late, apiKey: ${key}, privileges: { Visits: [View] } }]`);
        const login = await app.post('/login').send({ UserLogin: 'late', ApiKey: key });
        expect(login.status).toBe(200);
      });

      it('a database that another holds is reported with 69', async () => {
        let release: () => void = () => undefined;
        const gate = new Promise<void>(resolve => (release = resolve));
        const held = app.database.write(() => gate);
        try {
          expect(await beside.run(['user', 'block', 'gate'])).toMatchObject({
            exitCode: 69,
            err: [expect.stringContaining('storage busy')],
          });
        } finally {
          release();
          await held;
        }
      });
    });
  });

  describe('licence', () => {
    const issue = (...changes: string[]) =>
      cli.run([
        ...['licence', 'issue', '--key', cli.path('keys/private.pem'), '--licensee', 'Company ABC'],
        ...[
          '--agendas',
          'Visits, Visitors',
          '--not-before',
          '2026-01-01',
          '--expires',
          '2126-01-01T12:00:00+01:00',
        ],
        ...['--out', cli.path('licence.jws'), ...changes],
      ]);
    const keygen = () => cli.run(['licence', 'keygen', '--out', cli.path('keys')]);
    const show = (file = 'licence.jws', key = 'keys/public.pem') =>
      cli.run(['licence', 'show', cli.path(file), '--public-key', cli.path(key)]);

    it('keygen makes a folder and a private key that their owner alone reads, and overwrites none', async () => {
      expect((await keygen()).exitCode).toBe(0);
      expect(statSync(cli.path('keys')).mode & 0o777).toBe(0o700);
      expect(statSync(cli.path('keys/private.pem')).mode & 0o777).toBe(0o600);
      expect(cli.read('keys/public.pem')).toContain('BEGIN PUBLIC KEY');
      const before = cli.read('keys/private.pem');
      expect(before).toContain('BEGIN PRIVATE KEY');

      expect(await keygen()).toMatchObject({
        exitCode: 74,
        err: [expect.stringContaining('not overwritten')],
      });
      expect(cli.read('keys/private.pem')).toBe(before);
    });

    it('keygen leaves no private key alone beside a public key that is there', async () => {
      mkdirSync(cli.path('keys'));
      cli.write('keys/public.pem', 'kept');
      expect((await keygen()).exitCode).toBe(74);
      expect(() => statSync(cli.path('keys/private.pem'))).toThrow('ENOENT');
      expect(cli.read('keys/public.pem')).toBe('kept');
    });

    it('issue signs what show then tells', async () => {
      await keygen();
      expect((await issue()).exitCode).toBe(0);
      expect(await show()).toEqual({
        exitCode: 0,
        out: [
          'state: valid',
          'licensee: Company ABC',
          'valid from: 2026-01-01T00:00:00.000Z',
          'expires: 2126-01-01T11:00:00.000Z',
          'licensed now: Visits, Visitors',
        ],
        err: [],
      });
    });

    it('issue refuses an unknown agenda, dates the wrong way round and a file that is there', async () => {
      await keygen();
      expect(await issue('--agendas', 'Parking')).toMatchObject({
        exitCode: 65,
        err: [expect.stringContaining('no agenda Parking')],
      });
      expect((await issue('--expires', '2025-01-01')).exitCode).toBe(65);
      expect((await issue('--key', cli.path('keys/public.pem'))).exitCode).toBe(65);
      expect((await issue('--key', cli.path('no.pem'))).exitCode).toBe(74);
      expect(await issue('--out', cli.path('keys/private.pem'))).toMatchObject({ exitCode: 74 });
      expect(cli.read('keys/private.pem')).toContain('BEGIN PRIVATE KEY');
    });

    it('show tells of a forgery and exits with 65', async () => {
      await keygen();
      await issue();
      await cli.run(['licence', 'keygen', '--out', cli.path('others')]);
      expect(await show('licence.jws', 'others/public.pem')).toMatchObject({
        exitCode: 65,
        out: ['state: forged', 'licensed now: nothing'],
        err: [expect.stringContaining('its signature was not made with')],
      });
      expect((await show('missing.jws')).exitCode).toBe(74);
    });

    it('show tells what is configured: the community licence, or the files of the settings', async () => {
      expect((await cli.run(['licence', 'show'])).out).toEqual([
        'state: community',
        'licensed now: Visits, Visitors, Identifiers, OrganizationalStructure, Persons',
      ]);
      await keygen();
      await issue();
      const configured = new CommandLine({
        LICENCE_FILE: cli.path('licence.jws'),
        LICENCE_PUBLIC_KEY_FILE: cli.path('keys/public.pem'),
      });
      expect((await configured.run(['licence', 'show'])).out).toContain('licensed now: Visits, Visitors');
      expect((await configured.run(['licence', 'show', cli.path('licence.jws')])).exitCode).toBe(0);
      configured.remove();
    });

    it('show of a file needs to know whose licence it is', async () => {
      await keygen();
      await issue();
      expect((await cli.run(['licence', 'show', cli.path('licence.jws')])).exitCode).toBe(64);
      expect((await cli.run(['licence', 'show', '--public-key', cli.path('keys/public.pem')])).exitCode).toBe(
        64,
      );
    });
  });

  describe('serve', () => {
    it('announces itself on standard output, makes an administrator once, and ends with 0 on SIGTERM', async () => {
      const service = new CommandLine({ PORT: '0' });
      const untilListening = () =>
        service.run(['serve'], line => {
          if (line.startsWith('listening on ')) process.emit('SIGTERM');
        });
      const first = await untilListening();
      const second = await untilListening();

      expect(first).toMatchObject({ exitCode: 0, err: [] });
      expect(first.out[0]).toBe('first administrator: admin');
      expect(first.out[1]).toMatch(/^its API key, shown this once: \S{24}$/);
      expect(first.out.at(-1)).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
      expect(second.out.join()).not.toContain('administrator');
      service.remove();
    });

    it('exits with 69 when the port is taken', async () => {
      const app = await TestApp.start();
      const second = new CommandLine({ PORT: String(app.port) });
      expect(await second.run(['serve'])).toMatchObject({
        exitCode: 69,
        err: [
          `PORT: ${app.port} of 127.0.0.1 is in use by another process; choose another port, or stop that process (EADDRINUSE)`,
        ],
      });
      second.remove();
      await app.stop();
    });
  });
});
