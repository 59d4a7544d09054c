import type { EntityManager } from 'typeorm';
import type { Database } from '../../src/database';
import { ActivityTypeRow } from '../../src/visit-types';
import { engineName } from '../support/engine';
import { openOwn } from './visit-storage';

const insert = (title: string) => (manager: EntityManager) =>
  manager.insert(ActivityTypeRow, { title, shortcut: '', frequency: 0, signed: false });

describe(`a transaction of several reads and writes (${engineName})`, () => {
  let database: Database;
  let close: () => Promise<void>;
  const exists = (title: string) => database.read(manager => manager.existsBy(ActivityTypeRow, { title }));
  const readTogether = () =>
    database.batchReads<string, boolean>(async (statements, titles) => {
      const rows = await statements.all<{ title: string }>('SELECT title FROM activity_type', []);
      return titles.map(title => rows.some(row => row.title === title));
    });
  const insertTogether = () =>
    database.batchWrites<string, string>([], async (statements, titles) => {
      for (const title of titles)
        await statements.all(
          "INSERT INTO activity_type (title, shortcut, frequency, signed) VALUES (?, '', 0, FALSE)",
          [title],
        );
      return titles;
    });

  beforeEach(async () => {
    ({ database, close } = await openOwn());
  });
  afterEach(() => close());

  it('reads what it has written, and shows others nothing before its end', async () => {
    const find = readTogether();
    let end: () => void = () => undefined;
    const ended = new Promise<void>(resolve => (end = resolve));
    let begin: () => void = () => undefined;
    const begun = new Promise<void>(resolve => (begin = resolve));
    const seen = database.transaction(async () => {
      await database.write(insert('one'));
      const found = [await exists('one'), await find('one')];
      begin();
      await ended;
      return found;
    });
    await begun;
    expect(await exists('one')).toBe(false);
    end();
    expect(await seen).toEqual([true, true]);
    expect(await exists('one')).toBe(true);
  });

  it('is taken back as a whole', async () => {
    const insertOne = insertTogether();
    const failed = database.transaction(async () => {
      await database.write(insert('one'));
      await insertOne('two');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect([await exists('one'), await exists('two')]).toEqual([false, false]);
    await insertOne('two');
    expect(await exists('two')).toBe(true);
  });
});
