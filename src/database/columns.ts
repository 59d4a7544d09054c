import { Column, type ColumnOptions, Index, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/** PostgreSQL compares and sorts by the bytes of the text, as SQLite does, whatever the language of the server. */
const BY_BYTES = { collation: 'C' };

const instant: ValueTransformer = {
  to: (value: Date | null | undefined) => value?.toISOString() ?? value,
  from: (value: string | null) => (value === null ? null : new Date(value)),
};

/** A point in time, kept as UTC text of fixed length: the same on every engine, to the millisecond, and it sorts. */
export const InstantColumn = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 24, ...BY_BYTES, transformer: instant, ...options });

/** Text of a bounded length. The length is enforced where requests are read, so that both engines refuse alike. */
export const TextColumn = (
  length: number,
  options: Pick<ColumnOptions, 'nullable' | 'unique' | 'default'> = {},
): PropertyDecorator => Column({ type: 'varchar', length, ...BY_BYTES, ...options });

const folded = new WeakMap<object, Set<string>>();

/**
 * Text that folding has made of others (`foldText`), which may be many times as long as they are. The length is what the tables of
 * SQLite say, which nobody counts; PostgreSQL has none.
 */
export const FoldedColumn = (
  length: number,
  options: Pick<ColumnOptions, 'nullable' | 'default'>,
): PropertyDecorator => {
  const column = TextColumn(length, options);
  return (target, name) => {
    folded.set(target.constructor, (folded.get(target.constructor) ?? new Set()).add(String(name)));
    column(target, name);
  };
};

export function isFolded({ target, propertyName }: ColumnMetadata): boolean {
  return typeof target === 'function' && (folded.get(target)?.has(propertyName) ?? false);
}

/** Text that is the key of a row, or a part of it. */
export const KeyColumn = (length: number): PropertyDecorator =>
  PrimaryColumn({ type: 'varchar', length, ...BY_BYTES });

/** A whole number. */
export const IntegerColumn = (
  options: Pick<ColumnOptions, 'nullable' | 'unique' | 'default'> = {},
): PropertyDecorator => Column({ type: 'integer', ...options });

export const FlagColumn = (): PropertyDecorator => Column({ type: 'boolean' });

export const BytesColumn = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column({ type: 'blob', ...options });

/** A small structure that is only ever read and written whole. */
export const JsonColumn = (): PropertyDecorator => Column({ type: 'simple-json' });

/**
 * The index of what stands anywhere in a text. Its migration makes it, where the engine has one of the kind: as any index
 * that is not the same on both engines, it is named here so that TypeORM lets it be.
 */
export const PiecesIndex = (name: string): PropertyDecorator => Index(name, { synchronize: false });
