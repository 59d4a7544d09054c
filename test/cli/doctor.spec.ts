import { chmodSync, rmSync, truncateSync, statSync, utimesSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { CommandLine } from '../support/command-line';
import { expired, forged, licensed } from '../support/licences';

const sound = { HOST: '127.0.0.1', LOG_LEVEL: 'info' };
const DAY_MS = 86_400_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS);

describe('gatehouse doctor', () => {
  const lines: CommandLine[] = [];
  afterEach(() => {
    for (const cli of lines.splice(0)) cli.remove();
  });

  /** A site in good health, but for these settings. */
  async function site(settings: Record<string, string> = {}): Promise<CommandLine> {
    const cli = new CommandLine({ ...sound, ...settings });
    lines.push(cli);
    const healthy = new CommandLine({ ...sound, DATABASE_URL: `sqlite:${cli.database}` });
    lines.push(healthy);
    await healthy.run(['migrate']);
    await healthy.run(['backup', cli.path('backup.sqlite')]);
    return cli;
  }
  const sql = (cli: CommandLine, text: string) =>
    new Promise<void>((resolve, reject) => {
      const database = new sqlite3.Database(cli.database);
      database.exec(text, fault => database.close(() => (fault ? reject(fault) : resolve())));
    });

  it('finds nothing at a site in good health', async () => {
    const { exitCode, out, err } = await (await site()).run(['doctor']);
    expect([exitCode, out, err]).toEqual([0, ['nothing found'], []]);
  });

  it.each<[name: string, settings: Record<string, string>, finding: RegExp]>([
    ['a setting that cannot be used', { PORT: 'seven' }, /^PORT: must be a whole number/],
    [
      'a name that looks like a setting',
      { IPFILTER: '10.0.0.1' },
      /IPFILTER is not a setting: is IP_FILTER meant/,
    ],
    ['plain HTTP to everybody', { HOST: '0.0.0.0' }, /^HOST: 0\.0\.0\.0 is reached .*plain HTTP/],
    ['a filter behind an unnamed proxy', { IP_FILTER: '10.0.0.0/8' }, /^TRUSTED_PROXIES: is empty/],
    ['an origin without TLS', { CORS_ORIGINS: 'http://desk.example.com' }, /^CORS_ORIGINS: .* use https/],
    ['limits that contradict each other', { PHOTO_BODY_LIMIT: '512kb' }, /^PHOTO_BODY_LIMIT: is smaller/],
    ['tokens that live long', { TOKEN_TTL_SECONDS: '86400' }, /^TOKEN_TTL_SECONDS: is longer/],
    ['no rate', { RATE_POLICY: 'off' }, /^RATE_POLICY: is off/],
    ['no rate of logins', { LOGIN_RATE_POLICY: 'off' }, /^LOGIN_RATE_POLICY: is off/],
    ['no log', { LOG_LEVEL: 'silent' }, /^LOG_LEVEL: is silent/],
    ['data in memory', { DATABASE_URL: 'sqlite::memory:' }, /^DATABASE_URL: is sqlite::memory:/],
    [
      'Redis that does not answer',
      { REDIS_URL: 'redis://127.0.0.1:1' },
      /^REDIS_URL: 127\.0\.0\.1:1 does not answer/,
    ],
    ['Redis beside a file', { REDIS_URL: 'redis://127.0.0.1:1' }, /^REDIS_URL: .*needs no Redis/],
    [
      'a lock timeout that is never reached',
      { DATABASE_URL: 'postgres://127.0.0.1:1/gate', DATABASE_LOCK_TIMEOUT_MS: '2000' },
      /^DATABASE_LOCK_TIMEOUT_MS: is not below/,
    ],
    [
      'a server that does not answer',
      { DATABASE_URL: 'postgres://127.0.0.1:1/gate' },
      /^DATABASE_URL: .*127\.0\.0\.1:1/,
    ],
    [
      'a licence file that is not there',
      { LICENCE_FILE: 'none.jws', LICENCE_PUBLIC_KEY_FILE: 'none.pem' },
      /^LICENCE_FILE: .* cannot be read/,
    ],
  ])('finds %s', async (_, settings, finding) => {
    const { exitCode, out } = await (await site(settings)).run(['doctor']);
    expect(exitCode).toBe(78);
    expect(out).toContainEqual(expect.stringMatching(finding));
  });

  it.each<[name: string, harm: (cli: CommandLine) => unknown, finding: RegExp]>([
    ['no database', cli => rmSync(cli.database), /^DATABASE_URL: .* does not exist/],
    [
      'a damaged database',
      cli => truncateSync(cli.database, statSync(cli.database).size / 2),
      /^DATABASE_URL: .* is damaged/,
    ],
    [
      'a file that others can read',
      cli => chmodSync(cli.database, 0o644),
      /^DATABASE_URL: others .* chmod 600/,
    ],
    [
      'pending migrations',
      cli => sql(cli, `DELETE FROM migrations WHERE name LIKE 'Folded%'`),
      /1 migrations are pending/,
    ],
    ['no backup', cli => rmSync(`${cli.database}-backup`), /^backup: there is none/],
    [
      'an old backup',
      cli => utimesSync(`${cli.database}-backup`, daysFromNow(-9), daysFromNow(-9)),
      /^backup: the last one is 9 days old/,
    ],
    ["another program's file", cli => sql(cli, 'PRAGMA application_id = 1'), /belongs to another program/],
    [
      'a newer version',
      cli => sql(cli, `INSERT INTO migrations (timestamp, name) VALUES (1, 'Future1')`),
      /newer version/,
    ],
  ])('finds %s', async (_, harm, finding) => {
    const cli = await site();
    await harm(cli);
    const { exitCode, out } = await cli.run(['doctor']);
    expect(exitCode).toBe(78);
    expect(out).toContainEqual(expect.stringMatching(finding));
  });

  it.each([
    ['expired', expired, /^LICENCE_FILE: the licence is expired/],
    ['forged', forged, /^LICENCE_FILE: the licence is forged/],
    ['soon over', licensed({ expires: daysFromNow(10.5) }), /^LICENCE_FILE: the licence ends in 10 days/],
  ])('finds a licence that is %s', async (_, licence, finding) => {
    const folder = (await site()).folder;
    const settings = (await licence(folder)) as Record<string, string>;
    const { out } = await (await site(settings)).run(['doctor']);
    expect(out).toContainEqual(expect.stringMatching(finding));
  });

  it('finds a clock that was set back', async () => {
    const cli = await site();
    await sql(
      cli,
      `PRAGMA foreign_keys = OFF;
       INSERT INTO visit_history (visit_seq, at, command, to_state, reason, login, address, request_id)
       VALUES (1, '${daysFromNow(1).toISOString()}', 'create', 0, '', 'a', '', '')`,
    );
    expect((await cli.run(['doctor'])).out).toContainEqual(
      expect.stringMatching(/^clock: the newest step .* ahead/),
    );
  });

  it('shows no secret', async () => {
    const cli = await site({
      DATABASE_URL: 'postgres://gate:hidden@127.0.0.1:1/gate',
      REDIS_URL: 'redis://:hidden@127.0.0.1:1',
    });
    const { out, err } = await cli.run(['doctor']);
    expect([...out, ...err].join('\n')).not.toContain('hidden');
  });
});
