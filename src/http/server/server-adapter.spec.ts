import { IncomingMessage, type Server, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Request, Response } from 'express';
import { ServerAdapter } from './server-adapter';

describe('requests and responses', () => {
  const adapter = new ServerAdapter('iso');
  const prototypes = { made: [] as unknown[], handled: [] as unknown[] };
  let answer: globalThis.Response;
  beforeAll(async () => {
    adapter.initHttpServer();
    const server: Server = adapter.getHttpServer();
    server.prependListener('request', (...made) => (prototypes.made = prototypesOf(made)));
    adapter.use((request: Request, response: Response) => {
      prototypes.handled = prototypesOf([request, response]);
      const { query, path, ip, protocol } = request;
      const isNodes = request instanceof IncomingMessage && response instanceof ServerResponse;
      const accepted = request.accepts(['application/xml', 'text/html']);
      response.status(202).set('X-Seen', request.get('x-sent')).type('json').append('Vary', 'Accept');
      response.send(JSON.stringify({ query, path, ip, protocol, accepted, isNodes }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const headers = { Accept: 'text/html', 'X-Sent': 'a', Connection: 'close' };
    answer = await fetch(`http://127.0.0.1:${port}/here?a=1`, { headers });
  });
  afterAll(() => {
    const server: Server = adapter.getHttpServer();
    return new Promise(resolve => server.close(resolve));
  });

  function prototypesOf(messages: object[]): unknown[] {
    return messages.map((each): unknown => Object.getPrototypeOf(each));
  }

  it('have the members of Express, and are those of Node', async () => {
    expect(await answer.json()).toEqual({
      query: { a: '1' },
      path: '/here',
      ip: '127.0.0.1',
      protocol: 'http',
      accepted: 'text/html',
      isNodes: true,
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('x-seen')).toBe('a');
    expect(answer.headers.get('vary')).toBe('Accept');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('are handled with the prototypes that they were made with', () => {
    expect(prototypes.handled).toHaveLength(2);
    expect(prototypes.handled.every((each, index) => each === prototypes.made[index])).toBe(true);
  });
});

describe('what is no HTTP', () => {
  const adapter = new ServerAdapter('iso');
  let server: Server;
  beforeAll(async () => {
    adapter.initHttpServer();
    server = adapter.getHttpServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));

  function raw(bytes: string): Promise<string> {
    return new Promise(resolve => {
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      let answer = '';
      socket.on('data', chunk => (answer += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
    });
  }

  it.each<[string, string, number, string]>([
    ['garbage', 'hello\r\n\r\n', 400, 'Bad Request'],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001', 400, 'Bad Request'],
    ['an unknown verb', 'BREW /visit/end HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'Bad Request'],
    ['a bad header', 'GET / HTTP/1.1\r\nHost: x\r\nA\u0000b: c\r\n\r\n', 400, 'Bad Request'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'Bad Request',
    ],
    ['a length that is none', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n', 400, 'Bad Request'],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'Bad Request',
    ],
    [
      'too many headers',
      `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(16_384)}\r\n\r\n`,
      431,
      'Request Header Fields Too Large',
    ],
  ])('%s is answered by the envelope, without a number', async (_, bytes, status, reason) => {
    const [head = '', body = ''] = (await raw(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} ${reason}\r\n`));
    expect(head).toContain('Connection: close');
    expect(head).toContain('Content-Type: application/json; charset=utf-8');
    const { RequestId, ...envelope } = JSON.parse(body) as Record<string, unknown>;
    expect(envelope).toEqual({ Message: reason, Code: null });
    expect(head).toContain(`X-Request-Id: ${String(RequestId)}`);
    expect(head).toContain(`Content-Length: ${body.length}`);
  });

  it('does not outlive a client that goes away in the middle', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise<void>(resolve => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab', () =>
          socket.resetAndDestroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect(await raw('hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });
});
