import { type DtoClass, fieldsOf } from './fields';

/** An example of a DTO put together from the examples of its fields. */
export function exampleOf(type: DtoClass): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(type).map(field => {
      if (field.kind === 'object' && field.type) return [field.name, exampleOf(field.type())];
      if (field.kind === 'list' && field.type) return [field.name, [exampleOf(field.type())]];
      return [field.name, field.example ?? null];
    }),
  );
}
