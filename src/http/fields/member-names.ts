import type { Enumeration } from '../../shared/enumeration';
import { type DtoClass, fieldsOf } from './fields';

/** Names of members of a DTO as a closed list: they mean what the declarations of the members say. */
export function memberNames(
  name: string,
  about: string,
  type: DtoClass,
  only?: readonly string[],
): Enumeration<string> {
  const members = fieldsOf(type).filter(field => only?.includes(field.name) ?? true);
  return {
    name,
    about,
    choices: members.map(field => ({ name: field.name, value: field.name, meaning: field.description })),
  };
}
