import type { ClientBase, QueryConfig, QueryResult } from 'pg';
import { QueryFailedError } from 'typeorm';
import { numbered, type Sql, type Statements, textFor } from '../statements';

/** The names under which statements are prepared on each connection. */
export class PreparedTexts {
  private readonly known = new Map<string, { readonly name: string; readonly text: string }>();

  of(sql: string): { readonly name: string; readonly text: string } {
    let prepared = this.known.get(sql);
    if (!prepared) {
      prepared = { name: `s${this.known.size}`, text: numbered(sql) };
      this.known.set(sql, prepared);
    }
    return prepared;
  }
}

export class PostgresStatements implements Statements {
  readonly engine = 'postgres';

  constructor(
    private readonly client: ClientBase,
    private readonly texts: PreparedTexts,
  ) {}

  async all<Row>(sql: Sql, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { name, text } = this.texts.of(textFor(this.engine, sql));
    return (await this.send<Row & object>({ name, text, values: [...parameters] })).rows;
  }

  /** @returns the command tag of the server: `ROLLBACK` for the COMMIT of a failed transaction */
  async command(text: 'BEGIN' | 'COMMIT' | 'ROLLBACK'): Promise<string> {
    return (await this.send({ text })).command;
  }

  private async send<Row extends object>(query: QueryConfig): Promise<QueryResult<Row>> {
    try {
      return await this.client.query<Row>(query);
    } catch (error) {
      throw new QueryFailedError(query.text, query.values, error as Error);
    }
  }
}
