import { type DtoClass, type Field, fieldsOf } from './fields';

export type Schema = Record<string, unknown>;

/** Refers to the schema of a DTO class. */
export function refTo(type: DtoClass): Schema {
  return { $ref: `#/components/schemas/${type.name}` };
}

/** The schemas of DTO classes and of all that they hold, by class name. */
export function schemasOf(types: readonly DtoClass[]): Record<string, Schema> {
  const held = new Set<DtoClass>();
  const collect = (type: DtoClass): void => {
    if (held.has(type)) return;
    held.add(type);
    for (const field of fieldsOf(type)) if (field.type) collect(field.type());
  };
  types.forEach(collect);
  return Object.fromEntries([...held].map(type => [type.name, objectSchema(type)]));
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

/** In XML a list is an element of its own, and each item one inside it, under the name in the singular. */
function valueSchema({
  kind,
  type,
  value,
  item,
  schema,
}: Omit<Field, 'description' | 'example' | 'required'>): Schema {
  if (kind === 'list') {
    const content = type ? { allOf: [refTo(type())] } : value?.schema;
    return { type: 'array', ...schema, items: { ...content, xml: { name: item } }, xml: { wrapped: true } };
  }
  return type ? { allOf: [refTo(type())] } : { ...schema };
}
