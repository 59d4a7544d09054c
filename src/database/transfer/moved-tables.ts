import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/** The kind of a value, regardless of how each engine stores it. */
export type Kind = 'integer' | 'boolean' | 'text' | 'bytes';

export interface MovedColumn {
  readonly name: string;
  readonly kind: Kind;
  /** Maximal length of a text. */
  readonly length: number;
}

export interface MovedTable {
  readonly name: string;
  readonly columns: readonly MovedColumn[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** The auto-increment column. */
  readonly counter: string | undefined;
}

/** By the names of the columns, as the driver returns it. */
export type Row = Readonly<Record<string, unknown>>;

/** A row as one text, the same for both engines. */
export function encoded({ columns }: MovedTable, row: Row): string {
  return JSON.stringify(columns.map(({ name, kind }) => valueOf(kind, row[name])));
}

/** A value of either engine as PostgreSQL returns it. */
export function valueOf(kind: Kind, value: unknown): unknown {
  if (value === null) return null;
  if (kind === 'boolean' && (value === 0 || value === 1)) return value === 1;
  if (kind === 'bytes' && Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return value;
}

/** How messages name a row: `seq 17`. */
export function keyOf({ key }: MovedTable, row: Row): string {
  return key.map(name => `${name} ${String(row[name])}`).join(', ');
}

/** All tables, join tables included. Each comes after those that it refers to. */
export function movedTables(target: DataSource): MovedTable[] {
  const ordered = new Set<EntityMetadata>();
  const add = (entity: EntityMetadata, under: readonly EntityMetadata[]) => {
    if (ordered.has(entity)) return;
    if (under.includes(entity)) throw new Error(`the tables around ${entity.tableName} refer to each other`);
    for (const { referencedEntityMetadata: parent } of entity.foreignKeys)
      if (parent !== entity) add(parent, [...under, entity]);
    ordered.add(entity);
  };
  for (const entity of target.entityMetadatas) add(entity, []);
  return [...ordered].map(entity => tableOf(target, entity));
}

function tableOf(target: DataSource, entity: EntityMetadata): MovedTable {
  return {
    name: entity.tableName,
    columns: entity.columns.map(column => columnOf(target, column)),
    key: entity.primaryColumns.map(({ databaseName }) => databaseName),
    counter: entity.generatedColumns.find(({ generationStrategy }) => generationStrategy === 'increment')
      ?.databaseName,
  };
}

const kinds: Readonly<Record<string, Kind>> = {
  integer: 'integer',
  boolean: 'boolean',
  'character varying': 'text',
  text: 'text',
  bytea: 'bytes',
};

function columnOf({ driver }: DataSource, column: ColumnMetadata): MovedColumn {
  const type = driver.normalizeType(column);
  const kind = kinds[type];
  if (!kind)
    throw new Error(
      `nobody has said how ${column.entityMetadata.tableName}.${column.databaseName}, ${type}, is moved`,
    );
  return { name: column.databaseName, kind, length: Number(driver.getColumnLength(column) || Infinity) };
}
