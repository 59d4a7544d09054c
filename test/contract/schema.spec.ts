import { DataSource } from 'typeorm';
import { rows } from '../../src/app.rows';
import { migrations } from '../../src/database/migrations';
import { SnakeCaseNaming } from '../../src/database/source-options';

describe('the migrations', () => {
  let source: DataSource;

  beforeEach(async () => {
    source = await new DataSource({
      type: 'sqlite',
      database: ':memory:',
      entities: [...rows],
      migrations: [...migrations.sqlite],
      namingStrategy: new SnakeCaseNaming(),
    }).initialize();
  });
  afterEach(() => source.destroy());

  it('leave no difference to what the rows declare', async () => {
    await source.runMigrations({ transaction: 'each' });
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be undone', async () => {
    await source.runMigrations({ transaction: 'each' });
    for (const migration of migrations.sqlite) {
      expect(migration.name).toMatch(/\d{13}$/);
      await source.undoLastMigration({ transaction: 'each' });
    }
    const tables = await source.query<{ name: string }[]>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'`,
    );
    expect(tables).toEqual([]);
  });
});
