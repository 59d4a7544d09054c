import { describeSetting, type SettingName, settingNames } from '../../src/config/settings';
import { table } from './section';

/** What each setting is for. A setting without a line here does not compile. */
const meanings: Readonly<Record<SettingName, string>> = {
  HOST: 'Address to listen on',
  PORT: 'Port to listen on; 0 picks a free one, which is printed',
  BASE_PATH:
    'Stands in front of every action, `/swagger`, `/openapi.json` and `/schema.xsd`, e.g. `/AktionNEXT/API`; not in front of `/health/*` and `/metrics`',
  DATABASE_URL: 'Where the data is: a file, or a database of a PostgreSQL server',
  DATABASE_POOL_SIZE: 'PostgreSQL: connections of this node at most, half of them for changes',
  DATABASE_CONNECT_TIMEOUT_MS: 'PostgreSQL: milliseconds to wait for a connection',
  DATABASE_STATEMENT_TIMEOUT_MS:
    'PostgreSQL: milliseconds that a statement may take; a server that is silent for 500 more is given up',
  DATABASE_LOCK_TIMEOUT_MS: 'PostgreSQL: milliseconds that a statement may wait for a lock',
  REDIS_URL:
    'Redis or Valkey server in which several nodes share tokens, rates and tries; empty: one node, which keeps them in memory',
  REDIS_KEY_PREFIX: 'In front of every key in Redis, so that several installations can share a server',
  REDIS_TIMEOUT_MS: 'Milliseconds until an answer of Redis counts as missing',
  MIGRATE_ON_START: '`off`: refuse to start on a database of an older version instead of migrating it',
  TOKEN_TTL_SECONDS: 'Absolute life of a token',
  IP_FILTER: 'Addresses that may ask anything at all; empty lets every address in',
  TRUSTED_PROXIES:
    'Proxies whose `X-Forwarded-For` is believed; empty believes nobody. Where a filter is set, each of their requests must name its client there',
  CORS_ORIGINS: 'Origins of web pages whose scripts may call and read the answers; empty: none but its own',
  RATE_POLICY: 'Requests of one user, and of one address where no user is known',
  LOGIN_RATE_POLICY: 'Requests to `login` from one address',
  RATE_IPV6_PREFIX: 'Leading bits of an IPv6 address that count as one address in every rate',
  LICENCE_FILE: 'Signed licence; empty is the community licence: every agenda, no end',
  LICENCE_PUBLIC_KEY_FILE: 'Public key (PEM) that the licence is checked against',
  PASS_KEY_FILE: 'Private key that signs passes; empty: one is made and kept in the database',
  SITE_NAME: 'Name of this site in the passes that it signs',
  DISABLED_METHODS: 'Actions that answer 9001, e.g. `visit/approve,visit/reject`',
  VISIT_EARLY_MINUTES:
    'Minutes before a visit is valid from which its visitor may come: entry code, pass, `visit/check` and `visit/enter` work then',
  VISIT_EXPIRE_AFTER_HOURS:
    'Hours after `ValidTo` when a visit that is open and not in the area is closed by the service; `off`: it stays open',
  JSON_DATES: 'Form of instants in JSON answers: `2026-11-23T15:46:00.000Z` or `/Date(1795448760000)/`',
  TIME_ZONE: 'Zone of dates without an offset, and of the day for which a visit is valid',
  BODY_LIMIT: 'Largest body',
  PHOTO_BODY_LIMIT: 'Largest body of `visit/create`, which may carry photos',
  LOG_LEVEL: 'Least severity that is logged',
  LOG_FORMAT: 'One JSON object a line, or for reading; `pretty` by itself when the log goes to a terminal',
  SWAGGER: '`off` removes Swagger UI and the OpenAPI document',
};

/** The section of docs/settings.md. */
export function settingsSection(): string {
  return table(
    ['Name', 'Default', 'Meaning', 'Rule'],
    settingNames.map(name => {
      const { fallback, rule } = describeSetting(name);
      return [`\`${name}\``, fallback === '' ? 'empty' : `\`${fallback}\``, meanings[name], rule];
    }),
  );
}

/** `.env.example`: every setting at its default, to be copied to `.env` and changed there. */
export function exampleEnvironment(): string {
  const lines = settingNames.map(name => {
    const { fallback, rule } = describeSetting(name);
    return [
      `# ${meanings[name].replaceAll('`', '')}`,
      ...(rule === '' ? [] : [`# ${rule}`]),
      `#${name}=${fallback}`,
    ];
  });
  return `# Generated from src/config/settings.ts by \`npm run docs\`. Copy to .env and take away the # of what is to differ.\n\n${lines
    .map(each => each.join('\n'))
    .join('\n\n')}\n`;
}
