import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppConfig, ConfigFault, type SettingFault } from './app-config';
import { describeSetting, loadConfig, type SettingName, settingNames } from './settings';

const actions = ['visit/end', 'visitor/getbydoc'];
const load = (env: Record<string, string | undefined>) => loadConfig(env, actions);

function faultsOf(env: Record<string, string | undefined>): readonly SettingFault[] {
  try {
    load(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
}

/** Names and defaults as in docs/settings.md, in its order, written out by hand. */
const defaults: Record<SettingName, string> = {
  HOST: '127.0.0.1',
  PORT: '3000',
  BASE_PATH: '',
  DATABASE_URL: 'sqlite:./data/gatehouse.sqlite',
  DATABASE_POOL_SIZE: '10',
  DATABASE_CONNECT_TIMEOUT_MS: '1000',
  DATABASE_STATEMENT_TIMEOUT_MS: '1000',
  DATABASE_LOCK_TIMEOUT_MS: '800',
  REDIS_URL: '',
  REDIS_KEY_PREFIX: 'gatehouse:',
  REDIS_TIMEOUT_MS: '300',
  MIGRATE_ON_START: 'on',
  MIGRATION_COPIES: '3',
  TOKEN_TTL_SECONDS: '20',
  IP_FILTER: '',
  TRUSTED_PROXIES: '',
  CORS_ORIGINS: '',
  RATE_POLICY: '200/1s',
  LOGIN_RATE_POLICY: '20/1s',
  RATE_IPV6_PREFIX: '64',
  LICENCE_FILE: '',
  LICENCE_PUBLIC_KEY_FILE: '',
  PASS_KEY_FILE: '',
  SITE_NAME: 'gatehouse',
  DISABLED_METHODS: '',
  VISIT_EARLY_MINUTES: '120',
  VISIT_EXPIRE_AFTER_HOURS: 'off',
  JSON_DATES: 'iso',
  TIME_ZONE: 'UTC',
  BODY_LIMIT: '1mb',
  PHOTO_BODY_LIMIT: '8mb',
  LOG_LEVEL: 'info',
  LOG_FORMAT: 'json',
  SWAGGER: 'on',
};

describe('loadConfig', () => {
  it('has the documented settings and defaults', () => {
    expect(settingNames).toEqual(Object.keys(defaults));
    for (const name of settingNames)
      expect([name, describeSetting(name).fallback]).toEqual([name, defaults[name]]);
  });

  it('says what each of them is for', () => {
    expect(settingNames.filter(name => describeSetting(name).meaning === '')).toEqual([]);
  });

  it('fills in every default', () => {
    const config = load({});
    expect(config).toBeInstanceOf(AppConfig);
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      basePath: '',
      database: { kind: 'file', file: resolve('data/gatehouse.sqlite') },
      migrateOnStart: true,
      tokenTtlMs: 20_000,
      trustedProxies: [],
      corsOrigins: [],
      ratePolicy: { count: 200, windowMs: 1000 },
      loginRatePolicy: { count: 20, windowMs: 1000 },
      rateIpv6Prefix: 64,
      licence: undefined,
      passKey: undefined,
      siteName: 'gatehouse',
      disabledMethods: [],
      visitEarlyMs: 7_200_000,
      visitExpireAfterHours: undefined,
      jsonDates: 'iso',
      bodyLimit: 1_048_576,
      photoBodyLimit: 8_388_608,
      logLevel: 'info',
      logFormat: 'json',
      swagger: true,
    });
    expect(config.timeZone.name).toBe('UTC');
    expect(config.ipFilter.allows('203.0.113.7')).toBe(true);
  });

  it('treats empty and blank values as unset, trims values, and ignores other variables', () => {
    const blank = Object.fromEntries(settingNames.map(name => [name, '  ']));
    expect(load(blank)).toEqual(load({}));
    expect(load({ PORT: ' 8080\n', HOME: '/root', NODE_ENV: 'test' }).port).toBe(8080);
  });

  it.each<[SettingName, string, keyof AppConfig, unknown]>([
    ['HOST', '::1', 'host', '::1'],
    ['HOST', 'gate.example.com', 'host', 'gate.example.com'],
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65_535],
    ['BASE_PATH', '/AktionNEXT/API', 'basePath', '/AktionNEXT/API'],
    ['DATABASE_URL', 'sqlite:/var/lib/g.sqlite', 'database', { kind: 'file', file: '/var/lib/g.sqlite' }],
    ['DATABASE_URL', 'sqlite:///var/lib/g.sqlite', 'database', { kind: 'file', file: '/var/lib/g.sqlite' }],
    ['DATABASE_URL', 'sqlite:g.sqlite', 'database', { kind: 'file', file: resolve('g.sqlite') }],
    ['DATABASE_URL', 'sqlite::memory:', 'database', { kind: 'memory' }],
    ['MIGRATE_ON_START', 'off', 'migrateOnStart', false],
    ['MIGRATION_COPIES', '0', 'migrationCopies', 0],
    ['TOKEN_TTL_SECONDS', '1', 'tokenTtlMs', 1000],
    ['TOKEN_TTL_SECONDS', '86400', 'tokenTtlMs', 86_400_000],
    [
      'TRUSTED_PROXIES',
      '10.0.0.1, fd00::/8; 192.168.0.0/16',
      'trustedProxies',
      ['10.0.0.1', 'fd00::/8', '192.168.0.0/16'],
    ],
    [
      'CORS_ORIGINS',
      'https://Desk.example.com:443, http://10.0.0.1:8080; http://[::1]:3000 https://desk.example.com',
      'corsOrigins',
      ['https://desk.example.com', 'http://10.0.0.1:8080', 'http://[::1]:3000'],
    ],
    ['RATE_POLICY', '10/500ms', 'ratePolicy', { count: 10, windowMs: 500 }],
    ['RATE_POLICY', 'off', 'ratePolicy', 'off'],
    ['LOGIN_RATE_POLICY', '60/1m', 'loginRatePolicy', { count: 60, windowMs: 60_000 }],
    ['RATE_IPV6_PREFIX', '56', 'rateIpv6Prefix', 56],
    ['SITE_NAME', ' Závod Kolín ', 'siteName', 'Závod Kolín'],
    ['SITE_NAME', '工'.repeat(33), 'siteName', '工'.repeat(33)],
    [
      'DISABLED_METHODS',
      'Visit/End; visitor/getByDoc,',
      'disabledMethods',
      ['visit/end', 'visitor/getbydoc'],
    ],
    ['VISIT_EARLY_MINUTES', '0', 'visitEarlyMs', 0],
    ['VISIT_EARLY_MINUTES', '1440', 'visitEarlyMs', 86_400_000],
    ['VISIT_EXPIRE_AFTER_HOURS', '1', 'visitExpireAfterHours', 1],
    ['VISIT_EXPIRE_AFTER_HOURS', '8760', 'visitExpireAfterHours', 8760],
    ['VISIT_EXPIRE_AFTER_HOURS', '0', 'visitExpireAfterHours', undefined],
    ['VISIT_EXPIRE_AFTER_HOURS', 'off', 'visitExpireAfterHours', undefined],
    ['JSON_DATES', 'aspnet', 'jsonDates', 'aspnet'],
    ['BODY_LIMIT', '1kb', 'bodyLimit', 1024],
    ['BODY_LIMIT', '64MB', 'bodyLimit', 64 * 1_048_576],
    ['PHOTO_BODY_LIMIT', '512kb', 'photoBodyLimit', 524_288],
    ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
    ['LOG_FORMAT', 'pretty', 'logFormat', 'pretty'],
    ['SWAGGER', 'off', 'swagger', false],
  ])('reads %s=%s', (name, text, member, expected) => {
    expect(load({ [name]: text })[member]).toEqual(expected);
  });

  it('reads a database server with its timeouts, and has a form without secrets', () => {
    const url = 'postgres://gate:s3%2Fcret@db.example.com/gatehouse?sslmode=require';
    expect(load({ DATABASE_URL: url, DATABASE_POOL_SIZE: '4' }).database).toEqual({
      kind: 'server',
      url,
      shown: 'db.example.com:5432/gatehouse',
      poolSize: 4,
      connectTimeoutMs: 1000,
      statementTimeoutMs: 1000,
      lockTimeoutMs: 800,
    });
    expect(load({ DATABASE_URL: 'postgresql://[::1]:6543/g' }).database).toMatchObject({
      shown: '[::1]:6543/g',
    });
  });

  it('reads an address filter, a time zone and a licence', () => {
    const { ipFilter, timeZone, licence } = load({
      IP_FILTER: '10.0.0.0/8; 192.168.1.5',
      TIME_ZONE: 'Europe/Prague',
      LICENCE_FILE: 'licence.jws',
      LICENCE_PUBLIC_KEY_FILE: '/etc/public.pem',
    });
    expect([ipFilter.allows('10.1.2.3'), ipFilter.allows('11.1.2.3')]).toEqual([true, false]);
    expect(timeZone.name).toBe('Europe/Prague');
    expect(licence).toEqual({ file: resolve('licence.jws'), publicKeyFile: '/etc/public.pem' });
  });

  it.each<[string, object]>([
    ['redis://127.0.0.1', {}],
    ['redis://127.0.0.1:6380/', { port: 6380 }],
    ['redis://cache.example.com/15', { host: 'cache.example.com', database: 15 }],
    ['rediss://[::1]:6390', { host: '::1', port: 6390, tls: true }],
    ['redis://:p%40ss%2Fw%23rd@127.0.0.1', { password: 'p@ss/w#rd' }],
    ['redis://node:secret@127.0.0.1', { username: 'node', password: 'secret' }],
  ])('reads the server of %s', (text, differing) => {
    expect(load({ REDIS_URL: text, REDIS_KEY_PREFIX: 'site-a:', REDIS_TIMEOUT_MS: '100' }).redis).toEqual({
      host: '127.0.0.1',
      port: 6379,
      tls: false,
      username: '',
      password: '',
      database: 0,
      keyPrefix: 'site-a:',
      timeoutMs: 100,
      ...differing,
    });
  });

  it('has no Redis unless REDIS_URL is set', () => {
    expect(load({ REDIS_KEY_PREFIX: 'site-a:' }).redis).toBeUndefined();
  });

  it('reads the key for passes, and refuses other kinds of keys', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-settings-'));
    const faultsWith = (key: KeyObject, type: 'pkcs8' | 'spki') => {
      writeFileSync(join(folder, 'pass.pem'), key.export({ type, format: 'pem' }));
      return faultsOf({ PASS_KEY_FILE: join(folder, 'pass.pem') }).map(({ name }) => name);
    };
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    expect(faultsWith(publicKey, 'spki')).toEqual(['PASS_KEY_FILE']);
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(faultsWith(other, 'pkcs8')).toEqual(['PASS_KEY_FILE']);

    expect(faultsWith(privateKey, 'pkcs8')).toEqual([]);
    expect(load({ PASS_KEY_FILE: join(folder, 'pass.pem') }).passKey?.equals(privateKey)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it.each<[SettingName, string[]]>([
    ['HOST', ['a b', 'http://x', '10.0.0.1/8']],
    ['PORT', ['-1', '65536', '80a', '0x50', '1e3', '3.5', '9999999999']],
    ['BASE_PATH', ['api', '/', '/api/', '//api', '/a b', '/a?b']],
    ['DATABASE_URL', ['mysql://x', 'sqlite:', 'sqlite:x?mode=ro', 'data.sqlite']],
    [
      'DATABASE_URL',
      ['postgres:', 'postgres://h', 'postgres://h/', 'postgres://u:p@/d', 'postgres://u:p/q@h/d'],
    ],
    [
      'REDIS_URL',
      [
        '127.0.0.1:6379',
        'http://127.0.0.1',
        'redis:',
        'redis://',
        'redis://:secret@',
        'redis://host:0',
        'redis://host:65536',
        'redis://host/one',
        'redis://host/1/2',
        'redis://host?db=1',
        'redis://:p#w@host',
        'redis://:p%w@host',
        'redis://a b',
        'redis://a,b',
      ],
    ],
    ['REDIS_KEY_PREFIX', ['a b', 'x'.repeat(41), 'gate*']],
    ['VISIT_EARLY_MINUTES', ['-1', '1441', '1.5', '2h', 'off']],
    ['VISIT_EXPIRE_AFTER_HOURS', ['-1', '8761', '1.5', '24h', 'on', '00']],
    ['REDIS_TIMEOUT_MS', ['9', '10001', '0.3', '300ms']],
    ['MIGRATE_ON_START', ['yes', 'ON', '1']],
    ['MIGRATION_COPIES', ['-1', '101', 'all']],
    ['TOKEN_TTL_SECONDS', ['0', '86401', '-5', 'long']],
    ['IP_FILTER', ['10.0.0.0/99', 'everybody', '10.0.0.9-10.0.0.1']],
    ['TRUSTED_PROXIES', ['true', '1', '10.0.0.1-10.0.0.9', '10.0.0.*', 'loopback']],
    [
      'CORS_ORIGINS',
      [
        '*',
        'null',
        'desk.example.com',
        'https://*.example.com',
        'https://desk.example.com/',
        'https://desk.example.com/app',
        'https://user@desk.example.com',
        'https://desk.example.com:port',
        'ftp://desk.example.com',
        'https://',
        'https://a\\b',
      ],
    ],
    ['RATE_POLICY', ['200', '0/1s', '200/1h', 'on']],
    ['LOGIN_RATE_POLICY', ['20 / 1s', '20/0s']],
    ['PASS_KEY_FILE', ['no-such.pem', '.', 'package.json']],
    ['SITE_NAME', ['x'.repeat(61), '工'.repeat(34), 'a"b', 'a\\b', 'a\nb', '\ud800']],
    ['DISABLED_METHODS', ['visit/fly', 'visit/end,visit/fly', 'end']],
    ['JSON_DATES', ['ISO', 'unix']],
    ['TIME_ZONE', ['Mars/Olympus', 'CET+1']],
    ['BODY_LIMIT', ['1', '1gb', '65mb', '0kb', '1023', '-1mb', '1.5mb']],
    ['PHOTO_BODY_LIMIT', ['big']],
    ['LOG_LEVEL', ['verbose', 'INFO']],
    ['LOG_FORMAT', ['xml']],
    ['SWAGGER', ['true', 'yes']],
  ])('refuses bad values of %s: %j', (name, texts) => {
    for (const text of texts)
      expect([text, faultsOf({ [name]: text }).map(fault => fault.name)]).toEqual([text, [name]]);
  });

  it('has a rule for every setting except those that depend on others', () => {
    const rules = settingNames.filter(name => describeSetting(name).rule !== '');
    expect(settingNames.filter(name => !rules.includes(name))).toEqual([
      'LICENCE_FILE',
      'LICENCE_PUBLIC_KEY_FILE',
      'DISABLED_METHODS',
    ]);
  });

  it('names every fault at once, by name and rule and never by value', () => {
    const env = {
      PORT: 'Zq1-port',
      DATABASE_URL: 'postgres://Zq2-user:Zq3-secret@/db',
      REDIS_URL: 'redis://Zq9-user:Zq10-secret@host/db',
      RATE_POLICY: 'Zq4',
      TIME_ZONE: 'Zq5',
      LICENCE_FILE: 'Zq6',
      GATEHOUSE_PORT: 'Zq7',
      GATEHOUSE_COLOUR: 'Zq8',
    };
    const faults = faultsOf(env);
    const { message } = new ConfigFault(faults);

    expect(faults.map(({ name }) => name)).toEqual([
      'PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'RATE_POLICY',
      'TIME_ZONE',
      'GATEHOUSE_PORT',
      'GATEHOUSE_COLOUR',
      'LICENCE_PUBLIC_KEY_FILE',
    ]);
    expect(message.split('\n')).toHaveLength(1 + faults.length);
    expect(message).toContain('  PORT must be a whole number from 0 to 65535');
    expect(message).not.toContain('Zq');
  });

  it('reports the setting meant by a GATEHOUSE_ name, or that there is none', () => {
    expect(faultsOf({ GATEHOUSE_PORT: '1', GATEHOUSE_COLOUR: 'x' })).toEqual([
      { name: 'GATEHOUSE_PORT', rule: 'is not a setting: its name is PORT' },
      { name: 'GATEHOUSE_COLOUR', rule: 'is not a setting: remove it' },
    ]);
  });

  it('lists the actions that DISABLED_METHODS may name, together with other faults', () => {
    const rule = 'may name only these actions: visit/end, visitor/getbydoc';
    expect(faultsOf({ DISABLED_METHODS: 'visit/fly' })).toEqual([{ name: 'DISABLED_METHODS', rule }]);
    expect(faultsOf({ DISABLED_METHODS: 'visit/fly', PORT: 'x' }).map(({ name }) => name)).toEqual([
      'PORT',
      'DISABLED_METHODS',
    ]);
  });

  it('requires a licence and its public key together', () => {
    expect(faultsOf({ LICENCE_FILE: 'a' }).map(({ name }) => name)).toEqual(['LICENCE_PUBLIC_KEY_FILE']);
    expect(faultsOf({ LICENCE_PUBLIC_KEY_FILE: 'a' }).map(({ name }) => name)).toEqual(['LICENCE_FILE']);
    expect(faultsOf({ LICENCE_FILE: ' ', LICENCE_PUBLIC_KEY_FILE: '' })).toEqual([]);
  });
});
