import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import sqlite3 from 'sqlite3';
import { ServiceLock } from '../../src/database/sqlite/service-lock';
import { CommandLine } from '../support/command-line';

const settings = { MIGRATION_COPIES: '2' };
const user = ['user', 'create', 'reception'];

describe('gatehouse', () => {
  let cli: CommandLine;
  let copy: string;

  beforeEach(async () => {
    cli = new CommandLine(settings);
    copy = cli.path('backup.sqlite');
    await cli.run(['migrate']);
    await cli.run(user);
  });
  afterEach(() => cli.remove());

  const sql = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const database = new sqlite3.Database(cli.database);
      database.exec(text, fault => database.close(() => (fault ? reject(fault) : resolve())));
    });
  /** Changes that are in the write-ahead log and not in the file, as after a kill. */
  const leaveLog = async (text: string) => {
    const [file, log] = [cli.path('killed'), cli.path('killed-wal')];
    await new Promise<void>(resolve => {
      const database = new sqlite3.Database(cli.database);
      database.exec(`PRAGMA journal_mode = WAL; ${text}`, () => {
        copyFileSync(cli.database, file);
        copyFileSync(`${cli.database}-wal`, log);
        database.close(() => resolve());
      });
    });
    renameSync(file, cli.database);
    renameSync(log, `${cli.database}-wal`);
  };
  const logins = async () => (await cli.run(['user', 'list'])).out.slice(1).map(line => line.split(' ')[0]);
  const beside = (part: string) =>
    readdirSync(cli.folder).filter(name => name.startsWith(`gatehouse.sqlite.${part}`));

  describe('backup', () => {
    it('writes a copy that only its owner can read, and says what is in it', async () => {
      const { exitCode, out } = await cli.run(['backup', copy]);
      expect(exitCode).toBe(0);
      expect(out).toEqual([
        expect.stringMatching(/^backed up to .*backup\.sqlite \(\d+\.\d MB, 0 visits, \d+ migrations\)$/),
      ]);
      expect(statSync(copy).mode & 0o777).toBe(0o600);
      expect(readdirSync(cli.folder).filter(name => name.includes('.new-'))).toEqual([]);
    });

    it('overwrites no file', async () => {
      writeFileSync(copy, 'mine');
      const { exitCode, err } = await cli.run(['backup', copy]);
      expect([exitCode, err]).toEqual([74, [`${copy} exists already and is not overwritten`]]);
      expect(readFileSync(copy, 'utf8')).toBe('mine');
    });

    it('leaves nothing where the folder is missing', async () => {
      const target = cli.path('none/backup.sqlite');
      const { exitCode, err } = await cli.run(['backup', target]);
      expect(exitCode).toBe(74);
      expect(err.join()).toContain(`${target} cannot be opened for writing (ENOENT)`);
    });

    it('copies no damaged file', async () => {
      truncateSync(cli.database, Math.floor(statSync(cli.database).size / 2));
      const { exitCode, err } = await cli.run(['backup', copy]);
      expect([exitCode, err.join()]).toEqual([74, expect.stringContaining('is damaged')]);
      expect(existsSync(copy)).toBe(false);
    });

    it('refuses where there is no file', async () => {
      rmSync(cli.database);
      expect((await cli.run(['backup', copy])).err.join()).toContain('does not exist: there is nothing to');
    });

    it.each([
      ['sqlite::memory:', /keeps nothing/],
      ['postgres://gate@127.0.0.1/gate', /use pg_dump/],
    ])('refuses %s, and names the way', async (DATABASE_URL, message) => {
      const other = new CommandLine({ DATABASE_URL });
      for (const argv of [
        ['backup', copy],
        ['restore', copy],
      ]) {
        const { exitCode, err } = await other.run(argv);
        expect([exitCode, err.join()]).toEqual([64, expect.stringMatching(message)]);
      }
      other.remove();
    });
  });

  describe('restore', () => {
    beforeEach(() => cli.run(['backup', copy]));

    it('puts the copy in place, and keeps what was there', async () => {
      await cli.run(['user', 'create', 'later']);
      const { exitCode, out } = await cli.run(['restore', copy]);
      expect(exitCode).toBe(0);
      expect(await logins()).toEqual(['reception']);
      const [kept = ''] = beside('replaced-');
      expect(out[1]).toBe(`the database before is kept as ${cli.path(kept)}`);
      await cli.run(['restore', cli.path(kept)]);
      expect(await logins()).toEqual(['later', 'reception']);
    });

    it('keeps what only the write-ahead log of a killed service has', async () => {
      await leaveLog(`UPDATE user SET login = 'changed'`);
      await cli.run(['restore', copy]);
      expect(await logins()).toEqual(['reception']);
      const [kept = ''] = beside('replaced-');
      await cli.run(['restore', cli.path(kept)]);
      expect(await logins()).toEqual(['changed']);
    });

    it('begins where there was no database', async () => {
      rmSync(cli.database);
      const { out } = await cli.run(['restore', copy]);
      expect(out).toHaveLength(1);
      expect(await logins()).toEqual(['reception']);
    });

    it('--check only reads', async () => {
      const { exitCode, out } = await cli.run(['restore', '--check', copy]);
      expect([exitCode, out[0]]).toEqual([0, expect.stringMatching(/^can be restored: /)]);
      expect(beside('replaced-')).toEqual([]);
    });

    it('refuses while a service runs on the file', async () => {
      const lock = await ServiceLock.take(cli.database);
      const { exitCode, err } = await cli.run(['restore', copy]);
      await lock.release();
      expect([exitCode, err.join()]).toEqual([74, expect.stringContaining('in use by another service')]);
    });

    it.each<[string, () => unknown, RegExp]>([
      ['missing', () => rmSync(copy), /does not exist/],
      ['empty', () => truncateSync(copy, 0), /is empty/],
      ['cut off', () => truncateSync(copy, Math.floor(statSync(copy).size / 2)), /is damaged/],
      ['overwritten', () => writeFileSync(copy, 'x'.repeat(5000)), /is damaged or no SQLite database/],
    ])('refuses a copy that is %s, and touches nothing', async (_, harm, message) => {
      harm();
      const before = readFileSync(cli.database);
      for (const argv of [
        ['restore', copy],
        ['restore', '--check', copy],
      ]) {
        const { exitCode, err } = await cli.run(argv);
        expect([exitCode, err.join()]).toEqual([74, expect.stringMatching(message)]);
        expect(err.join()).toContain(copy);
      }
      expect(readFileSync(cli.database).equals(before)).toBe(true);
      expect(beside('')).toEqual([]);
    });
  });

  describe('before a migration', () => {
    const age = () =>
      sql(`
        DROP INDEX visitor_document_key;
        ALTER TABLE visitor DROP COLUMN document_key;
        DELETE FROM migrations WHERE name LIKE 'FoldedDocuments%'`);

    it('keeps a copy that can be restored', async () => {
      await age();
      await cli.run(['migrate']);
      const [name = ''] = beside('before-migration-');
      expect((await cli.run(['restore', '--check', cli.path(name)])).exitCode).toBe(0);
    });

    it('keeps as many as MIGRATION_COPIES says, the newest', async () => {
      for (const time of ['2026-01-01T00-00-00Z', '2026-01-02T00-00-00Z', '2026-01-03T00-00-00Z'])
        cli.write(`gatehouse.sqlite.before-migration-${time}`, '');
      await age();
      await cli.run(['migrate']);
      expect(beside('before-migration-').sort()).toEqual([
        'gatehouse.sqlite.before-migration-2026-01-03T00-00-00Z',
        expect.not.stringContaining('2026-01'),
      ]);
    });

    it('makes none where it is 0', async () => {
      await age();
      await new CommandLine({ DATABASE_URL: `sqlite:${cli.database}`, MIGRATION_COPIES: '0' }).run([
        'migrate',
      ]);
      expect(beside('before-migration-')).toEqual([]);
    });

    it('makes none where nothing is migrated', async () => {
      await cli.run(['migrate']);
      expect(beside('before-migration-')).toEqual([]);
    });
  });
});
