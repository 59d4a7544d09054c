import type { RedisServer } from './app-config';

const hostName = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;

/** Reads `redis://` and `rediss://`; undefined when a part of it cannot be used, or is one that we would not look at. */
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
