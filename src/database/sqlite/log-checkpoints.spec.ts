import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { CHECKPOINT, LogCheckpoints } from './log-checkpoints';

interface Pages {
  log: number;
  checkpointed: number;
}

describe('copying the write-ahead log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-log-'));
  let writer: sqlite3.Database;
  let checkpoints: LogCheckpoints;
  let finished: Pages[];

  beforeEach(async () => {
    const file = join(folder, `${expect.getState().currentTestName ?? ''}.sqlite`);
    writer = new sqlite3.Database(file);
    await run('PRAGMA journal_mode = WAL');
    await run('PRAGMA wal_autocheckpoint = 0');
    await run('CREATE TABLE page (filling BLOB)');
    checkpoints = await LogCheckpoints.open(file);
    finished = [];
  });
  afterEach(async () => {
    await checkpoints.close();
    await new Promise(resolve => writer.close(resolve));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const get = <T>(sql: string, ...parameters: unknown[]) =>
    new Promise<T>((resolve, reject) => {
      writer.get<T>(sql, parameters, (error, row) => (error ? reject(error) : resolve(row)));
    });
  const run = (sql: string, ...parameters: unknown[]) => get<unknown>(sql, ...parameters);
  const pages = () => get<Pages>('PRAGMA wal_checkpoint(NOOP)');
  /** Makes the log longer by as many pages, or a few more. */
  const write = (count: number) =>
    run(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO page SELECT randomblob(3000) FROM n`,
      count,
    );
  /** What is left for the step for which all changes wait. */
  const finish = async () => {
    finished.push(await pages());
    await run(CHECKPOINT);
  };

  it('begins it anew when it was long, however few changes have made it so', async () => {
    await write(8500);
    checkpoints.count(500, finish);
    await checkpoints.close();
    expect(finished).toHaveLength(1);
    await write(1);
    expect((await pages()).log).toBeLessThan(10);
  });

  it('leaves a short one alone, however many changes are in it', async () => {
    await write(7000);
    checkpoints.count(100_000, finish);
    await checkpoints.close();
    expect([finished, (await pages()).checkpointed]).toEqual([[], 0]);
  });

  it('does not ask at each change how long it is', async () => {
    await write(8500);
    checkpoints.count(499, finish);
    await checkpoints.close();
    expect(finished).toEqual([]);
  });

  it('has changes wait for little, also where others come while it is copied', async () => {
    await write(20_000);
    checkpoints.count(500, finish);
    await write(300);
    await checkpoints.close();
    const [left] = finished;
    expect(left?.log).toBeGreaterThan(20_300);
    expect((left?.log ?? 0) - (left?.checkpointed ?? 0)).toBeLessThanOrEqual(50);
  });
});
