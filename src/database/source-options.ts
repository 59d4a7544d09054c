import { type DataSourceOptions, DefaultNamingStrategy } from 'typeorm';

export type Rows = readonly (new () => object)[];

/** Options of TypeORM for both engines. */
export function commonOptions(
  rows: Rows,
): Pick<DataSourceOptions, 'entities' | 'namingStrategy' | 'invalidWhereValuesBehavior'> {
  return {
    entities: [...rows],
    namingStrategy: new SnakeCaseNaming(),
    // By default, a condition on undefined or null is dropped, and the first row of the table is found.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  };
}

/** Columns are the property in snake case; those of a relation add the column that it refers to. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snakeCase([...prefixes, custom ?? property].join('_'));
  }

  override joinColumnName(relation: string, referencedColumn: string): string {
    return snakeCase(`${relation}_${referencedColumn}`);
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
}
