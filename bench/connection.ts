import sqlite3 from 'sqlite3';

/** Rows as arrays of column values, written in chunks. */
export interface Table {
  name: string;
  columns: string;
  count: number;
  row: (seq: number) => (string | number | null)[];
}

/** A connection that does not wait for the disk: after an interruption, the file is created again. */
export class Connection {
  private readonly database: sqlite3.Database;

  constructor(file: string) {
    this.database = new sqlite3.Database(file);
    this.database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA temp_store = MEMORY');
  }

  insert({ name, columns }: Pick<Table, 'name' | 'columns'>, given: unknown[][]): Promise<void> {
    const values = columns.split(',').map((_, index) => `value ->> ${index}`);
    return this.run(`INSERT INTO ${name} (${columns}) SELECT ${values.join(', ')} FROM json_each(?)`, [
      JSON.stringify(given),
    ]);
  }

  run(sql: string, parameters: unknown[] = []): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, parameters, error => (error ? reject(error) : resolve()));
    });
  }

  /** The single value of a query; empty if it is null. */
  text(sql: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.database.get(sql, (error, row: Record<string, string | null> | undefined) => {
        if (error) reject(error);
        else resolve(Object.values(row ?? {})[0] ?? '');
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.close(error => (error ? reject(error) : resolve()));
    });
  }
}
