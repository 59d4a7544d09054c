import { Client } from 'pg';

/** Prefix of all database names; names of this run continue with its number. */
const PREFIX = 'gatehouse_test';

/** A database on the server of TEST_POSTGRES_URL. */
export interface OwnDatabase {
  readonly url: string;
  /** To be called when no connection is left. */
  drop: () => Promise<void>;
}

/**
 * A new database without tables. It has a language collation, so that code which needs byte order has to ask for it.
 */
export async function emptyDatabase(name = `${PREFIX}_${process.pid}_${Date.now()}`): Promise<OwnDatabase> {
  await onServer(
    `CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US' ENCODING 'UTF8'`,
  );
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

/** The databases in use by this test file. */
const inUse = new Set<string>();

/**
 * A migrated database without rows. It is cheap, because each worker keeps its copies of the template until all tests have
 * run.
 */
export async function ownDatabase(): Promise<OwnDatabase> {
  const { TEST_POSTGRES_TEMPLATE: template = '', JEST_WORKER_ID: worker = '' } = process.env;
  let index = 0;
  const name = () => `${template}_${worker}_${index}`;
  while (inUse.has(name())) index += 1;
  const database = name();
  inUse.add(database);
  try {
    await onServer(CLEAR, urlOf(database));
  } catch (error) {
    if ((error as { code?: string }).code !== UNKNOWN_DATABASE) throw error;
    await onServer(`CREATE DATABASE ${database} TEMPLATE ${template}`);
  }
  return {
    url: urlOf(database),
    drop: () => {
      inUse.delete(database);
      return Promise.resolve();
    },
  };
}

const UNKNOWN_DATABASE = '3D000';

/** Deletes all rows except those of the migrations, and restarts the sequences. */
const CLEAR = `DO $$
  DECLARE each record;
  BEGIN
    SET LOCAL session_replication_role = replica;
    FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' LOOP
      EXECUTE format('DELETE FROM %I', each.tablename);
    END LOOP;
    PERFORM setval(format('%I', sequencename)::regclass, 1, false) FROM pg_sequences
      WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq';
  END
$$`;

/** The template and its copies. */
export async function dropRun(template: string): Promise<void> {
  const client = await connected(urlOf('postgres'));
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE datname = $1 OR starts_with(datname, $2)',
    [template, `${template}_`],
  );
  await client.end();
  for (const { name } of rows) await dropDatabase(name);
}

/** Runs a statement on the server, as an operator would. */
export async function onServer(statement: string, url = urlOf('postgres')): Promise<void> {
  const client = await connected(url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function dropDatabase(name: string): Promise<void> {
  return onServer(`DROP DATABASE ${name} WITH (FORCE)`);
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** Commits are not flushed: test data need not survive a crash of the server. */
function urlOf(name: string): string {
  if (!process.env.TEST_POSTGRES_URL) throw new Error('TEST_POSTGRES_URL names no server');
  const url = new URL(process.env.TEST_POSTGRES_URL);
  url.pathname = `/${name}`;
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}
