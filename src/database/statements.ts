import type { EntityManager } from 'typeorm';

export type EngineName = 'sqlite' | 'postgres';

/** The text of a statement with `?` for each parameter, or one text per engine that takes the same parameters. */
export type Sql = string | Readonly<Record<EngineName, string>>;

/** Prepared statements of one connection. */
export interface Statements {
  readonly engine: EngineName;

  /**
   * Runs a prepared statement and returns its rows. The number of different texts must be small, because each is kept.
   * @throws QueryFailedError
   */
  all<Row>(sql: Sql, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Runs a statement that is not prepared, and returns its rows. @throws QueryFailedError */
export function query<Row>(
  manager: EntityManager,
  sql: Sql,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const engine = engineOf(manager);
  const text = textFor(engine, sql);
  return manager.query<Row[]>(engine === 'postgres' ? numbered(text) : text, [...parameters]);
}

export function engineOf(manager: EntityManager): EngineName {
  return manager.connection.options.type === 'postgres' ? 'postgres' : 'sqlite';
}

export function textFor(engine: EngineName, sql: Sql): string {
  return typeof sql === 'string' ? sql : sql[engine];
}

/** With `$1`, `$2` … instead of `?`, for PostgreSQL. */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => `$${(count += 1)}`);
}

/**
 * The condition that the `structure` of a row is one of the given paths, or below one. The parameter is a JSON array of
 * paths. A unit below `A` begins with `A - `; the range ends at `A -!`, because `!` is the character after the blank.
 */
export function atOrBelow(table: string): Readonly<Record<EngineName, string>> {
  const among = (paths: string, below = '') => `${table}.seq IN (
    WITH path AS (SELECT value FROM ${paths})
    SELECT unit.seq FROM path CROSS JOIN org_unit unit WHERE unit.structure = path.value
    UNION ALL
    SELECT unit.seq FROM path CROSS JOIN org_unit unit
    WHERE unit.structure >= path.value || ' - ' AND unit.structure < path.value || ' -!'${below})`;
  return {
    sqlite: among('json_each(?)'),
    postgres: among(
      'json_array_elements_text(?::json) t (value)',
      // The index has the first 600 characters of a path.
      ` AND left(unit.structure, 600) >= left(path.value || ' - ', 600)
        AND left(unit.structure, 600) <= left(path.value || ' -!', 600)`,
    ),
  };
}

/** The condition that a column has one of the given values. The parameter is a JSON array. */
export function among(column: string): Readonly<Record<EngineName, string>> {
  return {
    sqlite: `${column} IN (SELECT value FROM json_each(?))`,
    postgres: `${column} = ANY (ARRAY(SELECT json_array_elements_text(?::json)))`,
  };
}
