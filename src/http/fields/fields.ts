import { applyDecorators } from '@nestjs/common';
import {
  type ClassTransformOptions,
  Exclude,
  Transform,
  type TransformFnParams,
  Type,
} from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsObject, IsOptional, ValidateNested } from 'class-validator';
import type { DayEdge } from '../../shared/dates';
import type { Enumeration } from '../../shared/enumeration';
import type { TimeZone } from '../../shared/time-zone';
import type { Conversion } from './conversion';
import { declareField, type DtoClass, type Field } from './members';
import { type ChoiceOptions, conversions } from './scalars';
import type { TextLimits } from './text-values';

/** Fields are required by default. */
type FieldOptions = Pick<Field, 'description' | 'example' | 'first' | 'omitNull' | 'partial'> & {
  required?: boolean;
};

export const Text = (options: FieldOptions & TextLimits) => scalar(options, conversions.text(options));

export const Guid = (options: FieldOptions) => scalar(options, conversions.guid());

export const Integer = (options: FieldOptions & { min: number; max: number }) =>
  scalar(options, conversions.integer(options));

/** One value of a closed list. */
export const Choice = (of: Enumeration, { anyCase, ...options }: FieldOptions & ChoiceOptions) =>
  scalar(options, conversions.choice(of, { anyCase }));

/** In a query: several of them, separated by commas. */
export const Choices = (of: Enumeration, { anyCase, ...options }: FieldOptions & ChoiceOptions) =>
  scalar(options, conversions.choices(of, { anyCase }));

export const Flag = (options: FieldOptions) => scalar(options, conversions.boolean());

/**
 * A point in time; without an offset it is in the site's zone. A date without a time stands for the whole day: `day` says
 * which edge of it counts, the start by default.
 */
export const Instant = (options: FieldOptions & { day?: DayEdge }) =>
  scalar(options, conversions.instant(options.day));

/** Since which change, or since which point in time. */
export const Since = (options: FieldOptions) => scalar(options, conversions.change());

/** A day of the calendar, without a zone. */
export const CalendarDate = (options: FieldOptions) => scalar(options, conversions.date());

/** Base64 in JSON and XML. */
export const Bytes = (options: FieldOptions) => scalar(options, conversions.bytes());

export const Nested = (type: () => DtoClass, options: FieldOptions) =>
  field(options, { kind: 'object', type, schema: {} }, [
    Type(type),
    IsObject({ message: 'must be an object' }),
    ValidateNested({ message: 'must be an object' }),
  ]);

/** A list; `of` is the class of its items, or the conversion of a scalar for lists of texts and bytes. */
export const List = (
  of: (() => DtoClass) | Conversion,
  options: FieldOptions & { item: string; max?: number },
): PropertyDecorator => {
  const max = options.max ?? 1000;
  const info = { kind: 'list', item: options.item, schema: { maxItems: max } } as const;
  if (typeof of === 'function') {
    const nested = ValidateNested({ each: true, message: 'must be a list of objects' });
    return field(options, { ...info, type: of }, [Type(of), ...checksOfList(max), nested]);
  }
  const read = (value: unknown, zone: TimeZone) =>
    Array.isArray(value) ? value.map(each => of.read(each, zone)) : value;
  return field(options, { ...info, value: of }, [reading(read), ...checksOfList(max, of)]);
};

/** A list of which each item is bound separately, as a `BoundRow`: a bad item is reported beside the good ones. */
export const Rows = (
  type: () => DtoClass,
  { max, item, ...options }: FieldOptions & { item: string; max: number },
): PropertyDecorator =>
  // `bind` sets them: class-transformer would copy every row.
  field(options, { kind: 'list', type, item, rows: true, schema: { maxItems: max } }, [
    Exclude({ toClassOnly: true }),
    ...checksOfList(max),
  ]);

function checksOfList(max: number, items?: Conversion): PropertyDecorator[] {
  return [
    IsArray({ message: 'must be a list' }),
    ...(items?.checks({ each: true }) ?? []),
    ArrayMaxSize(max, { message: `must have at most ${max} items` }),
  ];
}

function scalar(options: FieldOptions, value: Conversion): PropertyDecorator {
  const { kind, schema } = value;
  const read = reading((raw, zone) => value.read(raw, zone));
  return field(options, { kind, value, schema }, [read, ...value.checks()]);
}

/** The options of class-transformer, and what the conversions need. */
export interface ReadOptions extends ClassTransformOptions {
  /** The site's. */
  readonly zone: TimeZone;
}

function reading(read: (value: unknown, zone: TimeZone) => unknown): PropertyDecorator {
  return Transform(({ value, options }: TransformFnParams) => read(value, (options as ReadOptions).zone));
}

function field(
  options: FieldOptions,
  info: Pick<Field, 'kind' | 'type' | 'value' | 'item' | 'rows' | 'schema'>,
  decorators: PropertyDecorator[],
): PropertyDecorator {
  const { description, example, required = true, first, omitNull, partial } = options;
  const declare: PropertyDecorator = ({ constructor }, name) =>
    declareField(constructor, {
      ...{ name: String(name), description, example, required, first, omitNull, partial },
      ...info,
    });
  const presence = required ? IsDefined({ message: 'is required' }) : IsOptional();
  return applyDecorators(declare, presence, ...decorators);
}
