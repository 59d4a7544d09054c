import type { Request, Response } from 'express';
import { Remembered } from '../runtime/remembered';
import { type DtoClass, type Field, fieldsOf } from './fields';
import { escapeXml, writeXml, type XmlTree } from './xml';

export type JsonDates = 'iso' | 'aspnet';

/** The clients of one installation send few different values of `Accept`. */
const mediaTypes = new Remembered<string>(100);
const JSON_TYPE = 'application/json';
const offered = [JSON_TYPE, 'application/xml', 'text/json', 'text/xml'];

/** Writes an answer in the format that `Accept` asks for; JSON when nothing on offer is asked for (contract 1). */
export function render(
  request: Request,
  response: Response,
  type: DtoClass,
  value: object,
  jsonDates: JsonDates,
): string {
  const mediaType = mediaTypes.of(request.headers.accept ?? '', () => request.accepts(offered) || JSON_TYPE);
  response.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
  return mediaType.endsWith('xml') ? toXml(type, value) : toJson(type, value, jsonDates);
}

/**
 * Sends a text whose content type is set. Express looks for ETag, freshness and charset first, of which a POST has no
 * use here, and writes texts of a thousand characters and more apart from the head.
 */
export function sendText(response: Response, text: string): void {
  if (response.req.method !== 'POST') {
    response.send(text);
    return;
  }
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

/** JSON with the documented members in documented order, null where there is nothing. */
export function toJson(type: DtoClass, value: object, dates: JsonDates): string {
  return JSON.stringify(jsonObject(type, value, dates));
}

/** XML below `<Response>` (or another root) with the documented elements in documented order, none where there is nothing. */
export function toXml(type: DtoClass, value: object, root = 'Response'): string {
  return writeXml(root, xmlObject(type, value));
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

function xmlValue(field: Field, member: unknown): XmlTree {
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
