import type sqlite3 from 'sqlite3';
import { type DataSource, QueryFailedError } from 'typeorm';
import type { SqliteDriver } from 'typeorm/driver/sqlite/SqliteDriver';

/** Statements on one connection, each prepared once: TypeORM has SQLite parse and plan each anew, call by call. */
export class Statements {
  private readonly prepared = new Map<string, Promise<sqlite3.Statement>>();
  private readonly connection: sqlite3.Database;

  constructor(source: DataSource) {
    this.connection = (source.driver as SqliteDriver).databaseConnection as sqlite3.Database;
  }

  /**
   * The rows that a statement gives. Its text must be one of a few: each is kept.
   * @throws QueryFailedError
   */
  async all<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const statement = await (this.prepared.get(sql) ?? this.prepare(sql));
    return new Promise((resolve, reject) =>
      statement.all<Row>(parameters, (error, rows) => {
        if (!error) return resolve(rows);
        // One that the storage was too busy for would be under way until it is asked again, and hold up every commit.
        statement.reset(() => reject(new QueryFailedError(sql, [...parameters], error)));
      }),
    );
  }

  /** SQLite closes no connection that has statements left. */
  async finalize(): Promise<void> {
    for (const statement of await Promise.all(this.prepared.values()))
      await new Promise<void>(resolve => statement.finalize(() => resolve()));
    this.prepared.clear();
  }

  private prepare(sql: string): Promise<sqlite3.Statement> {
    const preparing = new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement: sqlite3.Statement = this.connection.prepare(sql, (error: Error | null) => {
        if (!error) return resolve(statement);
        this.prepared.delete(sql);
        reject(new QueryFailedError(sql, [], error));
      });
    });
    this.prepared.set(sql, preparing);
    return preparing;
  }
}
