import { Column, type ColumnOptions, Index, PrimaryColumn, type ValueTransformer } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/** PostgreSQL compares texts by their bytes, as SQLite does, regardless of the locale of the server. */
const BY_BYTES = { collation: 'C' };

const instant: ValueTransformer = {
  to: (value: Date | null | undefined) => value?.toISOString() ?? value,
  from: (value: string | null) => (value === null ? null : new Date(value)),
};

/** A point in time as UTC text of fixed length: the same on both engines, to the millisecond, and sortable. */
export const InstantColumn = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 24, ...BY_BYTES, transformer: instant, ...options });

/** Text of a limited length. Requests are checked for it, because SQLite does not enforce it. */
export const TextColumn = (
  length: number,
  options: Pick<ColumnOptions, 'nullable' | 'unique' | 'default'> = {},
): PropertyDecorator => Column({ type: 'varchar', length, ...BY_BYTES, ...options });

const folded = new WeakMap<object, Set<string>>();

/**
 * Text that `foldText` has made, which may be many times as long as its source. The length is that of the SQLite schema,
 * which does not enforce it; PostgreSQL has none.
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

/** Text that is the primary key of a row, or a part of it. */
export const KeyColumn = (length: number): PropertyDecorator =>
  PrimaryColumn({ type: 'varchar', length, ...BY_BYTES });

/** A whole number. */
export const IntegerColumn = (
  options: Pick<ColumnOptions, 'nullable' | 'unique' | 'default'> = {},
): PropertyDecorator => Column({ type: 'integer', ...options });

export const FlagColumn = (): PropertyDecorator => Column({ type: 'boolean' });

export const BytesColumn = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column({ type: 'blob', ...options });

/** A small structure that is always read and written as a whole. */
export const JsonColumn = (): PropertyDecorator => Column({ type: 'simple-json' });

/**
 * Substring index. Created by the migrations, because each engine has its own kind; declared here only so that TypeORM's
 * schema diff ignores it.
 */
export const TrigramIndex = (name: string): PropertyDecorator => Index(name, { synchronize: false });
