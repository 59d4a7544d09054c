import type { Enumeration } from '../../shared/enumeration';
import type { Conversion, FieldSchema, ScalarKind } from './conversion';

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
  /** The conversion of a scalar, or of the scalar items of a list. */
  readonly value?: Conversion;
  /** XML name of one item of a list. */
  readonly item?: string;
  /** Each item is bound separately (see `Rows`). */
  readonly rows?: boolean;
  /** Comes before the members of the parent class. */
  readonly first?: boolean;
  /** Absent or null is refused. In an answer: never null. */
  readonly required: boolean;
  /** Left out of JSON as well when null. */
  readonly omitNull?: boolean;
  /** Items of the list may lack members, which are then left out. */
  readonly partial?: boolean;
  readonly example?: unknown;
  readonly description: string;
  readonly schema: FieldSchema;
}

export type DtoClass<T extends object = object> = abstract new () => T;

const declared = new WeakMap<object, Field[]>();
const complete = new WeakMap<object, readonly Field[]>();

/** Adds a field to those that the class itself declares. */
export function declareField(type: object, field: Field): void {
  declared.set(type, [...(declared.get(type) ?? []), field]);
}

/** The fields of a DTO class in documented order, those of its parent classes first. */
export function fieldsOf(type: DtoClass): readonly Field[] {
  const known = complete.get(type);
  if (known) return known;
  const parent: unknown = Object.getPrototypeOf(type);
  const inherited = typeof parent === 'function' && parent.prototype ? fieldsOf(parent as DtoClass) : [];
  const own = declared.get(type) ?? [];
  const fields = [...own.filter(({ first }) => first), ...inherited, ...own.filter(({ first }) => !first)];
  complete.set(type, fields);
  return fields;
}

/** DTO classes and all classes nested in them, each once. */
export function withNested(types: readonly DtoClass[]): DtoClass[] {
  const held = new Set<DtoClass>();
  const collect = (type: DtoClass): void => {
    if (held.has(type)) return;
    held.add(type);
    for (const field of fieldsOf(type)) if (field.type) collect(field.type());
  };
  types.forEach(collect);
  return [...held];
}

/** The closed lists used by DTO classes and the classes nested in them, each once, sorted by name. */
export function enumerationsOf(types: readonly DtoClass[]): Enumeration[] {
  const fields = withNested(types).flatMap(fieldsOf);
  const lists = new Set(fields.flatMap(({ value }) => value?.enumeration ?? []));
  return [...lists].sort((a, b) => (a.name < b.name ? -1 : 1));
}
