import type { DataSourceOptions } from 'typeorm';
import { SnakeCaseNaming } from './naming';

export type Rows = readonly (new () => object)[];

/** What TypeORM is told on every engine. */
export function commonOptions(
  rows: Rows,
): Pick<DataSourceOptions, 'entities' | 'namingStrategy' | 'invalidWhereValuesBehavior'> {
  return {
    entities: [...rows],
    namingStrategy: new SnakeCaseNaming(),
    // Without it, a condition on undefined or null is left out, and the first row of the table is found.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  };
}
