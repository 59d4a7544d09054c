import { join } from 'node:path';
import { Client } from 'pg';
import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { exitCodeOf } from '../../src/exit-codes';
import { containing, type Database, openDatabase } from '../../src/database';
import { migrations } from '../../src/database/migrations';
import { CommandLine } from '../support/command-line';
import { withServer } from '../support/engine';
import { emptyDatabase, onServer, type OwnDatabase } from '../support/postgres';

withServer('a database on PostgreSQL', () => {
  let server: OwnDatabase;
  beforeEach(async () => {
    server = await emptyDatabase();
  });
  afterEach(() => server.drop());

  const open = (settings: Record<string, string> = {}): Promise<Database> =>
    openDatabase(loadConfig({ DATABASE_URL: server.url, ...settings }, []), rows);
  const shown = () => new URL(server.url).host + new URL(server.url).pathname;

  async function select<Row extends object>(sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }
  const tables = () => select(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const run = (sql: string) => onServer(sql, server.url);

  it('is made by three who start at once, and each of them works', async () => {
    const nodes = await Promise.all([open(), open(), open()]);
    for (const node of nodes)
      expect(await node.read(manager => manager.query('SELECT 1 AS n'))).toEqual([{ n: 1 }]);
    for (const node of nodes) await node.close();
    expect(await select('SELECT name FROM migrations')).toEqual(
      migrations.postgres.map(({ name }) => ({ name })),
    );
  });

  it('is not made when migrations are not to run', async () => {
    await expect(open({ MIGRATE_ON_START: 'off' })).rejects.toThrow(
      `DATABASE_URL: ${shown()} is empty: run \`gatehouse migrate\`, or set MIGRATE_ON_START=on`,
    );
    expect(await tables()).toEqual([]);
  });

  it.each([
    ['LATIN1', `LC_COLLATE 'C' LC_CTYPE 'C'`],
    ['SQL_ASCII', `LC_COLLATE 'C' LC_CTYPE 'C'`],
  ])('in %s is refused as a setting (78), with the remedy, and left as it is', async (encoding, locale) => {
    await server.drop();
    const name = new URL(server.url).pathname.slice(1);
    await onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' ${locale}`);
    const refusal = await open().catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      message: `DATABASE_URL: ${shown()} has the encoding ${encoding}: make it anew by CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8', or name another`,
    });
    expect(exitCodeOf(refusal, () => undefined)).toBe(78);
    expect(await tables()).toEqual([]);
  });

  it('that only reads is not ready, takes no change, and says so before it is asked for one', async () => {
    const database = await open();
    const name = new URL(server.url).pathname.slice(1);
    expect(await database.takesWrites()).toBe(true);
    await onServer(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await database.close();
    const after = await open();
    expect(await after.takesWrites()).toBe(false);
    await after.close();
  });

  it('is opened as it is when there is nothing to migrate', async () => {
    await (await open()).close();
    await (await open({ MIGRATE_ON_START: 'off' })).close();
  });

  it.each([
    ['without a table of migrations', 'CREATE TABLE customer (id integer)'],
    ['of which one is called as ours', 'CREATE TABLE migrations (id serial, name text)'],
  ])('with tables of another program, %s, is refused and left as it is', async (_, make) => {
    await run(make);
    const before = await tables();
    await expect(open()).rejects.toThrow('holds tables of another program: name another database');
    expect(await tables()).toEqual(before);
  });

  it('of a newer version is refused', async () => {
    await (await open()).close();
    await run(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Future9999999999999')`);
    await expect(open()).rejects.toThrow(
      'was written by a newer version (Future9999999999999): install that version',
    );
  });

  it('of an older version is refused when migrations are not to run', async () => {
    await (await open()).close();
    await run('DELETE FROM migrations');
    await expect(open({ MIGRATE_ON_START: 'off' })).rejects.toThrow('is empty: run `gatehouse migrate`');
  });

  it.each([
    ['that is not there', (url: URL) => (url.pathname = '/gatehouse_of_nobody'), 'does not exist'],
    ['of a server that is not there', (url: URL) => (url.port = '1'), 'cannot be reached (ECONNREFUSED)'],
  ])('%s is refused with what is to be done, and without the password', async (_, change, problem) => {
    const url = new URL(server.url);
    url.password = 'Zq3-secret';
    change(url);
    const fault: unknown = await open({ DATABASE_URL: url.href }).catch((error: unknown) => error);
    expect(String(fault)).toContain(problem);
    expect(`${String(fault)} ${JSON.stringify(fault)} ${(fault as Error).stack ?? ''}`).not.toContain(
      'Zq3-secret',
    );
  });

  describe('whose user may do little', () => {
    const role = `gatehouse_little_${process.pid}`;
    const asLittle = () => {
      const url = new URL(server.url);
      url.username = role;
      return { DATABASE_URL: url.href };
    };
    beforeEach(() => onServer(`CREATE ROLE ${role} LOGIN`));
    afterEach(async () => {
      await run(`DROP OWNED BY ${role}`);
      await onServer(`DROP ROLE ${role}`);
    });

    it('is refused where it may not make tables', async () => {
      await expect(open(asLittle())).rejects.toThrow('does not let this user make tables');
    });

    it('is searched without the extension where it may not add one', async () => {
      await run(`GRANT CREATE ON SCHEMA public TO ${role}`);
      const database = await open(asLittle());
      expect(await select("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")).toEqual([]);
      await run(
        `INSERT INTO person (person_id, name, surname, email, search_name) VALUES ('1', '', '', '', 'jana novakova')`,
      );
      const { sql, parameters } = containing('postgres', { table: 'person', column: 'search_name' }, 'ovak');
      const found = await database.read((_, statements) =>
        statements.all(`SELECT person_id FROM person WHERE ${sql}`, parameters),
      );
      expect(found).toEqual([{ person_id: '1' }]);
      await database.close();
    });
  });

  it('takes a file by the command line, all of it once', async () => {
    const line = new CommandLine({ DATABASE_URL: server.url });
    const file = join(__dirname, '../../examples/reception.yaml');
    const applied = await line.run(['apply', file]);
    expect(applied.out.at(-1)).toMatch(/^created [1-9]\d*, changed 0, left 0$/);
    expect((await line.run(['apply', file, '--dry-run'])).out.at(-1)).toMatch(
      /^created 0, changed 0, left [1-9]/,
    );
    expect((await line.run(['user', 'block', 'reception'])).exitCode).toBe(0);
    expect((await line.run(['user', 'list'])).out.find(each => each.startsWith('reception'))).toContain(
      'blocked',
    );
    line.remove();
  });

  it('is migrated by the command line, which tells what is done', async () => {
    const line = new CommandLine({ DATABASE_URL: server.url });
    const names = migrations.postgres.map(({ name }) => name);
    expect((await line.run(['migrate', '--status'])).out).toEqual(names.map(name => `pending ${name}`));
    expect(await tables()).toEqual([]);
    expect((await line.run(['migrate'])).out).toEqual([
      ...names.map(name => `ran ${name}`),
      'the database is now up to date',
    ]);
    expect((await line.run(['migrate', '--status'])).out).toEqual(names.map(name => `done ${name}`));
    expect((await line.run(['migrate'])).out).toEqual(['the database is up to date']);
    line.remove();
  });
});
