import type { DataSourceOptions } from 'typeorm';
import { SnakeCaseNaming } from './naming';

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
