import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ServerAdapter } from './server-adapter';

describe('dispatch', () => {
  const adapter = new ServerAdapter('iso');
  let server: Server;
  let layers: string[] = [];
  const answer: RequestHandler = (request, response) => {
    const { baseUrl, originalUrl, res } = request;
    response.end(JSON.stringify({ layers, baseUrl, originalUrl, isHis: res === response }));
  };
  beforeAll(async () => {
    adapter.initHttpServer();
    server = adapter.getHttpServer();
    const step =
      (name: string): RequestHandler =>
      (request, _, next) => {
        layers.push(name);
        if (request.query.fail === `${name} throws`) throw new Error(name);
        next(request.query.fail === name ? new Error(name) : undefined);
      };
    adapter.passFirst(step('first'), step('second'));
    adapter.use((_request: Request, _response: Response, next: NextFunction) => {
      layers.push('express');
      next();
    });
    adapter.post('/visit/end', answer);
    adapter.get('/visit/get', answer);
    adapter.get('/:pattern/of', answer);
    adapter.get('/rejects', () => Promise.reject(new Error('rejected')));
    adapter.get('/throws', () => {
      throw new Error('thrown');
    });
    adapter.get('/passes', (_request: Request, _response: Response, next: NextFunction) => {
      next(new Error('passed on'));
    });
    adapter.use((error: Error, _request: Request, response: Response, next: NextFunction) => {
      if (response.headersSent) {
        next(error);
        return;
      }
      response.status(500).end(JSON.stringify({ layers, error: error.message }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));
  beforeEach(() => {
    layers = [];
  });
  const ask = async (method: string, target: string): Promise<unknown> => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${target}`, {
      method,
      headers: { Connection: 'close' },
    });
    const text = await response.text();
    return text.startsWith('{') ? JSON.parse(text) : response.status;
  };

  it.each([
    ['POST', '/visit/end'],
    ['POST', '/visit/end?Token=x'],
    ['GET', '/visit/get?a=/visit/none'],
  ])('finds the route of a path at once, behind the steps: %s %s', async (method, target) => {
    expect(await ask(method, target)).toEqual({
      layers: ['first', 'second'],
      baseUrl: '',
      originalUrl: target,
      isHis: true,
    });
  });

  it.each([
    ['POST', '/VISIT/End'],
    ['POST', '/visit/end/'],
    ['GET', '/any/of'],
    ['GET', '/:pattern/of'],
  ])('leaves what is not exactly a path to Express: %s %s', async (method, target) => {
    expect(await ask(method, target)).toMatchObject({ layers: ['first', 'second', 'express'] });
  });

  it.each([
    ['GET', '/visit/end'],
    ['POST', '/none'],
  ])('finds nothing where Express finds nothing: %s %s', async (method, target) => {
    expect(await ask(method, target)).toBe(404);
  });

  it.each([
    ['/visit/get?fail=first', ['first'], 'first'],
    ['/visit/get?fail=second', ['first', 'second'], 'second'],
    ['/visit/get?fail=second+throws', ['first', 'second'], 'second'],
    ['/none?fail=second', ['first', 'second'], 'second'],
    ['/rejects', ['first', 'second'], 'rejected'],
    ['/throws', ['first', 'second'], 'thrown'],
    ['/passes', ['first', 'second'], 'passed on'],
  ])('hands what fails to what Express has for that: %s', async (target, passed, error) => {
    expect(await ask('GET', target)).toEqual({ layers: passed, error });
  });
});
