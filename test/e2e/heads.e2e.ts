import { connect } from 'node:net';
import { type LogLine, logLinesOf } from '../support/log-lines';
import { rawAnswer } from '../support/raw';
import { TestApp } from '../support/test-app';
import { newVisit } from '../support/visits';

const head = (first: string, ...lines: string[]) =>
  [first, ...lines, 'Connection: close', '', ''].join('\r\n');

/** What Node decides by itself unless told otherwise, or has no request for. */
const heads: [name: string, bytes: string, status: number][] = [
  ['no Host', head('GET /visit/get HTTP/1.1'), 400],
  ['two Hosts', head('GET /visit/get HTTP/1.1', 'Host: a', 'host: b'), 400],
  ['two Hosts that are equal', head('GET /visit/get HTTP/1.1', 'Host: a', 'HOST: a'), 400],
  ['two Hosts in HTTP/1.0', head('GET /visit/get HTTP/1.0', 'Host: a', 'Host: b'), 400],
  ['another expectation', head('GET /visit/get HTTP/1.1', 'Host: x', 'Expect: foo'), 417],
  ['an expectation more', head('POST /login HTTP/1.1', 'Host: x', 'Expect: 100-continue, foo'), 417],
  ['CONNECT', head('CONNECT example.com:443 HTTP/1.1', 'Host: example.com'), 404],
  ['CONNECT to an action', head('CONNECT /visit/get HTTP/1.1', 'Host: x'), 405],
  ['a scheme of nobody', head('GET foo://x HTTP/1.1', 'Host: x'), 404],
  ['OPTIONS of everything', head('OPTIONS * HTTP/1.1', 'Host: x'), 404],
  ['TRACE', head('TRACE /visit/get HTTP/1.1', 'Host: x'), 405],
  ['a web socket', head('GET /visit/end HTTP/1.1', 'Host: x', 'Upgrade: websocket'), 405],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001', 400],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['a header line that is none', head('GET / HTTP/1.1', 'Host: x', 'a b: c'), 400],
  ['a head that is too large', head('GET / HTTP/1.1', 'Host: x', `A: ${'x'.repeat(17_000)}`), 431],
  ['two lengths', head('POST / HTTP/1.1', 'Host: x', 'Content-Length: 1', 'Content-Length: 2'), 400],
];
const lineOf = (log: LogLine[], requestId: unknown) =>
  log.filter(line => line.msg === 'request' && line.requestId === requestId);

describe('a refusal of the head', () => {
  let app: TestApp;
  let filtered: TestApp;
  let behindProxy: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    filtered = await TestApp.start({ IP_FILTER: '10.0.0.0/8' });
    behindProxy = await TestApp.start({ IP_FILTER: '127.0.0.1', TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.stop();
    await filtered.stop();
    await behindProxy.stop();
  });

  it.each(heads)('has the envelope and a line in the log: %s', async (_, bytes, status) => {
    const log = logLinesOf(app);
    const answer = await rawAnswer(app, bytes);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ Code: null, RequestId: answer.headers['x-request-id'] });
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', connection: 'close' });
    expect(lineOf(log, answer.body.RequestId)).toMatchObject([
      { address: '127.0.0.1', status, action: null },
    ]);
  });

  it.each(heads)('is 1006 for an address outside of the filter: %s', async (_, bytes) => {
    const log = logLinesOf(filtered);
    const answer = await rawAnswer(filtered, bytes);
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ Code: 1006, RequestId: answer.headers['x-request-id'] });
    expect(lineOf(log, answer.body.RequestId)).toMatchObject([
      { address: '127.0.0.1', status: 401, errorCode: 'AddressRefused', error: 1006 },
    ]);
  });

  it.each(heads)('is 1006 for whom a proxy does not name: %s', async (_, bytes) => {
    const answer = await rawAnswer(behindProxy, bytes);
    expect([answer.status, answer.body.Code]).toEqual([401, 1006]);
  });

  it('spends the rate of its address', async () => {
    const limited = await TestApp.start({ RATE_POLICY: '2/1m' });
    try {
      const bytes = head('GET / HTTP/1.1');
      const codes = [];
      for (let count = 0; count < 3; count += 1) codes.push((await rawAnswer(limited, bytes)).body.Code);
      expect(codes).toEqual([null, null, 1008]);
    } finally {
      await limited.stop();
    }
  });

  it.each([
    ['HTTP/1.0 without Host', head('GET /health/live HTTP/1.0')],
    ['an empty Host', head('GET /health/live HTTP/1.1', 'Host:')],
    ['a URL with scheme and host', head('GET http://elsewhere/health/live?a=1 HTTP/1.1', 'Host: x')],
    ['a URL with another scheme', head('GET foo://x/health/live HTTP/1.1', 'Host: x')],
    ['an upgrade that is not taken up', head('GET /health/live HTTP/1.1', 'Host: x', 'Upgrade: h2c')],
  ])('none: %s', async (_, bytes) => {
    expect((await rawAnswer(app, bytes)).status).toBe(200);
  });
});

describe('Expect: 100-continue', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ BODY_LIMIT: '16kb' });
  });
  afterAll(() => app.stop());

  /** Sends a head, and the body when it is asked for; the answers, and whether it was asked. */
  function converse(headLines: string[], body: string): Promise<{ asked: boolean; text: string }> {
    return new Promise((resolve, reject) => {
      let text = '';
      let asked = false;
      const socket = connect(app.port, '127.0.0.1', () => socket.write([...headLines, '', ''].join('\r\n')));
      socket.on('data', chunk => {
        text += chunk.toString();
        if (!asked && text.startsWith('HTTP/1.1 100 Continue\r\n\r\n')) {
          asked = true;
          socket.write(body);
        }
        if (/"RequestId":"|"VisitId":"/.test(text)) socket.end();
      });
      socket.on('close', () => resolve({ asked, text }));
      socket.on('error', reject);
    });
  }
  const lines = (path: string, length: number, type = 'application/json') => [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    'Expect: 100-Continue',
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
  ];

  it('brings the body of a request that may have one, on a connection that stays', async () => {
    const body = JSON.stringify(newVisit());
    const { asked, text } = await converse(
      lines(`/visit/create?Token=${await app.token()}`, body.length),
      body,
    );
    expect(asked).toBe(true);
    expect(text).toContain('HTTP/1.1 200 OK');
    expect(text).toContain('Connection: keep-alive');
  });

  it.each<[string, string, string, number, number]>([
    ['an unknown route', '/visit/nothing', 'application/json', 10, 404],
    ['a media type', '/visit/check', 'text/plain', 10, 415],
    ['a length over the limit', '/visit/check', 'application/json', 16_385, 413],
  ])('is not answered where the request is refused for %s', async (_, path, type, length, status) => {
    const { asked, text } = await converse(lines(path, length, type), '{}');
    expect(asked).toBe(false);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toContain('Connection: close');
  });
});
