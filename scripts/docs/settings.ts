import { describeSetting, type SettingName, settingNames } from '../../src/config/settings';
import { table } from './section';

/** The purpose of each setting. A setting without a line here does not compile. */
const meanings: Readonly<Record<SettingName, string>> = {
  HOST: 'Address to listen on',
  PORT: 'Port to listen on; 0 picks a free one, which is printed',
  BASE_PATH:
    'Path prefix of every action, `/swagger`, `/openapi.json` and `/schema.xsd`, e.g. `/AktionNEXT/API`; not of `/health/*` and `/metrics`',
  DATABASE_URL: 'Where the data is stored: a file, or a database on a PostgreSQL server',
  DATABASE_POOL_SIZE: 'PostgreSQL: maximum number of connections of this node, half of them for writes',
  DATABASE_CONNECT_TIMEOUT_MS: 'PostgreSQL: milliseconds to wait for a connection',
  DATABASE_STATEMENT_TIMEOUT_MS:
    'PostgreSQL: milliseconds that a statement may take; without an answer 500 ms later, the connection is closed',
  DATABASE_LOCK_TIMEOUT_MS: 'PostgreSQL: milliseconds that a statement may wait for a lock',
  REDIS_URL:
    'Redis or Valkey server on which several nodes share tokens, rates and entry-code tries; empty: one node, which keeps them in memory',
  REDIS_KEY_PREFIX: 'Prefix of every key in Redis, so that several installations can share a server',
  REDIS_TIMEOUT_MS: 'Milliseconds to wait for an answer of Redis',
  MIGRATE_ON_START: '`off`: refuse to start on a database of an older version instead of migrating it',
  TOKEN_TTL_SECONDS: 'Life of a token in seconds, whether it is used or not',
  IP_FILTER: 'Client addresses that may use the service; empty: all',
  TRUSTED_PROXIES:
    'Proxies whose `X-Forwarded-For` is trusted; empty: none. If an address filter is set, each of their requests must name its client there',
  CORS_ORIGINS:
    'Origins of web pages whose scripts may call the service and read its answers; empty: only its own',
  RATE_POLICY: 'Rate limit of one user, or of one address if no user is known',
  LOGIN_RATE_POLICY: 'Rate limit of `login` from one address',
  RATE_IPV6_PREFIX: 'Leading bits of an IPv6 address that count as one address in every rate',
  LICENCE_FILE: 'Signed licence; empty: the community licence, with every agenda and no end',
  LICENCE_PUBLIC_KEY_FILE: 'Public key (PEM) to check the licence with',
  PASS_KEY_FILE: 'Private key that signs passes; empty: one is created and stored in the database',
  SITE_NAME: 'Name of this site in the passes that it signs',
  DISABLED_METHODS: 'Actions that answer 9001, e.g. `visit/approve,visit/reject`',
  VISIT_EARLY_MINUTES:
    'How many minutes before `ValidFrom` the visitor may come: from then on entry code, pass, `visit/check` and `visit/enter` work',
  VISIT_EXPIRE_AFTER_HOURS:
    'Hours after `ValidTo` until the service closes a visit that is open and not in the area; `off`: it stays open',
  JSON_DATES: 'Format of times in JSON answers: `2026-11-23T15:46:00.000Z` or `/Date(1795448760000)/`',
  TIME_ZONE: 'Time zone of dates without an offset, and of the day for which a visit is valid',
  BODY_LIMIT: 'Maximum size of a body',
  PHOTO_BODY_LIMIT:
    'Maximum size of a body of `visit/create`, `visit/addPhoto`, `person/upsert` and `orgStructure/upsert`',
  LOG_LEVEL: 'Lowest severity that is logged',
  LOG_FORMAT:
    '`json`: one JSON object per line; `pretty`: easy to read, and used automatically if the log goes to a terminal',
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

/** `.env.example`: every setting with its default, to be copied to `.env` and changed there. */
export function exampleEnvironment(): string {
  const lines = settingNames.map(name => {
    const { fallback, rule } = describeSetting(name);
    return [
      `# ${meanings[name].replaceAll('`', '')}`,
      ...(rule === '' ? [] : [`# ${rule}`]),
      `#${name}=${fallback}`,
    ];
  });
  return `# Generated from src/config/settings.ts by \`npm run docs\`. Copy it to .env and uncomment the settings that you change.\n\n${lines
    .map(each => each.join('\n'))
    .join('\n\n')}\n`;
}
