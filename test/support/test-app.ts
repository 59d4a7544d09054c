import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import request from 'supertest';
import { AppModule } from '../../src/app.module';
import { appOptions, configureApp } from '../../src/app.setup';
import { loadConfig } from '../../src/config/settings';
import { Database } from '../../src/database';
import { declaredActions } from '../../src/http/action.decorator';
import { ServerAdapter } from '../../src/http/server-adapter';
import { seed, keys, type TestLogin } from './seed';
import { TestClock } from './test-clock';

export type Settings = Partial<Record<string, string>>;

/** The service as production wires it, on a database file of its own and a clock that the test moves. */
export class TestApp {
  private constructor(
    readonly app: NestExpressApplication,
    readonly clock: TestClock,
    readonly file: string,
    private readonly folder: string,
  ) {}

  /** With the users, units, persons, types and cards of `seed.ts`. Rates are off unless a setting says otherwise. */
  static async start(settings: Settings = {}, clock = new TestClock()): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
    const file = join(folder, 'gatehouse.sqlite');
    const config = loadConfig(
      {
        DATABASE_URL: `sqlite:${file}`,
        LOG_LEVEL: 'silent',
        RATE_POLICY: 'off',
        LOGIN_RATE_POLICY: 'off',
        PORT: '0',
        ...settings,
      },
      declaredActions().map(({ path }) => path.toLowerCase()),
    );
    const app = await NestFactory.create<NestExpressApplication>(
      AppModule.with(config, clock),
      new ServerAdapter(),
      {
        ...appOptions,
        abortOnError: false,
      },
    );
    app.useLogger(app.get(Logger));
    configureApp(app);
    await seed(app.get(Database), clock.now());
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, clock, file, folder);
  }

  get server(): Server {
    return this.app.getHttpServer();
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** A request in JSON; `send` what else it takes. */
  get(path: string) {
    return request(this.server).get(path);
  }

  post(path: string) {
    return request(this.server).post(path);
  }

  /** A fresh token. */
  async token(login: TestLogin = 'reception'): Promise<string> {
    const answer = await this.post('/login').send({ UserLogin: login, ApiKey: keys[login] });
    return (answer.body as { Token: string }).Token;
  }

  /** Calls an action with a fresh token of `as`: POST with a body, GET with a query. */
  async call(action: string, input: object, as: TestLogin = 'reception') {
    const token = await this.token(as);
    return this.post(`/${action}?Token=${token}`).send(input);
  }

  async read(action: string, query: Record<string, string | number>, as: TestLogin = 'reception') {
    return this.get(`/${action}`).query({ Token: await this.token(as), ...query });
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
