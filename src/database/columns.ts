import { Column, type ColumnOptions, type ValueTransformer } from 'typeorm';

const instant: ValueTransformer = {
  to: (value: Date | null | undefined) => value?.toISOString() ?? value,
  from: (value: string | null) => (value === null ? null : new Date(value)),
};

/** A point in time, kept as UTC text of fixed length: the same on every engine, to the millisecond, and it sorts. */
export const InstantColumn = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 24, transformer: instant, ...options });

/** Text of a bounded length. The length is enforced where requests are read: SQLite does not. */
export const TextColumn = (
  length: number,
  options: Pick<ColumnOptions, 'nullable' | 'unique' | 'default'> = {},
): PropertyDecorator => Column({ type: 'varchar', length, ...options });

/** A whole number. */
export const IntegerColumn = (options: Pick<ColumnOptions, 'nullable' | 'unique'> = {}): PropertyDecorator =>
  Column({ type: 'integer', ...options });

export const FlagColumn = (): PropertyDecorator => Column({ type: 'boolean' });

export const BytesColumn = (options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator =>
  Column({ type: 'blob', ...options });

/** A small structure that is only ever read and written whole. */
export const JsonColumn = (): PropertyDecorator => Column({ type: 'simple-json' });
