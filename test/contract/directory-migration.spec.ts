import { DataSource } from 'typeorm';
import { containing } from '../../src/database';
import { migrations } from '../../src/database/migrations';
import { Directory1795600100000 } from '../../src/database/migrations/1795600100000-directory.sqlite';

const COUNT = 2500;

describe('the migration that folds the texts of persons and units', () => {
  let source: DataSource;
  beforeEach(async () => {
    source = await new DataSource({ type: 'sqlite', database: ':memory:' }).initialize();
    const runner = source.createQueryRunner();
    const before = migrations.sqlite.slice(0, migrations.sqlite.indexOf(Directory1795600100000));
    for (const Migration of before) await new Migration().up(runner);
    await source.query(
      `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${COUNT})
       INSERT INTO person (person_id, name, surname, email) SELECT value, 'Žofie', 'Nováková ' || value, '' FROM n`,
    );
    await source.query(
      `INSERT INTO org_unit (structure, title, description, type, shortcut, changed_at)
       VALUES ('Závod - Výroba', 'Výroba', '', '', 'VÝR', '')`,
    );
    await new Directory1795600100000().up(runner);
  });
  afterEach(() => source.destroy());

  it('fills every row that was there, beyond one batch', async () => {
    expect(
      await source.query(
        `SELECT search_name AS name, search_surname AS surname FROM person WHERE seq IN (1, 1001, ${COUNT}) ORDER BY seq`,
      ),
    ).toEqual([1, 1001, COUNT].map(n => ({ name: `zofie novakova ${n}`, surname: `novakova ${n} zofie` })));
    expect(await source.query('SELECT search_text AS text FROM org_unit')).toEqual([
      { text: 'vyroba vyr zavod - vyroba' },
    ]);
  });

  it('lets them be found by what stands anywhere', async () => {
    const { sql, parameters } = containing(
      'sqlite',
      { table: 'person', column: 'search_surname' },
      '2500 zof',
    );
    expect(await source.query(`SELECT seq FROM person WHERE ${sql}`, [...parameters])).toEqual([
      { seq: COUNT },
    ]);
  });
});
