import type { Response } from 'express';
import { BoundedCache } from '../../runtime/bounded-cache';
import { preferredType } from './accept';
import { type DtoClass, type Field, fieldsOf } from '../fields';
import { nextTurn } from '../../runtime/turns';
import { element, escapeXml, inner, PROLOG, writeXml, type XmlContent, type XmlTree } from './xml-writer';

export type JsonDates = 'iso' | 'aspnet';

/** The clients of an installation send only a few different values of `Accept`. */
const mediaTypes = new BoundedCache<string>(100);
const JSON_TYPE = 'application/json';
/** Media types of answers, in the order in which we prefer them. */
export const offered = [JSON_TYPE, 'application/xml', 'text/json', 'text/xml'];

/** List items to write before other requests run. */
const PORTION = 100;
/** Characters of a long answer to encode at once. */
const CHARACTERS = 262_144;
/** Other requests run after pieces longer than this. */
const SHORT = 1000;

/**
 * Writes an answer in the format that `Accept` asks for; JSON when it accepts neither. A long list is written
 * in pieces, between which other requests run: the result is then a promise of the pieces in order.
 */
export function renderAnswer(
  response: Response,
  type: DtoClass,
  value: object,
  jsonDates: JsonDates,
): string | Promise<readonly string[]> {
  const list = fieldsOf(type).find(field => isLong(memberOf(value, field)));
  if (!list) return render(response, type, value, jsonDates);
  return setType(response).endsWith('xml')
    ? xmlInPieces(type, value, list)
    : jsonInPieces(type, value, list, jsonDates);
}

/** Writes a whole answer at once in the format that `Accept` asks for; JSON when it accepts neither. */
export function render(response: Response, type: DtoClass, value: object, jsonDates: JsonDates): string {
  return setType(response).endsWith('xml') ? toXml(type, value) : toJson(type, value, jsonDates);
}

function setType(response: Response): string {
  const { req: request } = response;
  const mediaType = mediaTypes.get(
    request.headers.accept ?? '',
    () => preferredType(request, offered) ?? JSON_TYPE,
  );
  response.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
  return mediaType;
}

/**
 * Sends pieces one after the other. Joining many megabytes would copy, encode and hash them in one go, and block the event
 * loop.
 */
export async function sendPieces(response: Response, pieces: readonly string[]): Promise<void> {
  const bytes: Buffer[] = [];
  for (const piece of pieces) {
    let end = 0;
    for (let from = 0; from < piece.length; from = end) {
      end = from + CHARACTERS;
      // Do not split a surrogate pair.
      if (/[\uD800-\uDBFF]/.test(piece.charAt(end - 1))) end += 1;
      bytes.push(Buffer.from(piece.slice(from, end)));
      if (piece.length > SHORT) await nextTurn();
    }
  }
  response.setHeader(
    'Content-Length',
    bytes.reduce((length, each) => length + each.length, 0),
  );
  response.cork();
  for (const each of bytes) response.write(each);
  response.end();
}

/**
 * Sends a text whose content type is set. `response.send` would also handle ETag, freshness and charset, which these answers
 * do not need, and writes texts of a thousand characters and more separately from the headers.
 */
export function sendText(response: Response, text: string): void {
  if (response.req.method !== 'POST') {
    response.send(text);
    return;
  }
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

/** JSON with the documented members in documented order; missing ones are null. */
export function toJson(type: DtoClass, value: object, dates: JsonDates): string {
  return JSON.stringify(jsonObject(type, value, dates));
}

/** XML below `<Response>` (or another root) with the documented elements in documented order; missing ones are left out. */
export function toXml(type: DtoClass, value: object, root = 'Response'): string {
  return writeXml(root, xmlObject(type, value));
}

function isLong(member: unknown): member is unknown[] {
  return Array.isArray(member) && member.length > PORTION;
}

async function jsonInPieces(
  type: DtoClass,
  value: object,
  list: Field,
  dates: JsonDates,
): Promise<readonly string[]> {
  const items = await inPieces(value, list, portion =>
    JSON.stringify(jsonValue(list, portion, dates)).slice(1, -1),
  );
  const pieces = Object.entries(jsonObject(type, { ...value, [list.name]: [] }, dates)).flatMap(
    ([name, member], index) => {
      const before = `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
      if (name !== list.name) return [before + JSON.stringify(member)];
      return items.flatMap((item, at) => [at === 0 ? `${before}[` : ',', item]).concat(']');
    },
  );
  return [...pieces, '}'];
}

async function xmlInPieces(type: DtoClass, value: object, list: Field): Promise<readonly string[]> {
  const items = await inPieces(value, list, portion => inner(xmlValue(list, portion)));
  const pieces = Object.entries(xmlObject(type, { ...value, [list.name]: [] })).flatMap(([name, tree]) =>
    name === list.name ? [`<${name}>`, ...items, `</${name}>`] : [element(name, tree)],
  );
  return [`${PROLOG}<Response>`, ...pieces, '</Response>'];
}

async function inPieces(
  value: object,
  list: Field,
  write: (portion: unknown[]) => string,
): Promise<string[]> {
  const items = memberOf(value, list) as unknown[];
  const written: string[] = [];
  for (let from = 0; from < items.length; from += PORTION) {
    if (from > 0) await nextTurn();
    written.push(write(items.slice(from, from + PORTION)));
  }
  return written;
}

function jsonObject(
  type: DtoClass,
  value: object,
  dates: JsonDates,
  partial = false,
): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    if (partial && !(field.name in value)) continue;
    const member = memberOf(value, field);
    if (member === null && field.omitNull) continue;
    written[field.name] = jsonValue(field, member, dates);
  }
  return written;
}

function jsonValue(field: Field, member: unknown, dates: JsonDates): unknown {
  if (Array.isArray(member)) {
    return member.map((item: unknown) =>
      field.type && isObject(item)
        ? jsonObject(field.type(), item, dates, field.partial)
        : jsonScalar(item, dates),
    );
  }
  return field.type && isObject(member) ? jsonObject(field.type(), member, dates) : jsonScalar(member, dates);
}

function jsonScalar(value: unknown, dates: JsonDates): unknown {
  if (value instanceof Date) return dates === 'iso' ? value.toISOString() : `/Date(${value.getTime()})/`;
  return Buffer.isBuffer(value) ? value.toString('base64') : value;
}

function xmlObject(type: DtoClass, value: object): Record<string, XmlTree> {
  const written: Record<string, XmlTree> = {};
  for (const field of fieldsOf(type)) {
    const member = memberOf(value, field);
    if (member !== null) written[field.name] = xmlValue(field, member);
  }
  return written;
}

function xmlValue(field: Field, member: unknown): XmlContent {
  if (Array.isArray(member)) {
    const { type } = field;
    const items = member.map((item: unknown) =>
      type && isObject(item) ? xmlObject(type(), item) : xmlScalar(item),
    );
    return items.length > 0 ? { [field.item ?? 'Item']: items } : '';
  }
  return field.type && isObject(member) ? xmlObject(field.type(), member) : xmlScalar(member);
}

function xmlScalar(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return value.toString('base64');
  return escapeXml(String(value));
}

function memberOf(value: object, field: Field): unknown {
  return (value as Record<string, unknown>)[field.name] ?? null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
