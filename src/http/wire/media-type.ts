import type { IncomingHttpHeaders } from 'node:http';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';

export type BodyFormat = 'json' | 'xml';

/** Longer headers are refused, which bounds the work below. */
const MAX_LENGTH = 200;

const formats: ReadonlyMap<string, BodyFormat> = new Map([
  ['application/json', 'json'],
  ['text/json', 'json'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
]);
const charsets: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii']);

/**
 * The format of a body, by its headers.
 * @throws AppError UnsupportedMediaType for another type, a charset other than UTF-8 and a compressed body; its details
 * name each header at fault
 */
export function formatOf(headers: IncomingHttpHeaders): BodyFormat {
  const given = headers['content-type'] ?? '';
  const [mediaType = '', ...parameters] = given
    .slice(0, MAX_LENGTH + 1)
    .toLowerCase()
    .split(';');
  const format = given.length <= MAX_LENGTH ? formats.get(mediaType.trim()) : undefined;
  const encoding = headers['content-encoding'] ?? 'identity';
  const details: FieldProblem[] = [];
  if (!format)
    details.push({ field: 'Content-Type', problem: 'must be application/json or application/xml' });
  else if (!charsets.has(charsetOf(parameters)))
    details.push({ field: 'Content-Type', problem: 'must have no charset but utf-8' });
  if (encoding.toLowerCase() !== 'identity')
    details.push({ field: 'Content-Encoding', problem: 'must be identity: no compressed body is read' });
  if (format && details.length === 0) return format;
  const error = new AppError('UnsupportedMediaType');
  error.details = details;
  throw error;
}

/** The first charset that is not empty. */
function charsetOf(parameters: readonly string[]): string {
  for (const parameter of parameters) {
    const [name = '', ...value] = parameter.split('=');
    const charset = value.join('=').trim().replace(/^"|"$/g, '');
    if (name.trim() === 'charset' && charset !== '') return charset;
  }
  return 'utf-8';
}
