import type { RequestHandler } from 'express';
import { TestApp } from '../support/test-app';
import { TestClock } from '../support/test-clock';

describe('middleware given to app.use', () => {
  const mark: RequestHandler = (_request, response, next) => {
    response.setHeader('X-Middleware', 'was here');
    next();
  };
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({}, new TestClock(), mark);
  });
  afterAll(() => app.stop());

  it.each([
    ['an action', 'GET', '/visit/get', 400],
    ['an action with a body', 'POST', '/visit/end', 415],
    ['an action in another case', 'POST', '/VISIT/End/', 415],
    ['an unknown route', 'POST', '/visit/nothing', 404],
    ['a health check', 'GET', '/health/live', 200],
    ['the page of documents', 'GET', '/swagger', 200],
    ['a document', 'GET', '/openapi.json', 200],
  ])('runs for %s: %s %s', async (_, method, path, status) => {
    const answer = await fetch(`http://127.0.0.1:${app.port}${path}`, { method });
    expect([answer.status, answer.headers.get('x-middleware')]).toEqual([status, 'was here']);
  });
});
