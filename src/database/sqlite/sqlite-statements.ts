import type sqlite3 from 'sqlite3';
import { type DataSource, QueryFailedError } from 'typeorm';
import type { SqliteDriver } from 'typeorm/driver/sqlite/SqliteDriver';
import { type Sql, type Statements, textFor } from '../statements';

/** Prepares each statement once. With TypeORM, SQLite parses and plans it on each call. */
export class SqliteStatements implements Statements {
  readonly engine = 'sqlite';
  private readonly prepared = new Map<string, Promise<sqlite3.Statement>>();
  private readonly connection: sqlite3.Database;

  constructor(source: DataSource) {
    this.connection = (source.driver as SqliteDriver).databaseConnection as sqlite3.Database;
  }

  async all<Row>(sql: Sql, parameters: readonly unknown[] = []): Promise<Row[]> {
    const text = textFor(this.engine, sql);
    const statement = await (this.prepared.get(text) ?? this.prepare(text));
    return new Promise((resolve, reject) =>
      statement.all<Row>(parameters, (error, rows) => {
        if (!error) return resolve(rows);
        // Without a reset, a statement that failed with SQLITE_BUSY stays active and blocks every commit.
        statement.reset(() => reject(new QueryFailedError(text, [...parameters], error)));
      }),
    );
  }

  /** SQLite does not close a connection that has statements. */
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
