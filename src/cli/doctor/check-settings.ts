import type { AppConfig } from '../../config/app-config';
import { type Finding, findings } from './finding';

const LONG_TOKEN_MS = 3_600_000;

/** Settings that are valid each alone, and that contradict each other or leave the service open. */
export function checkSettings(config: AppConfig): Finding[] {
  return [...checkReach(config), ...checkLimits(config), ...checkServers(config)];
}

/** Who reaches the service, and how. */
function checkReach({ host, ipFilter, trustedProxies, corsOrigins }: AppConfig): Finding[] {
  const isExposed = !/^(?:127\.|::1$|localhost$)/.test(host);
  // Only a filter without entries lets a closed socket in, which has no address.
  const isOpen = ipFilter.allows('');
  return findings(
    [
      isExposed && isOpen && trustedProxies.length === 0,
      'HOST',
      `${host} is reached from other machines over plain HTTP: put a proxy with TLS in front and name it in TRUSTED_PROXIES, or set IP_FILTER`,
    ],
    [
      !isExposed && !isOpen && trustedProxies.length === 0,
      'TRUSTED_PROXIES',
      'is empty while IP_FILTER is set and HOST is this machine: behind a proxy every client has its address; name the proxy',
    ],
    ...corsOrigins
      .filter(origin => /^http:\/\/(?!localhost(?::|$)|127\.|\[::1\])/.test(origin))
      .map(origin => [true, 'CORS_ORIGINS', `${origin} has no TLS: use https`] as const),
  );
}

function checkLimits(config: AppConfig): Finding[] {
  return findings(
    [
      config.photoBodyLimit < config.bodyLimit,
      'PHOTO_BODY_LIMIT',
      'is smaller than BODY_LIMIT, while bodies with photos are the larger ones: raise it',
    ],
    [
      config.tokenTtlMs > LONG_TOKEN_MS,
      'TOKEN_TTL_SECONDS',
      'is longer than an hour: a token stands in URLs, and anyone who reads one can use it for that time',
    ],
    [config.ratePolicy === 'off', 'RATE_POLICY', 'is off: a single client can overload the service'],
    [
      config.loginRatePolicy === 'off',
      'LOGIN_RATE_POLICY',
      'is off: API keys can be guessed without a limit',
    ],
    [config.logLevel === 'silent', 'LOG_LEVEL', 'is silent, so that nothing says what went wrong: set info'],
  );
}

function checkServers({ database, redis }: AppConfig): Finding[] {
  return findings(
    [
      database.kind === 'memory',
      'DATABASE_URL',
      'is sqlite::memory:, so that everything is lost when the service stops: name a file or a server',
    ],
    [
      redis !== undefined && database.kind !== 'server',
      'REDIS_URL',
      'is set while the data is not on PostgreSQL: only one service uses a SQLite file, and it needs no Redis',
    ],
    [
      database.kind === 'server' && database.lockTimeoutMs >= database.statementTimeoutMs,
      'DATABASE_LOCK_TIMEOUT_MS',
      'is not below DATABASE_STATEMENT_TIMEOUT_MS, so that a statement ends before its wait for a lock does: lower it',
    ],
  );
}
