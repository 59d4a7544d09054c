import { DataSource, type Table } from 'typeorm';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { openDatabase } from '../../src/database';
import { migrations } from '../../src/database/migrations';
import { sourceOf } from '../../src/database/postgres/open-postgres';
import { SnakeCaseNaming } from '../../src/database/source-options';
import { withServer } from '../support/engine';
import { emptyDatabase, type OwnDatabase } from '../support/postgres';

/** What PostgreSQL has otherwise: see the baseline migration. */
const indexesOfSqliteAlone = [
  'org_unit: parent_unit, structure',
  'org_unit: search_text',
  'visit: visitor_seq',
  'visitor: folded_email, folded_surname, folded_name',
  'visitor: search_text',
];
const indexesOfPostgresAlone = [
  'org_unit: parent_unit',
  'org_unit: structure',
  'visit: visitor_seq, seq',
  'visitor: folded_email',
];
/** See the migration of wide texts. */
const withoutLength =
  /^(?:org_unit\.search_text|person\.search_\w+|visitor\.(?:folded_\w+|search_text|document_key)|visit\.\w+_plate_key)$/;
const uniqueByIndex = ['org_unit.structure'];

const types: Readonly<Record<string, string>> = { 'character varying': 'varchar', bytea: 'blob' };

const columnsOf = ({ columns }: Table, table: string) =>
  columns
    .map(({ name, type, length, isNullable, isPrimary, isGenerated, default: value }) => ({
      ...{ name, type: types[type] ?? type, isNullable, isPrimary, isGenerated },
      length: withoutLength.test(`${table}.${name}`) ? '' : length,
      // Of a number that is counted up, the default of PostgreSQL is the counter.
      default: isGenerated
        ? undefined
        : (value as unknown)
            ?.toString()
            .replace(/::character varying$/, '')
            .replace(/^'(\d+)'$/, '$1'),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));

const sets = (lists: readonly { readonly columnNames: readonly string[] }[]) =>
  lists.map(({ columnNames }) => columnNames.join(', ')).sort();

const referencesOf = ({ foreignKeys }: Table) =>
  foreignKeys
    .map(
      ({ columnNames, referencedTableName, referencedColumnNames, onDelete, onUpdate }) =>
        `${columnNames.join()} -> ${referencedTableName.replace('public.', '')}.${referencedColumnNames.join()} ${onDelete}/${onUpdate}`,
    )
    .sort();

withServer('the tables on PostgreSQL', () => {
  let server: OwnDatabase;
  let postgres: DataSource;
  let sqlite: DataSource;

  beforeAll(async () => {
    server = await emptyDatabase();
    const config = loadConfig({ DATABASE_URL: server.url }, []);
    await (await openDatabase(config, rows)).close();
    if (config.database.kind !== 'server') throw new Error('no server');
    postgres = await sourceOf(config.database, rows).initialize();
    sqlite = await new DataSource({
      type: 'sqlite',
      database: ':memory:',
      entities: [...rows],
      migrations: [...migrations.sqlite],
      namingStrategy: new SnakeCaseNaming(),
    }).initialize();
    await sqlite.runMigrations({ transaction: 'each' });
  });
  afterAll(async () => {
    await sqlite.destroy();
    await postgres.destroy();
    await server.drop();
  });

  async function tablesOf(source: DataSource): Promise<Map<string, Table>> {
    const names = [...source.entityMetadatas.map(({ tableName }) => tableName)];
    const tables = await source.createQueryRunner().getTables(names);
    return new Map(tables.map(table => [table.name.replace('public.', ''), table]));
  }

  it('are those of SQLite: columns, keys, references and checks', async () => {
    const [ours, theirs] = [await tablesOf(postgres), await tablesOf(sqlite)];
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [name, table] of ours) {
      const described = (each: Table) => ({
        name,
        columns: columnsOf(each, name),
        uniques: sets(each.uniques).filter(columns => !uniqueByIndex.includes(`${name}.${columns}`)),
        references: referencesOf(each),
        checks: each.checks.map(check => check.name).sort(),
      });
      expect(described(table)).toEqual(described(theirs.get(name)!));
    }
  });

  it('have the indexes of SQLite, but for those that are named here', async () => {
    const theirs = [...(await tablesOf(sqlite))].flatMap(([name, { indices }]) =>
      sets(indices.filter(({ isUnique }) => !isUnique)).map(columns => `${name}: ${columns}`),
    );
    const rows = await postgres.query<{ index: string }[]>(
      `SELECT t.relname || ': ' || string_agg(
                regexp_replace(pg_get_indexdef(i.indexrelid, k.number::integer, true), '^"left"\\((\\w+)::text, \\d+\\)$', '\\1'),
                ', ' ORDER BY k.number) AS index
         FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
         JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'gin'
        CROSS JOIN unnest(i.indkey) WITH ORDINALITY k (attribute, number)
        WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisunique
        GROUP BY i.indexrelid, t.relname`,
    );
    const ours = rows.map(({ index }) => index);
    expect(theirs.filter(index => !ours.includes(index)).sort()).toEqual(indexesOfSqliteAlone);
    expect(ours.filter(index => !theirs.includes(index)).sort()).toEqual(indexesOfPostgresAlone);
  });

  it('refuse a second unit of one path, however long it is', async () => {
    const path = Array.from({ length: 1000 }, (_, n) => String.fromCodePoint(0x20000 + n)).join('');
    const insert = (structure: string) =>
      postgres.query(
        `INSERT INTO org_unit (structure, title, description, type, shortcut, changed_at) VALUES ($1, '', '', '', '', '')`,
        [structure],
      );
    await insert(path);
    await insert(`${path} - 1`.slice(-1000));
    await expect(insert(path)).rejects.toMatchObject({ driverError: { code: '23505' } });
  });

  it('find any piece of a text by an index', async () => {
    const found = await postgres.query<{ on: string }[]>(
      `SELECT tablename || '.' || substring(indexdef FROM '\\((\\w+) ') AS on FROM pg_indexes
        WHERE indexdef LIKE '%gin_trgm_ops%' ORDER BY 1`,
    );
    expect(found.map(({ on }) => on)).toEqual([
      'org_unit.search_text',
      'person.search_name',
      'person.search_surname',
      'visitor.search_text',
    ]);
  });

  it('are what the rows declare', async () => {
    const { upQueries } = await postgres.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('sort texts by their bytes, in whatever language the server sorts', async () => {
    const columns = await postgres.query<object[]>(
      `SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type = 'character varying' AND collation_name IS DISTINCT FROM 'C'
          AND table_name <> 'migrations'`,
    );
    expect(columns).toEqual([]);
    const [row] = await postgres.query<{ order: boolean }[]>(`SELECT 'b' < 'C' AS order`);
    expect(row).toEqual({ order: true });
  });

  it('can be taken back', async () => {
    const other = await emptyDatabase();
    const { database } = loadConfig({ DATABASE_URL: other.url }, []);
    if (database.kind !== 'server') throw new Error('no server');
    const source = await sourceOf(database, rows).initialize();
    await source.runMigrations({ transaction: 'each' });
    for (const { name } of [...migrations.postgres].reverse()) {
      expect(name).toMatch(/\d{13}$/);
      await source.undoLastMigration({ transaction: 'each' });
    }
    const tables = await source.query<object[]>(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'`,
    );
    await source.destroy();
    await other.drop();
    expect(tables).toEqual([]);
  });
});
