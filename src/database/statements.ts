import type { EntityManager } from 'typeorm';

export type EngineName = 'sqlite' | 'postgres';

/** The text of a statement with `?` for each parameter, or one text per engine that takes the same parameters. */
export type Sql = string | Readonly<Record<EngineName, string>>;

/** Statements on one connection, each prepared once. */
export interface Statements {
  readonly engine: EngineName;

  /**
   * The rows that a statement gives. Its text must be one of a few: each is kept.
   * @throws QueryFailedError
   */
  all<Row>(sql: Sql, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** The rows that a statement gives whose text is one of many. @throws QueryFailedError */
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

/** With `$1`, `$2` … as PostgreSQL wants it. */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/\?/g, () => `$${(count += 1)}`);
}

/**
 * Rows of a table whose `structure` is one of the paths that come as one JSON text, or lies below one: what lies below `A`
 * begins with `A - `, and the character after the blank is `!`.
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
      // What the index has of a path.
      ` AND left(unit.structure, 600) >= left(path.value || ' - ', 600)
        AND left(unit.structure, 600) <= left(path.value || ' -!', 600)`,
    ),
  };
}

/** A column is one of the values that come as one JSON text. */
export function among(column: string): Readonly<Record<EngineName, string>> {
  return {
    sqlite: `${column} IN (SELECT value FROM json_each(?))`,
    postgres: `${column} = ANY (ARRAY(SELECT json_array_elements_text(?::json)))`,
  };
}
