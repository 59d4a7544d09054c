import type { RequestHandler } from 'express';
import { TestApp } from '../support/test-app';
import { TestClock } from '../support/test-clock';

const mark = (name: string): RequestHandler => {
  return (_request, response, next) => {
    response.setHeader(name, 'was here');
    next();
  };
};
const middleware = { first: mark('X-First'), last: mark('X-Last') };

async function marksOf(
  app: TestApp,
  method: string,
  path: string,
  headers = {},
): Promise<{ status: number; first: boolean; last: boolean }> {
  const answer = await fetch(`http://127.0.0.1:${app.port}${path}`, { method, headers });
  return { status: answer.status, first: answer.headers.has('x-first'), last: answer.headers.has('x-last') };
}

describe('middleware given to app.use', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ CORS_ORIGINS: 'https://desk.example.com' }, new TestClock(), middleware);
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
    expect(await marksOf(app, method, path)).toEqual({ status, first: true, last: true });
  });

  it('runs for a preflight only if it is placed first', async () => {
    const headers = { Origin: 'https://desk.example.com', 'Access-Control-Request-Method': 'POST' };
    const marks = await marksOf(app, 'OPTIONS', '/visit/end', headers);
    expect(marks).toEqual({ status: 204, first: true, last: false });
  });

  it('runs for a refused address only if it is placed first', async () => {
    const closed = await TestApp.start({ IP_FILTER: '10.0.0.0/8' }, new TestClock(), middleware);
    const marks = await marksOf(closed, 'GET', '/visit/get').finally(() => closed.stop());
    expect(marks).toEqual({ status: 401, first: true, last: false });
  });
});
