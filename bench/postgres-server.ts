import { Client } from 'pg';

/** Databases of a run are named after its process. */
const PREFIX = `gatehouse_bench_${process.pid}`;

/** A PostgreSQL server that makes databases, and copies of them, for one run. */
export class PostgresServer {
  private readonly made = new Set<string>();

  /** @param url of a database on it, as a user who may create databases */
  constructor(private readonly url: string) {}

  /** As `15.19`. */
  async version(): Promise<string> {
    return (await this.shown('server_version')).split(' ')[0] ?? '';
  }

  /** What keeps an answered change from being on the disk; empty when nothing does. */
  async weaknesses(): Promise<string[]> {
    const found: string[] = [];
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const value = await this.shown(setting);
      if (value !== 'on') found.push(`PostgreSQL runs with ${setting} = ${value}`);
    }
    return found;
  }

  /** A new database, in the place of the one of that name. @returns its URL */
  async create(name: string): Promise<string> {
    return this.createLike(name, 'template0');
  }

  /** A copy of a database that nobody is connected to, all of it on the disk. @returns its URL */
  async copy(name: string, template: string): Promise<string> {
    return this.createLike(name, `${PREFIX}_${template}`);
  }

  /** For the planner, as autovacuum would sooner or later. */
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
