import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { generate } from '../../bench/data';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { openDatabase } from '../../src/database';
import { buildService } from '../support/built-service';
import { CommandLine, type Outcome } from '../support/command-line';
import { withServer } from '../support/engine';
import {
  digestOf,
  digestOfFile,
  FileInHands,
  inFile,
  onTarget,
  tablesOf,
  unusual,
  useAllTables,
  type Values,
} from '../support/moved-site';
import { emptyDatabase, onServer, type OwnDatabase } from '../support/postgres';
import { keys } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, states } from '../support/visits';

const line = new CommandLine();
let target: OwnDatabase;

const run = (...argv: string[]): Promise<Outcome> => line.run(['migrate-data', ...argv]);
const moveFrom = (file: string, ...options: string[]): Promise<Outcome> =>
  run('--from', `sqlite:${file}`, '--to', target.url, ...options);
const shown = () => `${new URL(target.url).host}${new URL(target.url).pathname}`;
/** What a service says that is started on the target. */
const started = async (): Promise<string> => {
  try {
    await (await openDatabase(loadConfig({ DATABASE_URL: target.url }, []), rows)).close();
    return 'started';
  } catch (error) {
    return String(error);
  }
};
const isMade = async () =>
  (await onTarget(target.url, `SELECT 1 FROM pg_tables WHERE tablename = 'user'`)).length;

