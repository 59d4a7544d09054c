import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { openDatabase } from '..';
import { FileWatch } from './file-watch';
import { LogCheckpoints } from './log-checkpoints';

let folder: string;
let file: string;
let ours: LogCheckpoints;
let theirs: sqlite3.Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-watch-'));
  file = join(folder, 'gatehouse.sqlite');
  await (await openDatabase({ database: { kind: 'file', file }, migrateOnStart: true }, [])).close();
  theirs = new sqlite3.Database(file);
  await change('SELECT 1 FROM activity_type');
  ours = await LogCheckpoints.open(file);
});
afterEach(async () => {
  await ours.close();
  await new Promise(resolve => theirs.close(resolve));
  rmSync(folder, { recursive: true });
});

/** By another process. */
function change(
  sql = `INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES ('x', '', 1, 0)`,
) {
  return new Promise<void>((resolve, reject) =>
    theirs.exec(sql, fault => (fault ? reject(fault) : resolve())),
  );
}

it('takes a log that another process begins while it is looked at for whole', async () => {
  let before = () => Promise.resolve();
  const watch = await FileWatch.on(file, async () => {
    await before();
    return ours.pages();
  });
  expect(statSync(`${file}-wal`).size).toBe(0);
  // Just after its size was read.
  before = () => {
    before = () => Promise.resolve();
    return change();
  };
  expect(await watch.look()).toBeUndefined();
  expect(watch.hasLog).toBe(true);
  watch.close();
});

it('gives another process time to say that it has copied the log into the file', async () => {
  let before = 0;
  let untold = 0;
  const watch = await FileWatch.on(file, async () => {
    const pages = await ours.pages();
    untold -= 1;
    return untold < 0 ? pages : { ...pages, checkpointed: before };
  });
  await change();
  expect(await watch.look()).toBeUndefined();
  before = (await ours.pages()).checkpointed;
  await change('PRAGMA wal_checkpoint(PASSIVE)');
  expect((await ours.pages()).checkpointed).not.toBe(before);
  untold = 3;
  expect(await watch.look()).toBeUndefined();
  watch.close();
});

it('takes a log that was emptied for lost', async () => {
  const watch = await FileWatch.on(file, ours.pages);
  await change();
  expect(await watch.look()).toBeUndefined();
  truncateSync(`${file}-wal`);
  expect(await watch.look()).toMatchObject({ kind: 'harmed' });
  watch.close();
});
