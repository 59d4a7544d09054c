import type { RedisServer } from './app-config';

const hostName = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;

/** Reads `redis://` and `rediss://`. Undefined if a part is malformed or not supported. */
export function redisServer(text: string): RedisServer | undefined {
  try {
    const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
    const database = /^\/?(\d{0,5})$/.exec(pathname)?.[1];
    const isReadable =
      ['redis:', 'rediss:'].includes(protocol) &&
      hostName.test(hostname) &&
      port !== '0' &&
      search + hash === '';
    if (!isReadable || database === undefined) return undefined;
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 6379),
      tls: protocol === 'rediss:',
      username: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: Number(database),
    };
  } catch {
    return undefined;
  }
}
