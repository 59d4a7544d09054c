import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Express } from 'express';
import request from 'supertest';
import { AppModule } from '../../src/app.module';
import { appOptions, configureApp } from '../../src/app.setup';
import { loadConfig } from '../../src/config/settings';
import { declaredActions } from '../../src/http/action';
import { ServerAdapter } from '../../src/http/server/server-adapter';
import { TestApp } from '../support/test-app';

/** Every route that asks for no token. A further one is a decision, and is written down here. */
const openRoutes = [
  'POST /login',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /openapi.json',
  'GET /schema.xsd',
];
/** The pages and files of Swagger UI, which differ from version to version of it. */
const swaggerUi = /^GET \/swagger(\/|$)/;

describe('the routes of the running service', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await TestApp.start();
  });
  afterAll(() => service.stop());

  it('are actions that require a privilege, or stand in the list of open routes', () => {
    const guarded = declaredActions()
      .filter(({ requires }) => requires !== 'open' && requires.length > 0)
      .map(({ verb, path }) => `${verb} /${path}`);
    const routes = routesOf(service.app).filter(route => !swaggerUi.test(route));
    expect(routes).toEqual([...guarded, ...openRoutes].sort());
  });

  it.each(declaredActions().filter(({ requires }) => requires !== 'open'))(
    '$verb $path: answers nobody without a token',
    async ({ verb, path }) => {
      const answer = verb === 'GET' ? await service.get(`/${path}`) : await service.post(`/${path}`).send({});
      expect(answer.body).toMatchObject({ Code: 1002, Details: [{ Field: 'Token' }] });
    },
  );
});

describe('a route that is neither an action nor declared open', () => {
  @Controller('planted')
  class PlantedController {
    @Get('read')
    read(): string {
      return 'secret';
    }
    @Post('write')
    write(): string {
      return 'secret';
    }
  }
  let app: NestExpressApplication;
  beforeAll(async () => {
    const config = loadConfig({ DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'silent' }, []);
    @Module({ imports: [AppModule.with(config)], controllers: [PlantedController] })
    class PlantedModule {}
    app = await NestFactory.create<NestExpressApplication>(PlantedModule, new ServerAdapter('iso'), {
      ...appOptions,
      logger: false,
    });
    configureApp(app);
    await app.init();
  });
  afterAll(() => app.close());

  it.each(['get /planted/read', 'post /planted/write'])(
    'is refused as if it did not exist: %s',
    async route => {
      const [verb, path = ''] = route.split(' ');
      const answer = await request(app.getHttpServer())[verb === 'get' ? 'get' : 'post'](path);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ Code: null });
      expect(answer.text).not.toContain('secret');
    },
  );
});

function routesOf(app: NestExpressApplication): string[] {
  const { router }: Express = app.getHttpAdapter().getInstance();
  const routes = router.stack.flatMap(({ route }) =>
    (route?.stack ?? []).map(({ method }) => `${method.toUpperCase()} ${route?.path}`),
  );
  return [...new Set(routes)].sort();
}
