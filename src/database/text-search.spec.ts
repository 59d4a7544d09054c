import { DataSource } from 'typeorm';
import { type Condition, containing, createTextIndex, dropTextIndex, like } from './text-search';

const people = { table: 'people', column: 'name' };

describe('searching text', () => {
  let source: DataSource;
  beforeEach(async () => {
    source = await new DataSource({ type: 'sqlite', database: ':memory:' }).initialize();
    await source.query(
      'CREATE TABLE people (seq integer PRIMARY KEY AUTOINCREMENT NOT NULL, name text NOT NULL)',
    );
    await source.query('CREATE INDEX people_name ON people (name)');
    await add('jana novakova');
    for (const statement of createTextIndex(people)) await source.query(statement);
    for (const name of ['karel novak', 'no', '100% "sure"', 'a_b_c', 'axbxc', 'back\\slash', 'žluťák'])
      await add(name);
  });
  afterEach(() => source.destroy());

  const add = (name: string) => source.query('INSERT INTO people (name) VALUES (?)', [name]);

  async function found({ sql, parameters }: Condition): Promise<string[]> {
    const rows = await source.query<{ name: string }[]>(`SELECT name FROM people WHERE ${sql} ORDER BY seq`, [
      ...parameters,
    ]);
    return rows.map(({ name }) => name);
  }

  async function planOf({ sql, parameters }: Condition): Promise<string> {
    const rows = await source.query<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN SELECT seq FROM people WHERE ${sql}`,
      [...parameters],
    );
    return rows.map(({ detail }) => detail).join('\n');
  }

  it.each([
    ['novak', ['jana novakova', 'karel novak']],
    ['ovako', ['jana novakova']],
    ['a nov', ['jana novakova', 'karel novak']],
    ['novak  karel ', ['karel novak']],
    ['novak k', ['jana novakova', 'karel novak']],
    ['novak ja', ['jana novakova']],
    ['no j', ['jana novakova']],
    ['xx j', []],
    ['', []],
    [' ', []],
    ['no', ['no']],
    ['j', ['jana novakova']],
    ['0% "s', ['100% "sure"']],
    ['_b_', ['a_b_c']],
    ['OR novak', []],
    ['luť', ['žluťák']],
    ['Novak', []],
  ])('contains %s', async (text, expected) => {
    expect(await found(containing('sqlite', people, text))).toEqual(expected);
  });

  it.each([
    ['jana novakova', ['jana novakova']],
    ['jana', []],
    ['jana%', ['jana novakova']],
    ['%novak', ['karel novak']],
    ['%novak%', ['jana novakova', 'karel novak']],
    ['k%l%k', ['karel novak']],
    ['%kar%nov%', ['karel novak']],
    ['%nov%kar%', []],
    ['%no%', ['jana novakova', 'karel novak', 'no']],
    ['a_b_c%', ['a_b_c']],
    ['%_b_%', ['a_b_c']],
    ['back\\%', ['back\\slash']],
    ['100%', ['100% "sure"']],
    ['%"su%', ['100% "sure"']],
  ])('is like %s', async (pattern, expected) => {
    expect(await found(like('sqlite', people, pattern))).toEqual(expected);
  });

  it('like % is every row', async () => {
    expect(await found(like('sqlite', people, '%'))).toHaveLength(8);
  });

  it.each([
    ['containing three characters', containing('sqlite', people, 'nov')],
    ['containing two', containing('sqlite', people, 'no')],
    ['equal', like('sqlite', people, 'jana')],
    ['beginning', like('sqlite', people, 'ja%')],
    ['anywhere', like('sqlite', people, '%nov%')],
  ])('reads no whole table: %s', async (_, condition) => {
    expect(await planOf(condition)).not.toMatch(/SCAN people\b/);
  });

  it('follows changes, and is gone when it is dropped', async () => {
    await source.query("UPDATE people SET name = 'karel dvorak' WHERE name = 'karel novak'");
    await source.query("DELETE FROM people WHERE name = 'jana novakova'");
    expect(await found(containing('sqlite', people, 'novak'))).toEqual([]);
    expect(await found(containing('sqlite', people, 'dvorak'))).toEqual(['karel dvorak']);
    for (const statement of dropTextIndex(people)) await source.query(statement);
    const rows = await source.query<object[]>(
      "SELECT name FROM sqlite_master WHERE name LIKE '%\\_text%' ESCAPE '\\'",
    );
    expect(rows).toEqual([]);
  });
});
