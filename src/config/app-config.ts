import type { KeyObject } from 'node:crypto';
import type { AddressFilter } from '../runtime/address-filter';
import type { RatePolicy } from '../shared/rate-policy';
import type { TimeZone } from '../shared/time-zone';

/** A setting that cannot be used: which, and what it must be. Never its value. */
export interface SettingFault {
  name: string;
  rule: string;
}

/** The service cannot start as it is configured. Carries every fault at once. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly SettingFault[]) {
    super(
      ['the settings cannot be used:', ...faults.map(({ name, rule }) => `  ${name} ${rule}`)].join('\n'),
    );
    this.name = 'ConfigFault';
  }
}

/** A database of a PostgreSQL server, and how long is waited for it. */
export interface ServerLocation {
  readonly kind: 'server';
  /** As it was set, with the password. */
  readonly url: string;
  /** Host, port and name of the database: what may be shown. */
  readonly shown: string;
  /** Connections at most, half of them for changes. */
  readonly poolSize: number;
  /** For a new connection, and for one to be free. */
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
}

/** Where the data is. */
export type DatabaseLocation = { kind: 'memory' } | { kind: 'file'; file: string } | ServerLocation;

/** The server that several nodes share. */
export interface RedisServer {
  host: string;
  port: number;
  tls: boolean;
  /** Empty: the server's default user. */
  username: string;
  /** Empty: none. */
  password: string;
  database: number;
}

export interface RedisLocation extends RedisServer {
  /** In front of every key, so that several installations can share a server. */
  keyPrefix: string;
  /** Until an answer counts as missing. */
  timeoutMs: number;
}

/** The settings in force, checked and in the types that the program works with. Names and defaults: operating.md. */
export class AppConfig {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Empty, or begins with a slash and does not end with one. */
  readonly basePath: string;
  readonly database: DatabaseLocation;
  /** Where tokens, rates and tries of entry codes are; undefined: in the memory of this node. */
  readonly redis: RedisLocation | undefined;
  readonly migrateOnStart: boolean;
  readonly tokenTtlMs: number;
  readonly ipFilter: AddressFilter;
  /** Addresses and CIDR blocks of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  /** Origins of pages whose scripts may read answers, as browsers write them. */
  readonly corsOrigins: readonly string[];
  readonly ratePolicy: RatePolicy | 'off';
  readonly loginRatePolicy: RatePolicy | 'off';
  /** Bits of an IPv6 address that are one client's: whatever counts by address counts by these. */
  readonly rateIpv6Prefix: number;
  readonly licence: { file: string; publicKeyFile: string } | undefined;
  /** Signs passes; undefined: the one that the database keeps does. */
  readonly passKey: KeyObject | undefined;
  /** Who issues passes: 1 to 60 characters. */
  readonly siteName: string;
  /** `controller/action`, in lower case. */
  readonly disabledMethods: readonly string[];
  /** How long before a visit is valid its visitor may come already. */
  readonly visitEarlyMs: number;
  /** How long after their end visits that nobody has closed expire; undefined: never. */
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
