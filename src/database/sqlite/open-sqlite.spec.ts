import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { type Database, DatabaseRefused, migrationStatus, openDatabase } from '..';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-open-'));
  file = join(folder, 'gatehouse.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (migrateOnStart = true) =>
  openDatabase({ database: { kind: 'file', file }, migrateOnStart }, []);
const insert = (database: Database, title: string) =>
  database.write(manager =>
    manager.query(`INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES (?, '', 1, 0)`, [
      title,
    ]),
  );
const titles = async (database: Database) =>
  (await database.read(manager => manager.query<{ title: string }[]>('SELECT title FROM activity_type'))).map(
    ({ title }) => title,
  );

/** A file with data of more than a few pages, closed in order. */
async function make(): Promise<void> {
  const database = await open();
  for (let index = 0; index < 50; index += 1) await insert(database, String(index).padEnd(2000, 'x'));
  await database.close();
}

/** What a process that is killed leaves behind: changes that stand in the write-ahead log alone. */
async function makeCutOff(): Promise<void> {
  await make();
  const database = await open();
  await insert(database, 'last');
  const left = ['', '-wal', '-shm', '-open'].map(part => `${file}${part}`);
  for (const path of left) copyFileSync(path, `${path}.kept`);
  await database.close();
  for (const path of left) {
    copyFileSync(`${path}.kept`, path);
    rmSync(`${path}.kept`);
  }
}

function overwrite(at: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

function sql(statement: string): Promise<void> {
  const other = new sqlite3.Database(file);
  return new Promise((resolve, reject) =>
    other.exec(statement, failure => {
      other.close(() => (failure ? reject(failure) : resolve()));
    }),
  );
}

/** Digests of all that is in the folder, but for an index in shared memory and an empty log, which hold nothing. */
function contents(): Record<string, string> {
  const names = readdirSync(folder).filter(name => !name.endsWith('-shm'));
  const kept = names.filter(name => !name.endsWith('-wal') || statSync(join(folder, name)).size > 0);
  return Object.fromEntries(
    kept.map(name => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** The start is refused with a message that names the file, and leaves everything as it was; so does a second one. */
async function expectRefusal(problem: RegExp, remedy: RegExp, start = open): Promise<void> {
  const before = contents();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const refusal = await start().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(DatabaseRefused);
    const { message } = refusal as DatabaseRefused;
    expect(message).toContain(`DATABASE_URL: ${file} `);
    expect(message).toMatch(problem);
    expect(message).toMatch(remedy);
    expect(contents()).toEqual(before);
  }
}

describe('a first start', () => {
  it('makes the folder and a file of ours, and leaves no draft', async () => {
    file = join(folder, 'data', 'deeper', 'gatehouse.sqlite');
    await (await open()).close();
    expect(readdirSync(join(folder, 'data', 'deeper'))).toEqual(['gatehouse.sqlite']);
    expect(readFileSync(file).toString('latin1', 68, 72)).toBe('Gths');
  });

  it('keeps the folder and the files to their owner, whatever the umask', async () => {
    const before = process.umask(0);
    try {
      file = join(folder, 'data', 'deeper', 'gatehouse.sqlite');
      const database = await open();
      await insert(database, 'x');
      const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
      expect(['', '-wal', '-shm', '-open'].map(part => mode(`${file}${part}`))).toEqual(
        Array.from({ length: 4 }, () => '600'),
      );
      expect([join(folder, 'data'), join(folder, 'data', 'deeper')].map(mode)).toEqual(['700', '700']);
      await database.close();
    } finally {
      process.umask(before);
    }
  });

  it('takes no draft of a start that was cut off for data', async () => {
    writeFileSync(`${file}.new-1`, 'half');
    writeFileSync(`${file}.new-1-wal`, 'half');
    const database = await open();
    expect(await titles(database)).toEqual([]);
    await database.close();
  });

  it('of several at once makes one file, which all of them use', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => open()));
    await Promise.all(all.map((database, index) => insert(database, String(index))));
    for (const database of all) expect((await titles(database)).sort()).toEqual(['0', '1', '2', '3']);
    for (const database of all) await database.close();
    expect(readdirSync(folder)).toEqual(['gatehouse.sqlite']);
  });

  it('makes nothing when migrations are not to run', async () => {
    await expectRefusal(/does not exist/, /gatehouse migrate/, () => open(false));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a file that was closed, or cut off', () => {
  it('is opened with all its data', async () => {
    await make();
    const database = await open(false);
    expect(await titles(database)).toHaveLength(50);
    await database.close();
    expect(readdirSync(folder)).toEqual(['gatehouse.sqlite']);
  });

  it('is opened with what stands in the write-ahead log alone', async () => {
    await makeCutOff();
    const database = await open();
    expect(await titles(database)).toContain('last');
    await database.close();
  });

  it('is marked as in use until the last of two processes has closed it', async () => {
    const first = await open();
    const second = await open();
    expect(existsSync(`${file}-open`)).toBe(true);
    await first.close();
    expect(existsSync(`${file}-open`)).toBe(true);
    await second.close();
    expect(existsSync(`${file}-open`)).toBe(false);
  });

  it('is opened when the mark beside it is that of a process which closes it just now', async () => {
    await make();
    writeFileSync(`${file}-open`, JSON.stringify({ written: true }));
    const opening = open();
    setTimeout(() => rmSync(`${file}-open`), 200);
    await (await opening).close();
    expect(readdirSync(folder)).toEqual(['gatehouse.sqlite']);
  });
});

describe('a file that cannot be used', () => {
  it('empty where data is expected', async () => {
    writeFileSync(file, '');
    await expectRefusal(/is empty/, /restore a backup/);
  });

  it('with its header overwritten', async () => {
    await make();
    overwrite(0, Buffer.alloc(100, 0xff));
    await expectRefusal(/is damaged or no SQLite database/, /restore a backup/);
  });

  it('with its middle pages overwritten', async () => {
    await make();
    const pages = Math.floor(statSync(file).size / 4096);
    overwrite(Math.floor(pages / 2) * 4096, Buffer.alloc(8 * 4096, 0xa5));
    await expectRefusal(/is damaged/, /restore a backup/);
  });

  it('cut to half', async () => {
    await make();
    truncateSync(file, Math.floor(statSync(file).size / 2));
    await expectRefusal(/is damaged/, /restore a backup/);
  });

  it.each([40, 4096, 100_000])('of %i random bytes', async size => {
    writeFileSync(file, Buffer.from(Array.from({ length: size }, (_, index) => (index * 7919 + 13) % 251)));
    await expectRefusal(/is damaged or no SQLite database/, /name another file/);
  });

  it('of another program', async () => {
    await sql('CREATE TABLE note (text TEXT)');
    await expectRefusal(/belongs to another program/, /name another file/);
  });

  it('of an older version when migrations are not to run', async () => {
    await make();
    await sql('DELETE FROM migrations');
    await expectRefusal(/is of an older version/, /gatehouse migrate.*MIGRATE_ON_START=on/, () =>
      open(false),
    );
  });

  it('of a newer version', async () => {
    await make();
    await sql(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`);
    await expectRefusal(/newer version \(Future9999999999999\)/, /install that version/);
  });

  it('of a newer version that was cut off keeps its write-ahead log', async () => {
    await make();
    await sql(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`);
    const newer = new sqlite3.Database(file);
    await new Promise<void>(resolve =>
      newer.exec(`UPDATE activity_type SET shortcut = 'changed'`, () => resolve()),
    );
    writeFileSync(`${file}-open`, '');
    await expectRefusal(/newer version/, /install that version/);
    await new Promise<void>(resolve => newer.close(() => resolve()));
  });

  it('without the write-ahead log of a run that was cut off', async () => {
    await makeCutOff();
    rmSync(`${file}-wal`);
    rmSync(`${file}-shm`);
    await expectRefusal(/its write-ahead log is gone/, /restore .*-wal or a backup.*remove .*-open/);
    rmSync(`${file}-open`);
    await (await open()).close();
  });

  it.each(['-wal', '-open'])('missing while its %s is there', async part => {
    writeFileSync(`${file}${part}`, part === '-wal' ? 'frames' : '');
    await expectRefusal(/is missing while .* is there/, /restore the file, or remove/);
  });

  it('that is a folder', async () => {
    mkdirSync(file);
    const before = readdirSync(folder);
    await expect(open()).rejects.toThrow(DatabaseRefused);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('below what is no folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    file = join(folder, 'file', 'gatehouse.sqlite');
    await expect(open()).rejects.toThrow(/DATABASE_URL: .*cannot be opened for writing \(ENOTDIR|EEXIST\)/);
  });
});

describe('a folder that may not be written to', () => {
  const NOBODY = 65_534;

  /** Root may write everywhere: it steps down for the time of the test. */
  async function unprivileged(work: () => Promise<void>): Promise<void> {
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      await work();
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder, 0o700);
    }
  }

  it('refuses the start when there is no file yet', async () => {
    chmodSync(folder, 0o555);
    await unprivileged(() => expectRefusal(/cannot be opened for writing/, /look at the folder, its owner/));
  });

  it('refuses the start when there is a file', async () => {
    await make();
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    await unprivileged(() => expectRefusal(/cannot be opened for writing/, /look at the folder, its owner/));
  });

  it('refuses the start when the file may not be read', async () => {
    await make();
    chmodSync(file, 0o000);
    chmodSync(folder, 0o555);
    await unprivileged(() =>
      expect(open()).rejects.toThrow(`DATABASE_URL: ${file} cannot be opened for writing (EACCES)`),
    );
  });
});

describe('the status of migrations', () => {
  const status = () => migrationStatus({ database: { kind: 'file', file } }, []);
  /** Whether they were run: one answer when all agree. */
  const done = async () => [...new Set((await status()).map(({ done }) => done))];

  it('is told of a file that is not there, without making it', async () => {
    expect(await done()).toEqual([false]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is told of a file that is there', async () => {
    await make();
    expect(await done()).toEqual([true]);
  });

  it('of a run that was cut off is told without touching its write-ahead log', async () => {
    await makeCutOff();
    const before = contents();
    expect(await done()).toEqual([true]);
    expect(contents()).toEqual(before);
    const database = await open();
    expect(await titles(database)).toContain('last');
    await database.close();
  });

  it('of a damaged file is refused', async () => {
    writeFileSync(file, 'x');
    await expect(status()).rejects.toThrow(DatabaseRefused);
  });
});
