import { isDeepStrictEqual } from 'node:util';
import type { EntityManager, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import type { Thing } from './report';

/** Writes the things of one table that differ from what is there. All rows are read once, before the first change. */
export class Table<Row extends object> {
  private constructor(
    private readonly manager: EntityManager,
    private readonly row: new () => Row,
    private readonly key: keyof Row & string,
    private readonly rows: Map<unknown, Row>,
  ) {}

  static async read<Row extends object>(
    manager: EntityManager,
    row: new () => Row,
    key: keyof Row & string,
    relations: readonly (keyof Row & string)[] = [],
  ): Promise<Table<Row>> {
    const rows = await manager.find(row, { relations: [...relations] });
    return new Table(manager, row, key, new Map(rows.map(found => [found[key], found])));
  }

  get keys(): Set<string> {
    return new Set([...this.rows.keys()].map(String));
  }

  find(key: string): Row | undefined {
    return this.rows.get(key);
  }

  get(key: string): Row {
    const found = this.rows.get(key);
    if (!found) throw new Error(`${this.row.name}: no row ${key}`);
    return found;
  }

  /**
   * Makes the row of a key as `wanted`; `whenNew` and `whenChanged` are written along with it where it is.
   * @returns what was done, and the columns that differed
   */
  async put(
    key: string,
    wanted: Partial<Row>,
    whenNew: Partial<Row> = {},
    whenChanged: Partial<Row> = {},
  ): Promise<Pick<Thing, 'outcome' | 'members'>> {
    const found = this.rows.get(key);
    if (!found) {
      const row = { [this.key]: key, ...whenNew, ...wanted } as QueryDeepPartialEntity<Row>;
      const { identifiers } = await this.manager.insert(this.row, row);
      this.rows.set(key, { ...row, ...identifiers[0] } as Row);
      return { outcome: 'created', members: [] };
    }
    const members = (Object.keys(wanted) as (keyof Row & string)[]).filter(
      column => !isDeepStrictEqual(found[column], wanted[column]),
    );
    if (members.length === 0) return { outcome: 'left', members };
    const where = { [this.key]: key } as FindOptionsWhere<Row>;
    const changes = { ...wanted, ...whenChanged } as QueryDeepPartialEntity<Row>;
    const { affected } = await this.manager.update(this.row, where, changes);
    if (affected !== 1) throw new Error(`${this.row.name}: ${affected ?? 0} rows changed instead of one`);
    return { outcome: 'changed', members };
  }
}
