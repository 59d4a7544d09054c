import type { Database } from '../../src/database';
import type { PersonFilter } from '../../src/directory/application/ports';
import { TypeOrmDirectoryViews } from '../../src/directory/infrastructure/type-orm-directory-views';
import { openOwn } from './visit-storage';

const COUNT = 100_000;
const page = { number: 1, size: 100 };

/** What SQLite says of every statement that `work` reads by. */
async function plansOf(database: Database, work: () => Promise<unknown>): Promise<string> {
  const manager = await database.read(reader => Promise.resolve(reader));
  const watched = jest.spyOn(manager, 'query');
  await work();
  const statements = [...watched.mock.calls];
  watched.mockRestore();
  const plans: string[] = [];
  for (const [sql, parameters] of statements) {
    const steps = await manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
    plans.push(...steps.map(({ detail }) => detail));
  }
  return plans.join('\n');
}

describe(`lists of ${COUNT} persons`, () => {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await openOwn());
    await database.write(async manager => {
      await manager.query(
        `INSERT INTO org_unit (structure, title, description, type, shortcut, changed_at, search_text)
         VALUES ('A', 'A', '', '', '', '2026-01-01T00:00:00.000Z', 'a  a'), ('A - B', 'B', '', '', '', '2026-01-01T00:00:00.000Z', 'b  a - b')`,
      );
      await manager.query(
        `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${COUNT})
         INSERT INTO person (person_id, name, surname, email, org_unit_seq, search_name, search_surname)
         SELECT value, 'Jan', 'Nový' || value, '', iif(value % 1000 = 0, 2, 1), 'jan novy' || value, 'novy' || value || ' jan' FROM n`,
      );
    });
  }, 60_000);
  afterAll(() => close());

  const listed = (filter: Partial<PersonFilter>) => () =>
    new TypeOrmDirectoryViews(database).persons({ permission: 'All', ...filter }, page);
  const named = (pattern: string, exact = false) => listed({ named: { pattern, exact } });

  it.each([
    ['equal', named('Jan Nový7')],
    ['equal, exactly', named('Jan Nový7', true)],
    ['at the beginning', named('nový77%')],
    ['at the beginning, by one character', named('n%')],
    ['anywhere', named('%vy777%')],
    ['anywhere, exactly', named('%vý777%', true)],
    ['by a text', listed({ text: 'vy77' })],
    ['by a short text', listed({ text: 'no' })],
    ['by a unit', listed({ structure: 'A - B' })],
    ['by a record permission', listed({ permission: ['A - B'] })],
    ['by a unit and a text', listed({ structure: 'A - B', text: 'vy77' })],
  ])('%s: read no whole table', async (_, work) => {
    expect(await plansOf(database, work)).not.toMatch(/SCAN person\b/);
  });

  it('by two characters anywhere: read an index, and of the table what it finds', async () => {
    const plans = await plansOf(database, named('%v7%'));
    expect(plans).not.toMatch(/SCAN person(?! USING COVERING INDEX)/);
  });

  it('of all: are read in the order of an index', async () => {
    for (const work of [named('%'), listed({})]) {
      const plans = await plansOf(database, work);
      expect(plans).not.toMatch(/SCAN person(?! USING (COVERING )?INDEX)|TEMP B-TREE/);
    }
  });

  it('find who is meant', async () => {
    const found = async (work: () => Promise<{ total: number }>) => (await work()).total;
    expect(await found(named('jan novy77777'))).toBe(1);
    expect(await found(named('%Y7777%'))).toBe(11);
    expect(await found(named('%ý7777%', true))).toBe(11);
    expect(await found(named('%y7777%', true))).toBe(0);
    expect(await found(listed({ permission: ['A - B'] }))).toBe(100);
    expect(await found(listed({ structure: 'A - B', text: 'novy5' }))).toBe(11);
  });
});
