import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import sqlite3 from 'sqlite3';
import { type Database, DatabaseRefused, openDatabase } from '..';

let folder: string;
let file: string;
let database: Database;
let logged: jest.SpyInstance;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-guard-'));
  file = join(folder, 'data', 'gatehouse.sqlite');
  logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
  database = await open();
});
afterEach(() => {
  logged.mockRestore();
  rmSync(folder, { recursive: true });
});

const open = (at = file) => openDatabase({ database: { kind: 'file', file: at }, migrateOnStart: true }, []);
const insert = (title: string, into = database) =>
  into.write(manager =>
    manager.query(`INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES (?, '', 1, 0)`, [
      title,
    ]),
  );
const titles = async (of: Database) =>
  (await of.read(manager => manager.query<{ title: string }[]>('SELECT title FROM activity_type'))).map(
    ({ title }) => title,
  );
const put = (name: string, from: string) => copyFileSync(from, name);

function sql(statement: string): Promise<void> {
  const other = new sqlite3.Database(file);
  return new Promise((resolve, reject) =>
    other.exec(statement, failure => other.close(() => (failure ? reject(failure) : resolve()))),
  );
}

/** A whole database of ours, with other data. */
async function another(): Promise<string> {
  const path = join(folder, 'another.sqlite');
  const made = await open(path);
  await insert('another', made);
  await made.close();
  return path;
}

/** What somebody does to the files while they are in use. */
const harms: Record<string, (other: string) => void> = {
  'the file is removed': () => rmSync(file),
  'the file is moved away': () => renameSync(file, `${file}.old`),
  'the file is replaced by a whole one': other => renameSync(other, file),
  'the folder is moved away': () => renameSync(join(folder, 'data'), join(folder, 'elsewhere')),
  'all files are removed': () =>
    readdirSync(join(folder, 'data')).forEach(name => rmSync(join(folder, 'data', name))),
  'a whole database is written over it': other => put(file, other),
  'it is cut off': () => truncateSync(file, statSync(file).size / 2),
  'it is emptied': () => truncateSync(file),
  'its header is overwritten': () => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 0, 100), { flag: 'r+' });
  },
  'its log is removed': () => rmSync(`${file}-wal`),
  'its log is emptied': () => truncateSync(`${file}-wal`),
  'its log is cut off': () => truncateSync(`${file}-wal`, 32 + 4120),
  'the index of its log is removed': () => rmSync(`${file}-shm`),
};

describe.each(Object.entries(harms))('%s while it is in use', (name, harm) => {
  let other: string;
  beforeEach(async () => {
    other = await another();
    await insert('before');
    harm(other);
  });

  it('no change is taken any more, the data is not ready, and one line says what to do', async () => {
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(insert('after')).rejects.toMatchObject({ reason: 'storage unavailable' });
    expect(await database.takesWrites()).toBe(false);
    expect(logged).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(logged.mock.calls)).toMatch(/changes are refused; .*(put|start again)/);
    await database.close();
  });

  it('the next start has all that was acknowledged, or refuses and says what to do', async () => {
    await insert('after').catch(() => undefined);
    await database.close();
    const next = await open().catch((error: unknown) => error);
    if (next instanceof DatabaseRefused) {
      expect(next.message).toMatch(/restore|put|remove/);
      expect(name).not.toMatch(/log is removed|index/);
      return;
    }
    // The folder went, and with it all that could tell: named in docs/deployment.md.
    if (name === 'the folder is moved away') return (next as Database).close();
    expect(await titles(next as Database)).toEqual(['before']);
    await (next as Database).close();
  });
});

describe('a change that is made final just when the file goes', () => {
  it('is answered as one of which nobody knows, and not as stored', async () => {
    await insert('before');
    const change = database.write(async manager => {
      await manager.query(
        `INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES ('x', '', 1, 0)`,
      );
      rmSync(file);
    });
    await expect(change).rejects.toMatchObject({ reason: 'outcome unknown' });
    await database.close();
  });
});

describe('a file that is put back', () => {
  it('after another was in its place is opened with all that was acknowledged; the other one is refused', async () => {
    await insert('before');
    const other = await another();
    renameSync(file, `${file}.old`);
    renameSync(other, file);
    await expect(insert('after')).rejects.toThrow('storage unavailable');
    await database.close();
    await expect(open()).rejects.toThrow(/is another file than the one that .*-wal belongs to/);
    renameSync(`${file}.old`, file);
    const next = await open();
    expect(await titles(next)).toEqual(['before']);
    await next.close();
  });

  it('is opened with all that was acknowledged, after a restart', async () => {
    await insert('before');
    renameSync(file, `${file}.old`);
    await expect(insert('after')).rejects.toThrow('storage unavailable');
    renameSync(`${file}.old`, file);
    await expect(insert('after')).rejects.toThrow('storage unavailable');
    await database.close();
    const next = await open();
    expect(await titles(next)).toEqual(['before']);
    await next.close();
  });
});

describe('what others may do beside the service', () => {
  it.each([
    ['PRAGMA wal_checkpoint(TRUNCATE)'],
    ['PRAGMA wal_checkpoint(RESTART)'],
    ['VACUUM'],
    [`INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES ('theirs', '', 1, 0)`],
    [`PRAGMA wal_autocheckpoint = 1; UPDATE activity_type SET shortcut = 'x'`],
  ])('%s harms nothing', async statement => {
    for (let round = 0; round < 3; round += 1) {
      await insert(`a ${round}`);
      await sql(statement).catch((error: unknown) => expect(String(error)).toMatch(/UNIQUE/));
      await insert(`b ${round}`);
      expect(await database.takesWrites()).toBe(true);
    }
    expect(logged).not.toHaveBeenCalled();
    await database.close();
    expect(existsSync(`${file}-open`)).toBe(false);
  });
});
