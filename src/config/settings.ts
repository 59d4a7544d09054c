import { resolve } from 'node:path';
import { z } from 'zod';
import { AddressFilter } from '../runtime/address-filter';
import { AppConfig, ConfigFault, type DatabaseLocation, type SettingFault } from './app-config';
import { databaseUrl } from './database-url';
import { redisServer } from './redis-server';
import { type Environment, licencePair, unknownActions, unknownNames } from './setting-faults';
import {
  actionNames,
  byteCount,
  hoursOrOff,
  oneOf,
  optionalText,
  origins,
  privateKeyOfFile,
  ratePolicy,
  setting,
  timeZone,
  trustedProxies,
  wholeNumber,
} from './setting-kinds';
import { withSecretFiles } from './secret-files';

const settings = {
  HOST: setting('127.0.0.1', 'must be an address or a host name', text =>
    /^[\w.:-]+$/.test(text) ? text : undefined,
  ).describe('Address to listen on'),
  PORT: wholeNumber(3000, 0, 65_535).describe('Port to listen on; 0 picks a free one, which is printed'),
  BASE_PATH: setting('', 'must be a path such as /api, of letters, digits, -, _ and .', text =>
    text === '' || /^(\/[\w.-]+)+$/.test(text) ? text : undefined,
  ).describe(
    'Path prefix of every action, `/swagger`, `/openapi.json` and `/schema.xsd`, e.g. `/AktionNEXT/API`; not of `/health/*` and `/metrics`',
  ),
  DATABASE_URL: setting(
    'sqlite:./data/gatehouse.sqlite',
    'must be sqlite:FILE, sqlite::memory: or postgres://USER:PASSWORD@HOST:PORT/NAME, with %xx for what is special in a URL',
    databaseUrl,
  ).describe('Where the data is stored: a file, or a database on a PostgreSQL server'),
  DATABASE_POOL_SIZE: wholeNumber(10, 2, 1000).describe(
    'PostgreSQL: maximum number of connections of this node, half of them for writes',
  ),
  DATABASE_CONNECT_TIMEOUT_MS: wholeNumber(1000, 10, 60_000).describe(
    'PostgreSQL: milliseconds to wait for a connection',
  ),
  DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber(1000, 10, 60_000).describe(
    'PostgreSQL: milliseconds that a statement may take; without an answer 500 ms later, the connection is closed',
  ),
  DATABASE_LOCK_TIMEOUT_MS: wholeNumber(800, 10, 60_000).describe(
    'PostgreSQL: milliseconds that a statement may wait for a lock',
  ),
  REDIS_URL: setting(
    '',
    'must be redis://HOST:PORT, or rediss:// for TLS; in front of HOST USER:PASSWORD@ with special characters as %XX, behind PORT /DATABASE',
    text => (text === '' ? null : redisServer(text)),
  ).describe(
    'Redis or Valkey server on which several nodes share tokens, rates and entry-code tries; empty: one node, which keeps them in memory',
  ),
  REDIS_KEY_PREFIX: setting('gatehouse:', 'must have 1 to 40 letters, digits, and : . _ -', text =>
    /^[\w:.-]{1,40}$/.test(text) ? text : undefined,
  ).describe('Prefix of every key in Redis, so that several installations can share a server'),
  REDIS_TIMEOUT_MS: wholeNumber(300, 10, 10_000).describe('Milliseconds to wait for an answer of Redis'),
  MIGRATE_ON_START: oneOf('on', 'on', 'off').describe(
    '`off`: refuse to start on a database of an older version instead of migrating it',
  ),
  MIGRATION_COPIES: wholeNumber(3, 0, 100).describe(
    'SQLite: how many copies of the file from before its migrations are kept beside it, as `FILE.before-migration-TIME`; 0 makes none',
  ),
  TOKEN_TTL_SECONDS: wholeNumber(20, 1, 86_400).describe(
    'Life of a token in seconds, whether it is used or not',
  ),
  IP_FILTER: setting('', 'must be a list of addresses, CIDR blocks, ranges a-b or 10.1.2.*', text =>
    AddressFilter.parse(text),
  ).describe('Client addresses that may use the service; empty: all'),
  TRUSTED_PROXIES: setting('', 'must be a list of addresses and CIDR blocks', trustedProxies).describe(
    'Proxies whose `X-Forwarded-For` is trusted; empty: none. If an address filter is set, each of their requests must name its client there',
  ),
  CORS_ORIGINS: setting(
    '',
    'must be a list of origins such as https://desk.example.com, with http or https, and without a path or *',
    origins,
  ).describe(
    'Origins of web pages whose scripts may call the service and read its answers; empty: only its own',
  ),
  RATE_POLICY: ratePolicy('200/1s').describe('Rate limit of one user, or of one address if no user is known'),
  LOGIN_RATE_POLICY: ratePolicy('20/1s').describe('Rate limit of `login` from one address'),
  RATE_IPV6_PREFIX: wholeNumber(64, 16, 128).describe(
    'Leading bits of an IPv6 address that count as one address in every rate',
  ),
  LICENCE_FILE: optionalText.describe(
    'Signed licence; empty: the community licence, with every agenda and no end',
  ),
  LICENCE_PUBLIC_KEY_FILE: optionalText.describe('Public key (PEM) to check the licence with'),
  PASS_KEY_FILE: setting('', 'must name a file with an Ed25519 private key in PEM (PKCS 8)', file =>
    file === '' ? null : privateKeyOfFile(file),
  ).describe('Private key that signs passes; empty: one is created and stored in the database'),
  SITE_NAME: setting(
    'gatehouse',
    'must have 1 to 60 characters, 100 bytes of UTF-8 at most, without control characters, " and \\',
    text => (/^[^\p{C}"\\]{1,60}$/u.test(text) && Buffer.byteLength(text) <= 100 ? text : undefined),
  ).describe('Name of this site in the passes that it signs'),
  DISABLED_METHODS: setting('', '', actionNames).describe(
    'Actions that answer 9001, e.g. `visit/approve,visit/reject`',
  ),
  VISIT_EARLY_MINUTES: wholeNumber(120, 0, 1440).describe(
    'How many minutes before `ValidFrom` the visitor may come: from then on entry code, pass, `visit/check` and `visit/enter` work',
  ),
  VISIT_EXPIRE_AFTER_HOURS: hoursOrOff({ max: 8760 }).describe(
    'Hours after `ValidTo` until the service closes a visit that is open and not in the area; `off`: it stays open',
  ),
  JSON_DATES: oneOf('iso', 'iso', 'aspnet').describe(
    'Format of times in JSON answers: `2026-11-23T15:46:00.000Z` or `/Date(1795448760000)/`',
  ),
  TIME_ZONE: setting('UTC', 'must be an IANA name such as Europe/Prague', timeZone).describe(
    'Time zone of dates without an offset, and of the day for which a visit is valid',
  ),
  BODY_LIMIT: byteCount('1mb').describe('Maximum size of a body'),
  PHOTO_BODY_LIMIT: byteCount('8mb').describe(
    'Maximum size of a body of `visit/create`, `visit/addPhoto`, `person/upsert` and `orgStructure/upsert`',
  ),
  LOG_LEVEL: oneOf('info', 'fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').describe(
    'Lowest severity that is logged',
  ),
  LOG_FORMAT: oneOf('json', 'json', 'pretty').describe(
    '`json`: one JSON object per line; `pretty`: easy to read, and used automatically if the log goes to a terminal',
  ),
  SWAGGER: oneOf('on', 'on', 'off').describe('`off` removes Swagger UI and the OpenAPI document'),
} as const;

/** Every setting that there is, in the order of docs/settings.md. */
export const settingNames = Object.keys(settings) as readonly SettingName[];
export type SettingName = keyof typeof settings;

/** What a setting is for, what it is when it is left out, and what it must be; for the documentation. */
export function describeSetting(name: SettingName): { meaning: string; fallback: string; rule: string } {
  const { description = '', fallback, rule } = settings[name].meta() ?? {};
  return { meaning: description, fallback: String(fallback), rule: String(rule) };
}

/**
 * Reads the settings from an environment. `actions`: the names allowed in DISABLED_METHODS, in lower case.
 * @throws ConfigFault with every bad setting
 */
export function loadConfig(given: Environment, actions: readonly string[]): AppConfig {
  const { env, faults: secretFaults } = withSecretFiles(given);
  const parsed = z
    .object(settings)
    .safeParse(Object.fromEntries(settingNames.map(name => [name, env[name]])));
  const faults: SettingFault[] = [
    ...(parsed.error?.issues.map(({ path, message }) => ({ name: String(path[0]), rule: message })) ?? []),
    ...secretFaults,
    ...unknownNames(env, settingNames),
    ...unknownActions(actionNames(env.DISABLED_METHODS ?? ''), actions),
    ...licencePair(env),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);
  return configOf(parsed.data);
}

function configOf(data: z.output<z.ZodObject<typeof settings>>): AppConfig {
  return Object.assign(new AppConfig(), {
    host: data.HOST,
    port: data.PORT,
    basePath: data.BASE_PATH,
    database: databaseOf(data),
    redis: data.REDIS_URL
      ? { ...data.REDIS_URL, keyPrefix: data.REDIS_KEY_PREFIX, timeoutMs: data.REDIS_TIMEOUT_MS }
      : undefined,
    migrateOnStart: data.MIGRATE_ON_START === 'on',
    migrationCopies: data.MIGRATION_COPIES,
    tokenTtlMs: data.TOKEN_TTL_SECONDS * 1000,
    ipFilter: data.IP_FILTER,
    trustedProxies: data.TRUSTED_PROXIES,
    corsOrigins: data.CORS_ORIGINS,
    ratePolicy: data.RATE_POLICY,
    loginRatePolicy: data.LOGIN_RATE_POLICY,
    rateIpv6Prefix: data.RATE_IPV6_PREFIX,
    licence: data.LICENCE_FILE
      ? { file: resolve(data.LICENCE_FILE), publicKeyFile: resolve(data.LICENCE_PUBLIC_KEY_FILE) }
      : undefined,
    passKey: data.PASS_KEY_FILE ?? undefined,
    siteName: data.SITE_NAME,
    disabledMethods: data.DISABLED_METHODS,
    visitEarlyMs: data.VISIT_EARLY_MINUTES * 60_000,
    visitExpireAfterHours: data.VISIT_EXPIRE_AFTER_HOURS ?? undefined,
    jsonDates: data.JSON_DATES,
    timeZone: data.TIME_ZONE,
    bodyLimit: data.BODY_LIMIT,
    photoBodyLimit: data.PHOTO_BODY_LIMIT,
    logLevel: data.LOG_LEVEL,
    logFormat: data.LOG_FORMAT,
    swagger: data.SWAGGER === 'on',
  } satisfies AppConfig);
}

function databaseOf(data: z.output<z.ZodObject<typeof settings>>): DatabaseLocation {
  if (data.DATABASE_URL.kind !== 'server') return data.DATABASE_URL;
  return {
    ...data.DATABASE_URL,
    poolSize: data.DATABASE_POOL_SIZE,
    connectTimeoutMs: data.DATABASE_CONNECT_TIMEOUT_MS,
    statementTimeoutMs: data.DATABASE_STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: data.DATABASE_LOCK_TIMEOUT_MS,
  };
}
