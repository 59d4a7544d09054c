import { described, type Enumeration } from '../../shared/enumeration';
import {
  type DtoClass,
  enumerationsOf,
  type Field,
  fieldsOf,
  schemaName,
  type Value,
  withNested,
} from '../fields';

export type Schema = Record<string, unknown>;

/** Refers to the schema of a DTO class or of a closed list. */
export function refTo(type: { readonly name: string }): Schema {
  return { $ref: `#/components/schemas/${schemaName(type)}` };
}

/** The schemas of DTO classes and the classes nested in them, and of the closed lists used by these and by queries, by name. */
export function schemasOf(
  types: readonly DtoClass[],
  queries: readonly DtoClass[] = [],
): Record<string, Schema> {
  return {
    ...Object.fromEntries(withNested(types).map(type => [schemaName(type), objectSchema(type)])),
    ...Object.fromEntries(enumerationsOf([...types, ...queries]).map(list => [list.name, listSchema(list)])),
  };
}

/** Includes the names that client generators give to the values. */
function listSchema(list: Enumeration): Schema {
  const { choices } = list;
  return {
    type: typeof choices[0]?.value === 'number' ? 'integer' : 'string',
    description: described(list),
    enum: choices.map(({ value }) => value),
    'x-enum-varnames': choices.map(({ name }) => name),
    'x-enum-descriptions': choices.map(({ meaning }) => meaning),
  };
}

/** The schema of one field. Absent and null mean the same, so that what is not required may be null. */
export function fieldSchema({ description, example, required, ...field }: Field): Schema {
  const schema = valueSchema(field);
  const described = { description, ...(example !== undefined && { example }) };
  if (required) return { ...described, ...schema };
  if (typeof schema.type === 'string') return { ...described, ...schema, type: [schema.type, 'null'] };
  return { ...described, anyOf: [...(schema.allOf as Schema[]), { type: 'null' }] };
}

function objectSchema(type: DtoClass): Schema {
  const fields = fieldsOf(type);
  const required = fields.filter(field => field.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(field => [field.name, fieldSchema(field)])),
    ...(required.length > 0 && { required }),
  };
}

/** In XML a list is a wrapper element with an element for each item, named in the singular. */
function valueSchema({
  kind,
  type,
  value,
  item,
  schema,
}: Omit<Field, 'description' | 'example' | 'required'>): Schema {
  if (kind === 'list') {
    const content = type ? { allOf: [refTo(type())] } : value && scalarSchema(value);
    return { type: 'array', ...schema, items: { ...content, xml: { name: item } }, xml: { wrapped: true } };
  }
  if (type) return { allOf: [refTo(type())] };
  return value ? scalarSchema(value) : { ...schema };
}

function scalarSchema({ kind, schema, enumeration }: Value): Schema {
  if (!enumeration) return { ...schema };
  return kind === 'choices'
    ? { type: 'array', ...schema, items: refTo(enumeration) }
    : { allOf: [refTo(enumeration)] };
}
