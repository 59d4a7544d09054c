import { isDeepStrictEqual } from 'node:util';
import type { EntityManager, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import type { Thing } from './report';

/**
 * Writes the things of one table that differ from what is there. All rows are read once, before the first change. A dry run
 * only remembers what it would have written.
 */
export class Table<Row extends object> {
  private constructor(
    private readonly manager: EntityManager,
    private readonly row: new () => Row,
    private readonly key: keyof Row & string,
    private readonly rows: Map<unknown, Row>,
    private readonly dryRun: boolean,
  ) {}

  static async read<Row extends object>(
    manager: EntityManager,
    row: new () => Row,
    key: keyof Row & string,
    { dryRun, relations = [] }: { dryRun: boolean; relations?: readonly (keyof Row & string)[] },
  ): Promise<Table<Row>> {
    const rows = await manager.find(row, { relations: [...relations] });
    return new Table(manager, row, key, new Map(rows.map(found => [found[key], found])), dryRun);
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
      const made = this.dryRun ? undefined : await this.manager.insert(this.row, row);
      // Others refer to it by its number. A dry run inserts nothing: a number that no row has stands for the row.
      const identifier = made?.identifiers[0] ?? { seq: -this.rows.size - 1 };
      this.rows.set(key, { ...row, ...identifier } as Row);
      return { outcome: 'created', members: [] };
    }
    const members = (Object.keys(wanted) as (keyof Row & string)[]).filter(
      column => !isDeepStrictEqual(found[column], wanted[column]),
    );
    if (members.length === 0) return { outcome: 'left', members };
    if (this.dryRun) return { outcome: 'changed', members };
    const where = { [this.key]: key } as FindOptionsWhere<Row>;
    const changes = { ...wanted, ...whenChanged } as QueryDeepPartialEntity<Row>;
    const { affected } = await this.manager.update(this.row, where, changes);
    if (affected !== 1) throw new Error(`${this.row.name}: ${affected ?? 0} rows changed instead of one`);
    return { outcome: 'changed', members };
  }
}
