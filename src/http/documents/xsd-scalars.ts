import { instantForms } from '../../shared/dates';
import type { Enumeration } from '../../shared/enumeration';
import type { ScalarKind, Value } from '../fields';
import { documentation, type Lines, tag } from './xsd-writer';

/** Requests accept more notations than answers use. */
export type Direction = 'sent' | 'answered';

/** Named types, for values other than numbers and texts with specific limits. */
const named: Partial<Record<ScalarKind, Readonly<Record<Direction, string>>>> = {
  guid: { sent: 'Guid.Request', answered: 'Guid' },
  instant: { sent: 'Instant.Request', answered: 'Instant' },
  date: { sent: 'Date.Request', answered: 'Date' },
  boolean: { sent: 'xs:boolean', answered: 'xs:boolean' },
  bytes: { sent: 'xs:base64Binary', answered: 'xs:base64Binary' },
};

/** The name of the type of a value, or the type itself when it has specific limits. */
export function valueType(
  { kind, schema, enumeration }: Value,
  direction: Direction,
): { type?: string; content: readonly Lines[] } {
  const type = enumeration?.name ?? named[kind]?.[direction];
  if (type) return { type, content: [] };
  const facets = [
    ...facet('minLength', schema.minLength),
    ...facet('maxLength', schema.maxLength),
    ...facet('pattern', schema.pattern === undefined ? undefined : xsdPattern(schema.pattern)),
    ...facet('minInclusive', schema.minimum),
    ...facet('maxInclusive', schema.maximum),
  ];
  return { content: [simpleType(kind === 'text' ? 'xs:string' : 'xs:integer', facets)] };
}

/** The type of a closed list, which every member of it refers to by its name. */
export function listType({ name, about, choices }: Enumeration): Lines {
  const base = typeof choices[0]?.value === 'number' ? 'xs:integer' : 'xs:string';
  const values = choices.map(choice =>
    tag('enumeration', { value: choice.value }, documentation(`${choice.name}: ${choice.meaning}`)),
  );
  return tag('simpleType', { name }, documentation(about), tag('restriction', { base }, ...values));
}

/** The other types that `valueType` names. */
export function scalarTypes(): Lines[] {
  const guid = (digit: string) => [8, 4, 4, 4, 12].map(count => `${digit}{${count}}`).join('-');
  const anyCase = guid('[0-9a-fA-F]');
  const patterns = (...sources: string[]) => sources.flatMap(source => facet('pattern', source));
  const dates = patterns(...instantForms.map(({ source }) => xsdPattern(source)));
  return [
    simpleType('xs:string', patterns(guid('[0-9a-f]')), 'Guid'),
    simpleType('xs:string', patterns(anyCase, `\\{${anyCase}\\}`), 'Guid.Request'),
    simpleType('xs:dateTime', patterns('.*Z'), 'Instant'),
    simpleType('xs:string', dates, 'Instant.Request'),
    simpleType('xs:date', patterns('[0-9]{4}-[0-9]{2}-[0-9]{2}'), 'Date'),
    simpleType('xs:string', dates, 'Date.Request'),
  ];
}

function simpleType(base: string, facets: readonly Lines[], name?: string): Lines {
  return tag('simpleType', { name }, tag('restriction', { base }, ...facets));
}

function facet(name: string, value: string | number | undefined): Lines[] {
  return value === undefined ? [] : [tag(name, { value })];
}

/**
 * Translates a pattern of JavaScript to XML Schema, where a pattern always matches the whole text and `\d` means the digits
 * of every script. @throws Error when XML Schema cannot express it
 */
export function xsdPattern(source: string): string {
  const whole = /^\^(.*)\$$/s.exec(source)?.[1];
  if (whole === undefined || /\(\?[^:]|\\[bBk1-9]|\[[^\][]*\\d/.test(whole)) {
    throw new Error(`XML Schema cannot say ${source}`);
  }
  return whole.replaceAll('(?:', '(').replaceAll('\\/', '/').replaceAll('\\d', '[0-9]');
}
