import { DataSource } from 'typeorm';
import { Core1795500000000 } from '../../src/database/migrations/1795500000000-core.sqlite';
import { Visitors1795600000000 } from '../../src/database/migrations/1795600000000-visitors.sqlite';
import { containing } from '../../src/database';
import { visitorText } from '../../src/visitors';

const COUNT = 2500;

describe('the migration that folds the texts of visitors', () => {
  let source: DataSource;
  beforeEach(async () => {
    source = await new DataSource({ type: 'sqlite', database: ':memory:' }).initialize();
    const runner = source.createQueryRunner();
    await new Core1795500000000().up(runner);
    await source.query(
      `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${COUNT})
       INSERT INTO visitor (id, name, surname, company, email, phone_number, doc_number, created_at)
       SELECT value, 'Žofie', 'Nováková ' || value, 'Łódź', ' Z' || value || '@Example.com ', '+420', iif(value % 2, 'AB' || value, NULL), ''
       FROM n`,
    );
    await new Visitors1795600000000().up(runner);
  });
  afterEach(() => source.destroy());

  it('fills every row that was there, beyond one batch', async () => {
    const rows = await source.query<object[]>(
      `SELECT folded_surname AS surname, folded_name AS name, folded_email AS email, search_text AS text, created_by AS by
       FROM visitor WHERE seq IN (1, 1001, ${COUNT}) ORDER BY seq`,
    );
    const row = (n: number, document: string) => ({
      surname: `novakova ${n}`,
      name: 'zofie',
      email: `z${n}@example.com`,
      text: `zofie novakova ${n} lodz z${n}@example.com +420 ${document}`,
      by: null,
    });
    expect(rows).toEqual([row(1, 'ab1'), row(1001, 'ab1001'), row(COUNT, '')]);
  });

  it('lets them be found by what stands anywhere', async () => {
    const { sql, parameters } = containing('sqlite', visitorText, 'kova 2500');
    expect(await source.query(`SELECT seq FROM visitor WHERE ${sql}`, [...parameters])).toEqual([
      { seq: COUNT },
    ]);
  });
});
