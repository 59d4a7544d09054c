import { parse } from 'node:querystring';
import { AppError } from '../../shared/errors/app-error';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a query. Node reads invalid UTF-8 as U+FFFD, and unescaped bytes as Latin-1, so that the searched text would never
 * be found.
 * @throws AppError BadParameters
 */
export function parseQuery(text: string | null): Record<string, string | string[] | undefined> {
  if (!text) return parse('');
  const whole = wholly(text);
  if (whole === undefined) throw unreadable();
  const broken: string[] = [];
  // Node would catch an error thrown here, and fall back to its own decoding.
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
