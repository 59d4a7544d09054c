import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import type { RequestHandler } from 'express';
import request, { type Response } from 'supertest';
import { AppModule } from '../../src/app.module';
import { appOptions, configureApp } from '../../src/app.setup';
import { UserRow } from '../../src/auth';
import { USER_CACHE_MS } from '../../src/auth/application/identify';
import { AppConfig } from '../../src/config/app-config';
import { loadConfig } from '../../src/config/settings';
import { Database } from '../../src/database';
import { declaredActions } from '../../src/http/action';
import { ServerAdapter } from '../../src/http/server/server-adapter';
import { engine, patient } from './engine';
import { ownDatabase, type OwnDatabase } from './postgres';
import { keys, seed, type TestLogin } from './seed';
import { TestClock } from './test-clock';
import { type Answer, type Format, mediaTypes, read, write } from './wire';

export type Settings = Partial<Record<string, string>>;
/** Settings with files, which are created in the folder of the app and removed with it. */
export type SettingsIn = (folder: string) => Promise<Settings>;

/** Middleware that is placed before and after the steps of `configureApp`. */
interface Placed {
  readonly first?: RequestHandler;
  readonly last?: RequestHandler;
}

/** The folder for files, and the database on a server, if the engine has one. */
interface Place {
  readonly folder: string;
  readonly server: OwnDatabase | undefined;
}

const urlOf = ({ folder, server }: Place) => server?.url ?? `sqlite:${join(folder, 'gatehouse.sqlite')}`;

/** Options of a request that differ from the default. */
export interface Manner {
  /** The user of the token. */
  as?: TestLogin;
  /** A different token, or none. */
  token?: string | null;
  format?: Format;
  headers?: Record<string, string>;
}

/** Less than the life of a token, so that a cached one is never about to expire. */
const REUSE_MS = 15_000;

/** The service, wired as in production, with a fresh database and a clock that the test moves. */
export class TestApp {
  private readonly tokens = new Map<TestLogin, { token: string; sinceMs: number }>();

  private constructor(
    readonly app: NestExpressApplication,
    readonly clock: TestClock,
    private readonly place: Place,
    private readonly settings: Settings,
  ) {}

  /** The database file, if the engine has one. */
  get file(): string {
    return join(this.place.folder, 'gatehouse.sqlite');
  }

  get databaseUrl(): string {
    return urlOf(this.place);
  }

  /** With the users, units, persons, types and cards of `seed.ts`. Rates are off unless a setting says otherwise. */
  static async start(
    settings: Settings | SettingsIn = {},
    clock = new TestClock(),
    middleware: Placed = {},
  ): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
    const given = typeof settings === 'function' ? await settings(folder) : settings;
    const server = engine === 'postgres' && !given.DATABASE_URL ? await ownDatabase() : undefined;
    const started = await TestApp.open({ folder, server }, given, clock, middleware);
    await seed(started.database, clock.now());
    return started;
  }

  /** Changes a user as an administrator would, and returns when the change is in effect. */
  async changeUser(
    login: TestLogin,
    columns: Partial<Pick<UserRow, 'privileges' | 'recordPermissions'>>,
  ): Promise<void> {
    await this.database.write(manager => manager.update(UserRow, { login }, columns));
    this.clock.advance(USER_CACHE_MS);
  }

  /** Simulates a restart: stops this app and starts another with the same data, settings and time. */
  async restart(): Promise<TestApp> {
    await this.app.close();
    return TestApp.open(this.place, this.settings, this.clock);
  }

  /** Another node, on the same data by default. Close it before this one; do not stop it. */
  another(settings: Settings = {}): Promise<TestApp> {
    return TestApp.open(this.place, { ...this.settings, ...settings }, this.clock);
  }

  private static async open(
    place: Place,
    settings: Settings,
    clock: TestClock,
    { first, last }: Placed = {},
  ): Promise<TestApp> {
    const config = loadConfig(
      {
        DATABASE_URL: urlOf(place),
        LOG_LEVEL: 'silent',
        RATE_POLICY: 'off',
        LOGIN_RATE_POLICY: 'off',
        PORT: '0',
        ...patient,
        ...settings,
      },
      declaredActions().map(({ path }) => path.toLowerCase()),
    );
    const app = await NestFactory.create<NestExpressApplication>(
      AppModule.with(config, clock),
      new ServerAdapter(config.jsonDates),
      { ...appOptions, abortOnError: false },
    );
    app.useLogger(app.get(Logger));
    if (first) app.use(first);
    configureApp(app);
    if (last) app.use(last);
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, clock, place, settings);
  }

  get server(): Server {
    return this.app.getHttpServer();
  }

  private get basePath(): string {
    return this.app.get(AppConfig).basePath;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** A supertest request, for cases that `send` and `fetch` do not cover. */
  get(path: string) {
    return request(this.server).get(path);
  }

  post(path: string) {
    return request(this.server).post(path);
  }

  options(path: string) {
    return request(this.server).options(path);
  }

  /** A fresh token. */
  async token(login: TestLogin = 'reception'): Promise<string> {
    const answer = await this.post(`${this.basePath}/login`).send({ UserLogin: login, ApiKey: keys[login] });
    return (answer.body as { Token: string }).Token;
  }

  /** A token that may have been used before. */
  async someToken(login: TestLogin = 'reception'): Promise<string> {
    const nowMs = this.clock.monotonicMs();
    const known = this.tokens.get(login);
    if (known && nowMs - known.sinceMs < REUSE_MS) return known.token;
    const token = await this.token(login);
    this.tokens.set(login, { token, sinceMs: nowMs });
    return token;
  }

  /** POST of a body, or of a literal text. */
  async send(action: string, body: object | string, manner: Manner = {}): Promise<Answer> {
    const { format = 'json', headers = {} } = manner;
    const text = typeof body === 'string' ? body : write(format, body);
    const call = this.post(`${this.basePath}/${action}`)
      .query(await this.tokenQuery(manner))
      .set({ 'Content-Type': mediaTypes[format], Accept: mediaTypes[format], ...headers });
    return answerOf(await call.send(text));
  }

  /** GET with a query. */
  async fetch(
    action: string,
    query: Record<string, string | number> = {},
    manner: Manner = {},
  ): Promise<Answer> {
    const { format = 'json', headers = {} } = manner;
    return answerOf(
      await this.get(`${this.basePath}/${action}`)
        .query({ ...(await this.tokenQuery(manner)), ...query })
        .set({ Accept: mediaTypes[format], ...headers }),
    );
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.place.folder, { recursive: true, force: true });
    await this.place.server?.drop();
  }

  private async tokenQuery({ as, token }: Manner): Promise<Record<string, string>> {
    if (token === null) return {};
    return { Token: token ?? (await this.someToken(as)) };
  }
}

export function answerOf(response: Response): Answer {
  const headers = response.headers as Record<string, string>;
  const type = headers['content-type'] ?? '';
  return { status: response.status, type, headers, text: response.text, body: read(type, response.text) };
}
