import { Client } from 'pg';

/** The databases of a run contain its process id in their names. */
const PREFIX = `gatehouse_bench_${process.pid}`;

/** A PostgreSQL server on which one run creates and copies databases. */
export class PostgresServer {
  private readonly made = new Set<string>();

  /** @param url of a database on it, with a user that may create databases */
  constructor(private readonly url: string) {}

  /** For example `15.19`. */
  async version(): Promise<string> {
    return (await this.shown('server_version')).split(' ')[0] ?? '';
  }

  /** Settings of the server that make an acknowledged change unsafe; empty if there are none. */
  async weaknesses(): Promise<string[]> {
    const found: string[] = [];
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const value = await this.shown(setting);
      if (value !== 'on') found.push(`PostgreSQL runs with ${setting} = ${value}`);
    }
    return found;
  }

  /** Creates a database, replacing one of that name. @returns its URL */
  async create(name: string): Promise<string> {
    return this.createLike(name, 'template0');
  }

  /** Copies a database without connections, and flushes the copy to disk. @returns its URL */
  async copy(name: string, template: string): Promise<string> {
    return this.createLike(name, `${PREFIX}_${template}`);
  }

  /** Updates the planner statistics, as autovacuum would eventually. */
  async analyze(name: string): Promise<void> {
    await this.run('VACUUM ANALYZE', this.urlOf(`${PREFIX}_${name}`));
  }

  async dropAll(): Promise<void> {
    for (const own of this.made) await this.drop(own);
  }

  private async createLike(name: string, template: string): Promise<string> {
    const own = `${PREFIX}_${name}`;
    await this.drop(own);
    this.made.add(own);
    await this.run(`CREATE DATABASE ${own} TEMPLATE ${template} STRATEGY FILE_COPY`);
    return this.urlOf(own);
  }

  private async drop(own: string): Promise<void> {
    await this.run(`DROP DATABASE IF EXISTS ${own} WITH (FORCE)`);
    this.made.delete(own);
  }

  private async shown(setting: string): Promise<string> {
    const [row] = await this.run(`SHOW ${setting}`);
    return row?.[setting] ?? '';
  }

  private async run(statement: string, connectionString = this.url): Promise<Record<string, string>[]> {
    const client = new Client({ connectionString });
    await client.connect();
    try {
      return (await client.query<Record<string, string>>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  private urlOf(database: string): string {
    const url = new URL(this.url);
    url.pathname = `/${database}`;
    return url.href;
  }
}
