import { isAbsolute, resolve } from 'node:path';
import type { DatabaseLocation, ServerLocation } from './app-config';

/** The part of a location that comes from the URL. */
export type FileOrServer =
  Exclude<DatabaseLocation, ServerLocation> | Pick<ServerLocation, 'kind' | 'url' | 'shown'>;

/** Reads DATABASE_URL. Undefined if it names neither a file nor a server with a database. */
export function databaseUrl(text: string): FileOrServer | undefined {
  if (text === 'sqlite::memory:') return { kind: 'memory' };
  if (/^postgres(?:ql)?:/.test(text)) return serverUrl(text);
  const file = /^sqlite:(?:\/\/(?=\/))?([^:?#]+)$/.exec(text)?.[1];
  return file === undefined ? undefined : { kind: 'file', file: isAbsolute(file) ? file : resolve(file) };
}

function serverUrl(url: string): FileOrServer | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, pathname, hash } = new URL(url);
  if (hostname === '' || !/^\/[^/]+$/.test(pathname) || hash !== '') return undefined;
  return { kind: 'server', url, shown: `${hostname}:${port || '5432'}${pathname}` };
}