withServer('gatehouse migrate-data', () => {
  /** A site that was stopped, and what its file is. */
  let site: { app: TestApp; file: string; visits: string[] };

  beforeAll(async () => {
    const app = await TestApp.start();
    const visits = await useAllTables(app);
    await app.app.close();
    site = { app, file: app.file, visits };
    await inFile(app.file, 'PRAGMA foreign_keys = ON', ...unusual);
  });
  afterAll(() => {
    rmSync(dirname(site.file), { recursive: true });
    line.remove();
  });
  beforeEach(async () => (target = await emptyDatabase()));
  afterEach(() => target.drop());

  /** A copy that a test may change. */
  function copyOfSite(name: string): string {
    const file = line.path(name);
    copyFileSync(site.file, file);
    return file;
  }

  describe('with a whole site', () => {
    it('moves every row of every table as it is, and leaves the file as it was', async () => {
      const before = digestOfFile(site.file);
      const { exitCode, out, err } = await moveFrom(site.file);
      expect([exitCode, err]).toEqual([0, []]);
      expect(out).toEqual([expect.stringMatching(/^all \d+ rows of 14 tables are moved$/)]);
      const tables = await tablesOf(site.file);
      expect(tables).toHaveLength(14);
      for (const table of tables) {
        const ours = await inFile(site.file, `SELECT * FROM "${table}" ORDER BY 1, 2`);
        const theirs = await onTarget(target.url, `SELECT * FROM "${table}" ORDER BY 1, 2`);
        expect([table, ours.length]).not.toEqual([table, 0]);
        expect(theirs.map(plain)).toEqual(ours.map(plain));
      }
      expect(digestOfFile(site.file)).toBe(before);
    });

    /** The same on both engines, and short where it is long. */
    const plain = (row: Values): Values =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'boolean' ? Number(value) : Buffer.isBuffer(value) ? digestOf(value) : value,
        ]),
      );

    it('that a service then goes on with', async () => {
      await moveFrom(site.file);
      const app = await site.app.another({ DATABASE_URL: target.url });
      try {
        expect((await app.post('/login').send({ UserLogin: 'gate', ApiKey: keys.gate })).status).toBe(200);
        for (const [n, VisitId] of site.visits.entries()) {
          const { body } = await app.fetch('visit/get', { VisitId });
          expect(body).toMatchObject({ VisitId, State: states[n] ?? 0 });
          const history = await app.fetch('visit/getHistory', { VisitId });
          expect((history.body.History as object[]).length).toBeGreaterThan(0);
        }
        const made = newVisit({ Visitor: { Name: 'Nová', Surname: 'Návštěva' } });
        expect((await app.send('visit/create', made)).status).toBe(200);
        expect(
          (await app.send('activityType/create', { ActivityType: { Title: 'New', Frequency: 1, Signed: 0 } }))
            .status,
        ).toBe(200);
        const again = await app.send('visit/create', made, {
          headers: { 'Idempotency-Key': 'the-key-of-a-moved-call' },
        });
        expect(again.status).toBe(422);
      } finally {
        await app.app.close();
      }
    });

    it('and numbers go on after the highest that there ever was', async () => {
      const file = copyOfSite('numbers.sqlite');
      await inFile(file, `UPDATE sqlite_sequence SET seq = 700 WHERE name = 'visit_history'`);
      await moveFrom(file);
      const next = await onTarget(
        target.url,
        `SELECT nextval('visit_history_seq_seq')::integer AS history, nextval('visitor_seq_seq')::integer AS visitor`,
      );
      expect(next).toEqual([{ history: 701, visitor: 2_000_000_001 }]);
    });

    it('is compared, table by table', async () => {
      const { exitCode, out, progress } = await moveFrom(site.file, '--verify');
      expect(exitCode).toBe(0);
      expect(out.filter(each => each.endsWith(' equal'))).toHaveLength(15);
      expect(out.at(-1)).toBe('both sides are equal');
      expect(progress?.some(text => /^moving visit \[=+\] 100 % of 10$/.test(text))).toBe(true);
      expect((await moveFrom(site.file, '--verify')).out[0]).toBe(
        'the target has rows already: nothing is moved, both sides are compared',
      );
    });

    it('is not equal by a changed, a missing or an additional row, and every table that differs is named', async () => {
      await moveFrom(site.file);
      const changes = [
        ['visitor', `UPDATE visitor SET company = company || ' ' WHERE seq = 3`, 'seq 3 is changed'],
        ['user', `UPDATE "user" SET blocked = NOT blocked WHERE login = 'gate'`, 'id .+ is changed'],
        ['visit', `UPDATE visit SET vehicle_plate = '' WHERE seq = 2`, 'seq 2 is changed'],
        ['visit_photo', 'UPDATE visit_photo SET content = set_byte(content, 1, 7)', 'seq 1 is changed'],
        ['visit_history', 'DELETE FROM visit_history WHERE seq = 5', 'seq 5 is missing'],
        ['idempotency_key', 'DELETE FROM idempotency_key', 'user_id .+, key_digest .+ is missing'],
        [
          'visit_type_activity',
          'INSERT INTO visit_type_activity VALUES (1, 1)',
          'visit_type_seq 1, activity_type_seq 1 is additional',
        ],
      ] as const;
      await onTarget(target.url, ...changes.map(([, change]) => change));
      const { exitCode, out, err } = await moveFrom(site.file, '--verify');
      expect(exitCode).toBe(65);
      const named = err.map(each => each.replace('not equal: ', '').split(', ').sort());
      expect(named).toEqual([changes.map(([table]) => table).sort()]);
      const told = out.filter(each => each.includes('differs'));
      expect(told).toHaveLength(changes.length);
      for (const [table, , difference] of changes)
        expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${table} .*differs: ${difference}$`)));
    });

    it('counts what is only in the write-ahead log, also of a service that was cut off', async () => {
      const [live, cut] = [copyOfSite('live.sqlite'), line.path('cut.sqlite')];
      const hands = await FileInHands.open(live);
      await hands.all('PRAGMA wal_autocheckpoint = 0');
      await hands.all(`UPDATE visit SET reason = 'in the log alone' WHERE seq = 1`);
      for (const part of ['', '-wal']) copyFileSync(`${live}${part}`, `${cut}${part}`);
      await hands.close();
      writeFileSync(`${cut}-open`, '');
      const before = [digestOfFile(cut), digestOfFile(`${cut}-wal`)];
      expect((await moveFrom(cut, '--verify')).exitCode).toBe(0);
      expect(await onTarget(target.url, 'SELECT reason FROM visit WHERE seq = 1')).toEqual([
        { reason: 'in the log alone' },
      ]);
      expect([digestOfFile(cut), digestOfFile(`${cut}-wal`)]).toEqual(before);
    });
  });

  describe('refuses', () => {
    it('options that name neither, both at once', async () => {
      const { exitCode, err } = await run(
        '--from',
        'sqlite::memory:',
        '--to',
        'mysql://root:Zq3-secret@db/x',
      );
      expect(exitCode).toBe(64);
      expect(err).toEqual([
        '--from: must be sqlite:FILE',
        '--to: must be postgres://USER:PASSWORD@HOST:PORT/NAME, with %xx for what is special in a URL',
      ]);
    });

    it('a file that is not there and a server that is not there, both at once and without the password', async () => {
      const to = new URL(target.url);
      [to.port, to.password] = ['1', 'Zq3-secret'];
      const { exitCode, err } = await run('--from', `sqlite:${line.path('none')}`, '--to', to.href);
      expect(exitCode).toBe(74);
      expect(err).toEqual([
        `--from: ${line.path('none')} does not exist: name the file of the service`,
        expect.stringMatching(/^--to: .* cannot be reached \(ECONNREFUSED\): look at host and port/),
      ]);
      expect(existsSync(line.path('none'))).toBe(false);
    });

    it('a file of an older version, and says what brings it up to date', async () => {
      const file = copyOfSite('old.sqlite');
      await inFile(file, 'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)');
      const { exitCode, err } = await moveFrom(file);
      expect([exitCode, err]).toEqual([
        74,
        [
          `--from: ${file} is of an older version: run \`gatehouse migrate\` with DATABASE_URL=sqlite:FILE first`,
        ],
      ]);
    });

    it('a file that a service has open', async () => {
      const app = await TestApp.start();
      const { exitCode, err } = await moveFrom(app.file);
      await app.stop();
      expect(exitCode).toBe(74);
      expect(err).toEqual([expect.stringContaining('is in use: stop the service')]);
    });

    it('a database with rows, and names them', async () => {
      await (await openDatabase(loadConfig({ DATABASE_URL: target.url }, []), rows)).close();
      await onTarget(target.url, `INSERT INTO activity_type VALUES (1, 'mine', '', 1, true)`);
      const { exitCode, err } = await moveFrom(site.file);
      expect([exitCode, err]).toEqual([
        74,
        [
          `--to: ${shown()} has rows already (activity_type): make the database anew or name another; --verify compares what was moved before`,
        ],
      ]);
      expect(await onTarget(target.url, 'SELECT title FROM activity_type')).toEqual([{ title: 'mine' }]);
    });

    it('a database of another program', async () => {
      await onTarget(target.url, 'CREATE TABLE customer (id integer)');
      const { exitCode, err } = await moveFrom(site.file);
      expect([exitCode, err]).toEqual([
        74,
        [`--to: ${shown()} holds tables of another program: name another database`],
      ]);
    });

    it('what PostgreSQL does not take, all of it at once and before anything is moved', async () => {
      const file = copyOfSite('unfit.sqlite');
      await inFile(
        file,
        `UPDATE visit SET reason = 'a' || char(0) || 'b', state = 'five' WHERE seq = 1`.replace(
          `, state = 'five'`,
          '',
        ),
        `UPDATE visit SET created_by = '${'x'.repeat(37)}', version = 3000000000 WHERE seq = 2`,
        `UPDATE "user" SET blocked = 7 WHERE login = 'gate'`,
        `UPDATE visit_photo SET content = 'text'`,
        `UPDATE visit_history SET visit_seq = 999999 WHERE seq = 4`,
      );
      const { exitCode, err } = await moveFrom(file, '--verify');
      expect(exitCode).toBe(74);
      expect(err).toEqual([
        `--from: ${file} has what PostgreSQL does not take; nothing was moved:`,
        expect.stringMatching(/^user id .*: blocked is not 0 or 1$/),
        'visit seq 1: reason is not a text without U+0000 of 4000 characters at most',
        'visit seq 2: version is not a whole number of 32 bits',
        'visit seq 2: created_by is not a text without U+0000 of 36 characters at most',
        'visit_history, row 4: refers to a visit that is not there',
        'visit_photo seq 1: content is not bytes',
      ]);
      expect(await started()).toBe('started');
      expect(await onTarget(target.url, 'SELECT 1 FROM "user"')).toEqual([]);
    });

    it('a row that only PostgreSQL itself refuses, by its key', async () => {
      expect(await started()).toBe('started');
      await onServer('ALTER TABLE org_unit ADD CONSTRAINT short CHECK (length(structure) < 900)', target.url);
      const { exitCode, err } = await moveFrom(await siteWithLongPath('refused.sqlite'));
      expect(exitCode).toBe(74);
      expect(err).toEqual([
        `--to: ${shown()} does not take these rows:`,
        'org_unit seq 5: new row for relation "org_unit" violates check constraint "short"',
      ]);
    });
  });

  it('moves a path that is longer than an entry of an index', async () => {
    expect((await moveFrom(await siteWithLongPath('large.sqlite'))).exitCode).toBe(0);
  });

  async function siteWithLongPath(name: string): Promise<string> {
    const file = copyOfSite(name);
    const path = Array.from({ length: 1000 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((n * 7919) % 20000)),
    ).join('');
    await inFile(file, `UPDATE org_unit SET structure = '${path}' WHERE seq = 5`);
    return file;
  }

  describe('broken off in the middle', () => {
    let service: ReturnType<typeof buildService>;
    let folder: string;
    let file: string;

    beforeAll(async () => {
      service = buildService();
      folder = mkdtempSync(join(tmpdir(), 'gatehouse-move-'));
      file = join(folder, 'source.sqlite');
      await generate(file, { persons: 10, visitors: 5000, visits: 3000, open: 100 }, 1, () => undefined);
    });
    afterAll(() => {
      service.remove();
      rmSync(folder, { recursive: true });
    });

    /** Somebody who writes the visitor that is number 3000 of the file, and does not commit: there the move has to wait. */
    async function inTheWay(): Promise<Client> {
      await (await openDatabase(loadConfig({ DATABASE_URL: target.url }, []), rows)).close();
      const [visitor] = await inFile<{ id: string }>(file, 'SELECT id FROM visitor WHERE seq = 3000');
      const client = new Client({ connectionString: target.url });
      await client.connect();
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO visitor (seq, id, name, surname, company, email, phone_number, created_at)
          VALUES (9000, $1, '', '', '', '', '', '')`,
        [visitor?.id],
      );
      return client;
    }
    const moved = () =>
      onTarget<{ count: number }>(target.url, 'SELECT count(*)::integer AS count FROM visitor').then(
        ([row]) => row?.count,
      );
    async function untilMoved(count: number): Promise<void> {
      while ((await moved()) !== count) await new Promise(resolve => setTimeout(resolve, 10));
    }

    /** By a process of its own, that is killed when the first 2000 of 5000 visitors are there. */
    async function breakOff(): Promise<void> {
      const other = await inTheWay();
      const child = spawn(
        process.execPath,
        [
          join(dirname(service.main), 'cli.js'),
          'migrate-data',
          '--from',
          `sqlite:${file}`,
          '--to',
          target.url,
        ],
        { cwd: folder, stdio: 'ignore', env: { PATH: process.env.PATH } },
      );
      await untilMoved(2000);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await other.query('ROLLBACK');
      await other.end();
    }

    it('goes on by the same command, and no service starts before', async () => {
      await breakOff();
      expect(await started()).toContain(
        `${shown()} is half filled: run the same \`gatehouse migrate-data\` again, or make the database anew`,
      );
      const first = 'SELECT xmin::text, ctid::text FROM visitor WHERE seq = 1';
      const before = await onTarget(target.url, first);
      const { exitCode, out } = await moveFrom(file, '--verify');
      expect([exitCode, out.at(-1)]).toEqual([0, 'both sides are equal']);
      expect(await onTarget(target.url, first)).toEqual(before);
      expect(await started()).toBe('started');
    });

    it('is not mixed with another file, nor with the same after a change', async () => {
      await breakOff();
      const changed = line.path('changed.sqlite');
      copyFileSync(file, changed);
      await inFile(changed, `UPDATE visit SET reason = 'other' WHERE seq = 1`);
      for (const other of [site.file, changed])
        expect(await moveFrom(other, '--verify')).toMatchObject({
          exitCode: 74,
          err: [
            `--to: ${shown()} is half filled from another file, or from ${other} before it was changed: make the database anew`,
          ],
        });
    });

    it('because the file was written to meanwhile: it says so, and no service starts on the half', async () => {
      const other = await inTheWay();
      const copy = line.path('written.sqlite');
      copyFileSync(file, copy);
      const moving = moveFrom(copy);
      await untilMoved(2000);
      await inFile(copy, `UPDATE visit SET reason = 'later' WHERE seq = 1`);
      await other.query('ROLLBACK');
      await other.end();
      expect(await moving).toMatchObject({
        exitCode: 74,
        err: [
          `--from: ${copy} was written to meanwhile: stop the service, make the target anew and begin again`,
        ],
      });
      expect(await started()).toContain('is half filled');
    });
  });

  it('makes nothing where it refuses the file', async () => {
    await moveFrom(line.path('none'));
    expect(await isMade()).toBe(0);
  });
});
