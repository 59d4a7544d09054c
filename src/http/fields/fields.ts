import { applyDecorators } from '@nestjs/common';
import {
  type ClassTransformOptions,
  Expose,
  Transform,
  type TransformFnParams,
  Type,
} from 'class-transformer';
import { IsArray, IsDefined, IsObject, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import type { DayEdge } from '../../shared/dates';
import type { Enumeration } from '../../shared/enumeration';
import type { TimeZone } from '../../shared/time-zone';
import {
  type ChoiceOptions,
  type Conversion,
  conversions,
  type FieldSchema,
  type ScalarKind,
} from './scalars';
import type { TextLimits } from './text-values';

/**
 * The members of every request and response, declared once: `@Text`, `@Guid`, `@Choice` … on a DTO class give the
 * documented order and case, the reading from JSON, XML and query, the validation, the OpenAPI schema and the writing
 * as JSON and XML.
 */
export interface Field {
  readonly name: string;
  readonly kind: ScalarKind | 'object' | 'list';
  /** The class of an object, or of the items of a list. */
  readonly type?: () => DtoClass;
  /** What a scalar is, or the scalar items of a list. */
  readonly value?: Conversion;
  /** XML name of one item of a list. */
  readonly item?: string;
  /** The items are bound each by itself. */
  readonly rows?: boolean;
  readonly required: boolean;
  /** Left out of JSON, too, when null. */
  readonly omitNull: boolean;
  /** Items of the list may lack members, which are then left out. */
  readonly partial: boolean;
  readonly example: unknown;
  readonly description: string;
  readonly schema: FieldSchema;
}

export type DtoClass<T extends object = object> = abstract new () => T;

interface FieldOptions {
  description: string;
  /** Absent or null is refused. In an answer: never null. Default: true. */
  required?: boolean;
  example?: unknown;
  /** Comes before the members of the parent class. */
  first?: boolean;
  omitNull?: boolean;
  partial?: boolean;
}

const registry = new WeakMap<object, Field[]>();

/** The fields of a DTO class in documented order, those of its parent classes first. */
export function fieldsOf(type: DtoClass): readonly Field[] {
  const known = complete.get(type);
  if (known) return known;
  const parent: unknown = Object.getPrototypeOf(type);
  const inherited = typeof parent === 'function' && parent.prototype ? fieldsOf(parent as DtoClass) : [];
  const own = registry.get(type) ?? [];
  const fields = [
    ...own.filter(field => first.has(field)),
    ...inherited,
    ...own.filter(field => !first.has(field)),
  ];
  complete.set(type, fields);
  return fields;
}

/** DTO classes and all that they hold, each once. */
export function withAllHeld(types: readonly DtoClass[]): DtoClass[] {
  const held = new Set<DtoClass>();
  const collect = (type: DtoClass): void => {
    if (held.has(type)) return;
    held.add(type);
    for (const field of fieldsOf(type)) if (field.type) collect(field.type());
  };
  types.forEach(collect);
  return [...held];
}

/** The closed lists that DTO classes and what they hold take values from, each once, by name. */
export function enumerationsOf(types: readonly DtoClass[]): Enumeration[] {
  const fields = withAllHeld(types).flatMap(fieldsOf);
  const lists = new Set(fields.flatMap(({ value }) => value?.enumeration ?? []));
  return [...lists].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const complete = new WeakMap<object, readonly Field[]>();
const first = new WeakSet<Field>();

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
 * A point in time; no offset means the site's zone. A day alone means all of it: `day` says which edge of it is meant, its
 * start unless said otherwise.
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
  field(options, { kind: 'object', type }, {}, [
    Type(type),
    IsObject({ message: 'must be an object' }),
    ValidateNested({ message: 'must be an object' }),
  ]);

/** A list; `of` is the class of its items, or a scalar decorator's conversion for lists of texts and bytes. */
export const List = (
  of: (() => DtoClass) | Conversion,
  options: FieldOptions & { item: string; max?: number },
): PropertyDecorator => {
  const max = options.max ?? 1000;
  if (typeof of === 'function') {
    return field(options, { kind: 'list', type: of, item: options.item }, { maxItems: max }, [
      Type(of),
      IsArray({ message: 'must be a list' }),
      ValidateNested({ each: true, message: 'must be a list of objects' }),
      atMost(max),
    ]);
  }
  return field(options, { kind: 'list', value: of, item: options.item }, { maxItems: max }, [
    reading((value, zone) => (Array.isArray(value) ? value.map(each => of.read(each, zone)) : value)),
    IsArray({ message: 'must be a list' }),
    check(of, true),
    atMost(max),
  ]);
};

function atMost(max: number): PropertyDecorator {
  return ValidateBy({
    name: 'atMost',
    validator: {
      validate: value => !Array.isArray(value) || value.length <= max,
      defaultMessage: () => `must have at most ${max} items`,
    },
  });
}

/** A list whose items are bound each by itself, as `BoundRow`: one that is at fault is told beside the others, and refuses nothing. */
export const Rows = (
  of: () => DtoClass,
  { max, ...options }: FieldOptions & { item: string; max: number },
): PropertyDecorator =>
  field(options, { kind: 'list', type: of, item: options.item, rows: true }, { maxItems: max }, [
    IsArray({ message: 'must be a list' }),
    atMost(max),
  ]);

function scalar(options: FieldOptions, conversion: Conversion): PropertyDecorator {
  const { kind, schema } = conversion;
  return field(options, { kind, value: conversion }, schema, [
    reading((value, zone) => conversion.read(value, zone)),
    check(conversion, false),
  ]);
}

/** What class-transformer is told beside its own options. */
export interface ReadOptions extends ClassTransformOptions {
  /** The site's. */
  readonly zone: TimeZone;
}

function reading(read: (value: unknown, zone: TimeZone) => unknown): PropertyDecorator {
  return Transform(({ value, options }: TransformFnParams) => read(value, (options as ReadOptions).zone));
}

function check(conversion: Conversion, each: boolean): PropertyDecorator {
  return ValidateBy(
    {
      name: 'scalar',
      validator: {
        validate: value => conversion.problem(value) === undefined,
        defaultMessage: args => {
          const value: unknown = args?.value;
          const faulty: unknown =
            each && Array.isArray(value) ? value.find(one => conversion.problem(one)) : value;
          return conversion.problem(faulty) ?? 'is wrong';
        },
      },
    },
    { each },
  );
}

function field(
  options: FieldOptions,
  info: Pick<Field, 'kind' | 'type' | 'value' | 'item' | 'rows'>,
  schema: FieldSchema,
  decorators: PropertyDecorator[],
): PropertyDecorator {
  const required = options.required ?? true;
  return (target, name) => {
    const entry: Field = {
      name: String(name),
      required,
      omitNull: options.omitNull ?? false,
      partial: options.partial ?? false,
      example: options.example,
      description: options.description,
      schema,
      ...info,
    };
    if (options.first) first.add(entry);
    registry.set(target.constructor, [...(registry.get(target.constructor) ?? []), entry]);
    applyDecorators(Expose(), required ? IsDefined({ message: 'is required' }) : IsOptional(), ...decorators)(
      target,
      name,
      undefined as never,
    );
  };
}
