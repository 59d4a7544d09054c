import type { KeyObject } from 'node:crypto';
import type { AddressFilter } from '../runtime/address-filter';
import type { RatePolicy } from '../shared/rate-policy';
import type { TimeZone } from '../shared/time-zone';

/** A bad setting: its name and its rule, never its value. */
export interface SettingFault {
  name: string;
  rule: string;
}

/** The settings cannot be used. Has all faults at once. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly SettingFault[]) {
    super(
      ['the settings cannot be used:', ...faults.map(({ name, rule }) => `  ${name} ${rule}`)].join('\n'),
    );
    this.name = 'ConfigFault';
  }
}

/** A PostgreSQL database with its timeouts. */
export interface ServerLocation {
  readonly kind: 'server';
  /** As configured, including the password. */
  readonly url: string;
  /** Host, port and database name: without secrets. */
  readonly shown: string;
  readonly poolSize: number;
  /** Timeout for opening a connection, and for waiting for a free one. */
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
}

export type DatabaseLocation = { kind: 'memory' } | { kind: 'file'; file: string } | ServerLocation;

/** A Redis server shared by several nodes. */
export interface RedisServer {
  host: string;
  port: number;
  tls: boolean;
  /** Empty: the server's default user. */
  username: string;
  /** Empty: no password. */
  password: string;
  database: number;
}

export interface RedisLocation extends RedisServer {
  keyPrefix: string;
  timeoutMs: number;
}

/** The validated settings in the types of the program. Names and defaults: docs/settings.md. */
export class AppConfig {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Empty, or begins with a slash and does not end with one. */
  readonly basePath: string;
  readonly database: DatabaseLocation;
  /** Holds tokens, rates and attempts at entry codes. Undefined: the memory of this node holds them. */
  readonly redis: RedisLocation | undefined;
  readonly migrateOnStart: boolean;
  /** Copies of a SQLite file from before its migrations that are kept; 0 makes none. */
  readonly migrationCopies: number;
  readonly tokenTtlMs: number;
  readonly ipFilter: AddressFilter;
  readonly trustedProxies: readonly string[];
  /** Origins allowed by CORS, in the form of browsers. */
  readonly corsOrigins: readonly string[];
  readonly ratePolicy: RatePolicy | 'off';
  readonly loginRatePolicy: RatePolicy | 'off';
  readonly rateIpv6Prefix: number;
  readonly licence: { file: string; publicKeyFile: string } | undefined;
  /** Signs passes. Undefined: the key in the database signs them. */
  readonly passKey: KeyObject | undefined;
  readonly siteName: string;
  /** `controller/action`, in lower case. */
  readonly disabledMethods: readonly string[];
  /** How long before `ValidFrom` the visitor may check in and enter. */
  readonly visitEarlyMs: number;
  /** Open visits expire this long after `ValidTo`. Undefined: never. */
  readonly visitExpireAfterHours: number | undefined;
  readonly jsonDates: 'iso' | 'aspnet';
  readonly timeZone: TimeZone;
  /** Bytes. */
  readonly bodyLimit: number;
  readonly photoBodyLimit: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly logFormat: 'json' | 'pretty';
  readonly swagger: boolean;
}
