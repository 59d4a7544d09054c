import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { ServerAdapter } from './server-adapter';

describe('what is no HTTP', () => {
  const adapter = new ServerAdapter();
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
