import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/database';
import { TypeOrmDirectoryViews } from '../../src/directory/infrastructure/type-orm-directory-views';
import { VisitorStore } from '../../src/visitors';
import { TypeOrmVisitorRepository } from '../../src/visitors/infrastructure/type-orm-visitor.repository';
import { someCaller, someVisitor } from '../fakes/examples';
import { FakeRandom } from '../fakes/fake-random';
import { engine, engineName } from '../support/engine';
import { TestClock } from '../support/test-clock';
import { openOwn } from './visit-storage';

const COUNT = 33_000;
const MANY = 2000;
const page = { number: 1, size: 10 };

/** More than a statement has parameters, or an expression may be deep. */
describe(`a site of ${COUNT} units (${engineName})`, () => {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await openOwn());
    await database.write(async manager => {
      await manager.query(
        `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${COUNT})
         INSERT INTO org_unit (structure, title, description, type, shortcut, changed_at)
         SELECT 'A - ' || value, value, '', '', '', '2026-01-01T00:00:00.000Z' FROM n`,
      );
      await manager.query(
        `INSERT INTO person (person_id, name, surname, email, org_unit_seq) VALUES ('1', 'Jan', 'Nový', '', ${COUNT})`,
      );
      // As the server does by itself, a while after so many rows have come.
      if (engine === 'postgres') await manager.query('ANALYZE org_unit');
    });
  }, 60_000);
  afterAll(() => close());

  const many = Array.from({ length: MANY }, (_, n) => `A - ${COUNT - n}`);

  it.each<[string, string[], number]>([
    ['the unit above them', ['A'], COUNT],
    ['many of them', many, MANY],
  ])('lists them, and their persons, to who may see %s', async (_, permission, total) => {
    const views = new TypeOrmDirectoryViews(database);
    expect((await views.units({ permission }, page)).total).toBe(total);
    expect((await views.persons({ permission }, page)).total).toBe(1);
    expect((await views.persons({ permission, structure: 'A' }, page)).total).toBe(1);
  });

  it.each<[string, string[]]>([
    ['the unit above them', ['A']],
    ['many of them', many],
  ])('lists visitors to who may see %s', async (_, View) => {
    const visitors = new TypeOrmVisitorRepository(
      database,
      new VisitorStore(new FakeRandom()),
      new TestClock(),
    );
    const caller = someCaller({ recordPermissions: { Visitors: { View } } });
    const { visitor } = await visitors.create(someCaller(), someVisitor({ id: randomUUID() }));
    const everybody = { text: null, docNumber: null, email: null };
    expect(await visitors.list(caller, everybody, page)).toEqual({ rows: [], total: 0 });
    await expect(visitors.get(caller, visitor.id ?? '')).rejects.toMatchObject({
      code: 'VisitorsViewPermission',
    });
  });
});
