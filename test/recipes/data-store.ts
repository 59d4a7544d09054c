import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import sqlite3 from 'sqlite3';

/** The database of a service under test, for queries beside the service. */
export interface DataStore {
  /** For DATABASE_URL. */
  readonly url: string;
  /** Placeholders are $1, $2, …, in order of appearance. */
  query<T extends object>(sql: string, parameters?: unknown[]): Promise<T[]>;
  /** The integrity check of the engine. */
  isSound(): Promise<boolean>;
  remove(): Promise<void>;
}

/** A file, removed together with its folder. */
export class SqliteFile implements DataStore {
  readonly url: string;

  constructor(private readonly file: string) {
    this.url = `sqlite:${file}`;
  }

  async query<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const database = new sqlite3.Database(this.file);
    database.configure('busyTimeout', 5000);
    try {
      return await new Promise<T[]>((resolve, reject) =>
        database.all<T>(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows))),
      );
    } finally {
      await new Promise<void>(resolve => database.close(() => resolve()));
    }
  }

  async isSound(): Promise<boolean> {
    const [check] = await this.query<{ integrity_check: string }>('PRAGMA integrity_check');
    return check?.integrity_check === 'ok';
  }

  remove(): Promise<void> {
    return Promise.resolve();
  }
}

/** A separate database on a server. */
export class PostgresDatabase implements DataStore {
  private constructor(
    private readonly serverUrl: string,
    private readonly name: string,
  ) {}

  static async create(serverUrl: string): Promise<PostgresDatabase> {
    const database = new PostgresDatabase(
      serverUrl,
      `gatehouse_reliability_${randomUUID().replaceAll('-', '')}`,
    );
    await run(serverUrl, `CREATE DATABASE ${database.name} TEMPLATE template0 ENCODING 'UTF8'`);
    return database;
  }

  get url(): string {
    const url = new URL(this.serverUrl);
    url.pathname = `/${this.name}`;
    return url.href;
  }

  query<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return run<T>(this.url, sql, parameters);
  }

  /** Checks that every row is in every index, as far as the user may check. */
  async isSound(): Promise<boolean> {
    const [may] = await this.query(
      `SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck' AND current_setting('is_superuser') = 'on'`,
    );
    if (!may) return true;
    await this.query('CREATE EXTENSION IF NOT EXISTS amcheck');
    return this.query(CHECK_INDEXES).then(
      () => true,
      () => false,
    );
  }

  async remove(): Promise<void> {
    await run(this.serverUrl, `DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

const CHECK_INDEXES = `
  SELECT bt_index_check(c.oid, true) FROM pg_class c JOIN pg_am a ON a.oid = c.relam
  WHERE c.relkind = 'i' AND a.amname = 'btree' AND c.relnamespace = 'public'::regnamespace`;

async function run<T extends object>(
  connectionString: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<T[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<T>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
}
