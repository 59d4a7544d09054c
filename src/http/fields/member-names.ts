import type { Enumeration } from '../../shared/enumeration';
import { type DtoClass, fieldsOf } from './members';

/** The names of a DTO's members as a closed list, with the descriptions of the members as meanings. */
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
