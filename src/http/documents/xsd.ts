import type { ActionInfo } from '../action';
import { ErrorEnvelope } from '../wire/envelope';
import { type DtoClass, enumerationsOf, type Field, fieldsOf, schemaName, withNested } from '../fields';
import { type Direction, listType, scalarTypes, valueType } from './xsd-scalars';
import { documentation, type Lines, tag } from './xsd-writer';

const about = [
  'Every request and answer of Gatehouse in XML. There is no namespace.',
  'The root element of a request is always Request, that of an answer always Response. The schema with these two, for one action, is at /schema.xsd?Action=visit/end. In the schema of all actions the global elements are named by their types.',
  'Requests: the children of an element may come in any order; elements that are not listed, and attributes, are ignored, which XML Schema 1.0 cannot say. Answers: the children come in this order; what has no value is left out. A type that is both sent and answered is called .Request where it is sent.',
];

/**
 * XML Schema 1.0, from the same declarations as the OpenAPI document: of one action, with the root elements `Request`
 * and `Response`; or of all actions, with an element for each type of a request or an answer.
 */
export function buildSchema(actions: readonly ActionInfo[], only?: ActionInfo): string {
  const shown = only ? [only] : actions;
  const sent = distinct(shown.flatMap(({ verb, request }) => (verb === 'POST' ? [request] : [])));
  const answered = distinct([
    ...shown.flatMap(({ response }) => (typeof response === 'function' ? [response] : [])),
    ErrorEnvelope,
  ]);
  const roots = only
    ? [...sent.map(type => root(type, 'sent', 'Request')), responseOf(answered)]
    : [...sent.map(type => root(type, 'sent')), ...answered.map(type => root(type, 'answered'))];
  const lines = tag(
    'schema',
    { 'xmlns:xs': 'http://www.w3.org/2001/XMLSchema' },
    documentation(...about),
    ...roots,
    ...withNested(sent).map(type => complexType(type, 'sent')),
    ...withNested(answered).map(type => complexType(type, 'answered')),
    ...enumerationsOf([...shown.map(({ request }) => request), ...answered]).map(listType),
    ...scalarTypes(),
  );
  return ['<?xml version="1.0" encoding="utf-8"?>', ...lines, ''].join('\n');
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function root(type: DtoClass, direction: Direction, name = nameOf(type, direction)): Lines {
  return tag('element', { name, type: nameOf(type, direction) });
}

/** A success or a refusal; the first element shows which. */
function responseOf(types: readonly DtoClass[]): Lines {
  const choice = tag('choice', {}, ...types.map(type => group(type, 'answered')));
  return tag('element', { name: 'Response' }, tag('complexType', {}, choice));
}

function complexType(type: DtoClass, direction: Direction): Lines {
  return tag('complexType', { name: nameOf(type, direction) }, group(type, direction));
}

/** A class used in requests and answers becomes two types: only requests allow any order and null. */
function nameOf(type: DtoClass, direction: Direction): string {
  const name = schemaName(type);
  return direction === 'answered' || name.endsWith('Req') ? name : `${name}.Request`;
}

function group(type: DtoClass, direction: Direction): Lines {
  const members = fieldsOf(type).map(field => member(field, direction));
  return tag(direction === 'sent' ? 'all' : 'sequence', {}, ...members);
}

function member(field: Field, direction: Direction): Lines {
  const { type, content } = contentOf(field, direction);
  const attributes = {
    name: field.name,
    type,
    minOccurs: field.required ? undefined : 0,
    nillable: field.required || direction === 'answered' ? undefined : true,
  };
  return tag('element', attributes, documentation(field.description), ...content);
}

/** The name of a type, or the type itself. A list is a wrapper element with an element for each item. */
function contentOf(field: Field, direction: Direction): { type?: string; content: readonly Lines[] } {
  const one = field.value
    ? valueType(field.value, direction)
    : { type: field.type && nameOf(field.type(), direction), content: [] };
  if (field.kind !== 'list') return one;
  const occurrence = { minOccurs: 0, maxOccurs: field.schema.maxItems };
  const item = tag('element', { name: field.item, type: one.type, ...occurrence }, ...one.content);
  return { content: [tag('complexType', {}, tag('sequence', {}, item))] };
}
