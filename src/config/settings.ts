import { resolve } from 'node:path';
import { z } from 'zod';
import { AddressFilter } from '../runtime/address-filter';
import { TimeZone } from '../shared/time-zone';
import { AppConfig, ConfigFault, type DatabaseLocation, type SettingFault } from './app-config';
import { databaseUrl } from './database-url';
import { origins } from './origins';
import { privateKeyOfFile } from './private-key-file';
import { redisServer } from './redis-server';
import {
  byteCount,
  hoursOrOff,
  oneOf,
  optionalText,
  ratePolicy,
  setting,
  wholeNumber,
} from './setting-kinds';
import { trustedProxies } from './trusted-proxies';

const settings = {
  HOST: setting('127.0.0.1', 'must be an address or a host name', text =>
    /^[\w.:-]+$/.test(text) ? text : undefined,
  ),
  PORT: wholeNumber(3000, 0, 65_535),
  BASE_PATH: setting('', 'must be a path such as /api, of letters, digits, -, _ and .', text =>
    text === '' || /^(\/[\w.-]+)+$/.test(text) ? text : undefined,
  ),
  DATABASE_URL: setting(
    'sqlite:./data/gatehouse.sqlite',
    'must be sqlite:FILE, sqlite::memory: or postgres://USER:PASSWORD@HOST:PORT/NAME, with %xx for what is special in a URL',
    databaseUrl,
  ),
  DATABASE_POOL_SIZE: wholeNumber(10, 2, 1000),
  DATABASE_CONNECT_TIMEOUT_MS: wholeNumber(1000, 10, 60_000),
  DATABASE_STATEMENT_TIMEOUT_MS: wholeNumber(1000, 10, 60_000),
  DATABASE_LOCK_TIMEOUT_MS: wholeNumber(800, 10, 60_000),
  REDIS_URL: setting(
    '',
    'must be redis://HOST:PORT, or rediss:// for TLS; in front of HOST USER:PASSWORD@ with special characters as %XX, behind PORT /DATABASE',
    text => (text === '' ? null : redisServer(text)),
  ),
  REDIS_KEY_PREFIX: setting('gatehouse:', 'must have 1 to 40 letters, digits, and : . _ -', text =>
    /^[\w:.-]{1,40}$/.test(text) ? text : undefined,
  ),
  REDIS_TIMEOUT_MS: wholeNumber(300, 10, 10_000),
  MIGRATE_ON_START: oneOf('on', 'on', 'off'),
  TOKEN_TTL_SECONDS: wholeNumber(20, 1, 86_400),
  IP_FILTER: setting('', 'must be a list of addresses, CIDR blocks, ranges a-b or 10.1.2.*', text =>
    AddressFilter.parse(text),
  ),
  TRUSTED_PROXIES: setting('', 'must be a list of addresses and CIDR blocks', trustedProxies),
  CORS_ORIGINS: setting(
    '',
    'must be a list of origins such as https://desk.example.com, with http or https, and without a path or *',
    origins,
  ),
  RATE_POLICY: ratePolicy('200/1s'),
  LOGIN_RATE_POLICY: ratePolicy('20/1s'),
  RATE_IPV6_PREFIX: wholeNumber(64, 16, 128),
  LICENCE_FILE: optionalText,
  LICENCE_PUBLIC_KEY_FILE: optionalText,
  PASS_KEY_FILE: setting('', 'must name a file with an Ed25519 private key in PEM (PKCS 8)', file =>
    file === '' ? null : privateKeyOfFile(file),
  ),
  SITE_NAME: setting(
    'gatehouse',
    'must have 1 to 60 characters, 100 bytes of UTF-8 at most, without control characters, " and \\',
    text => (/^[^\p{C}"\\]{1,60}$/u.test(text) && Buffer.byteLength(text) <= 100 ? text : undefined),
  ),
  DISABLED_METHODS: setting('', '', actionNames),
  VISIT_EARLY_MINUTES: wholeNumber(120, 0, 1440),
  VISIT_EXPIRE_AFTER_HOURS: hoursOrOff(8760),
  JSON_DATES: oneOf('iso', 'iso', 'aspnet'),
  TIME_ZONE: setting('UTC', 'must be an IANA name such as Europe/Prague', timeZone),
  BODY_LIMIT: byteCount('1mb'),
  PHOTO_BODY_LIMIT: byteCount('8mb'),
  LOG_LEVEL: oneOf('info', 'fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  LOG_FORMAT: oneOf('json', 'json', 'pretty'),
  SWAGGER: oneOf('on', 'on', 'off'),
} as const;

/** All settings, in the order of docs/settings.md. */
export const settingNames = Object.keys(settings) as readonly SettingName[];
export type SettingName = keyof typeof settings;

/** Default and rule of a setting, for the documentation. */
export function describeSetting(name: SettingName): { fallback: string; rule: string } {
  const { fallback, rule } = settings[name].meta() ?? {};
  return { fallback: String(fallback), rule: String(rule) };
}

/**
 * Reads the settings from an environment. `actions`: the names allowed in DISABLED_METHODS, in lower case.
 * @throws ConfigFault with every bad setting
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>>,
  actions: readonly string[],
): AppConfig {
  const parsed = z
    .object(settings)
    .safeParse(Object.fromEntries(settingNames.map(name => [name, env[name]])));
  const faults: SettingFault[] = [
    ...(parsed.error?.issues.map(({ path, message }) => ({ name: String(path[0]), rule: message })) ?? []),
    ...unknownNames(env),
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

function actionNames(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[,;\s]+/)
    .filter(Boolean);
}

function timeZone(name: string): TimeZone | undefined {
  try {
    return new TimeZone(name);
  } catch {
    return undefined;
  }
}

function unknownNames(env: Readonly<Record<string, string | undefined>>): SettingFault[] {
  return Object.keys(env)
    .filter(name => name.startsWith('GATEHOUSE_'))
    .map(name => {
      const meant = settingNames.find(known => `GATEHOUSE_${known}` === name);
      return { name, rule: meant ? `is not a setting: its name is ${meant}` : 'is not a setting: remove it' };
    });
}

function unknownActions(named: readonly string[], actions: readonly string[]): SettingFault[] {
  const unknown = named.filter(name => !actions.includes(name));
  if (unknown.length === 0) return [];
  return [{ name: 'DISABLED_METHODS', rule: `may name only these actions: ${actions.join(', ')}` }];
}

function licencePair(env: Readonly<Record<string, string | undefined>>): SettingFault[] {
  const given = (name: SettingName) => (env[name] ?? '').trim() !== '';
  if (given('LICENCE_FILE') === given('LICENCE_PUBLIC_KEY_FILE')) return [];
  const missing = given('LICENCE_FILE') ? 'LICENCE_PUBLIC_KEY_FILE' : 'LICENCE_FILE';
  return [
    { name: missing, rule: 'is required when the other of LICENCE_FILE and LICENCE_PUBLIC_KEY_FILE is set' },
  ];
}
