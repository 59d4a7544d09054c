import { parse } from 'node:querystring';
import { AppError } from '../../shared/errors/app-error';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Takes a query apart. Node reads bytes that are no UTF-8 as U+FFFD, and bytes that a sender has not escaped as Latin-1: what
 * is asked for would never be found.
 * @throws AppError BadParameters
 */
export function parseQuery(text: string | null): Record<string, string | string[] | undefined> {
  if (!text) return parse('');
  const whole = wholly(text);
  if (whole === undefined) throw unreadable();
  const broken: string[] = [];
  // What this threw, Node would catch, to read the text its own way.
  const unescaped = (part: string): string =>
    part.replace(/(?:%[0-9a-f]{2})+/gi, bytes => {
      const read = decoded(Buffer.from(bytes.replaceAll('%', ''), 'hex'));
      if (read === undefined) broken.push(bytes);
      return read ?? bytes;
    });
  const query = parse(whole, '&', '=', { decodeURIComponent: unescaped });
  if (broken.length > 0) throw unreadable();
  return query;
}

function wholly(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- all of ASCII
  return /^[\u0000-\u007f]*$/.test(text) ? text : decoded(Buffer.from(text, 'latin1'));
}

function decoded(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function unreadable(): AppError {
  return AppError.badParameters([{ field: '', problem: 'the query is not UTF-8' }]);
}
