import { randomUUID } from 'node:crypto';
import { logLinesOf } from '../support/log-lines';
import { rawAnswer } from '../support/raw';
import { TestApp } from '../support/test-app';
import { stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf } from '../support/wire';

const outcome = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
const close = 'Host: x\r\nConnection: close\r\n';

describe('behind proxies', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1, 192.168.7.0/24, 2001:db8:7::/48' });
  });
  afterAll(() => app.stop());

  /** The address in the history of a visit that is made with this header, or these lines of it. */
  async function addressFor(...lines: string[]): Promise<unknown> {
    const VisitId = randomUUID();
    const body = JSON.stringify({
      VisitId,
      Visitor: { Name: 'A', Surname: 'B' },
      VisitType: { Title: 'Delivery' },
      Reason: '',
    });
    const forwarded = lines.map(line => `X-Forwarded-For: ${line}\r\n`).join('');
    const answer = await rawAnswer(
      app,
      `POST /visit/create?Token=${await app.someToken()} HTTP/1.1\r\n${close}${forwarded}Content-Type: application/json\r\n` +
        `Content-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer.status).toBe(200);
    const { history } = await stored(app, VisitId);
    return (history[0] as { address: string }).address;
  }

  it.each<[string, string[], string]>([
    ['an address', ['10.0.0.1'], '10.0.0.1'],
    ['IPv6', ['2001:DB8:0:0::1'], '2001:db8::1'],
    ['IPv4 in IPv6', ['::ffff:10.0.0.1'], '10.0.0.1'],
    ['a zone', ['fe80::1%eth0'], 'fe80::1'],
    ['a port', ['10.0.0.1:5678'], '10.0.0.1'],
    ['IPv6 that ends like a port', ['2001:db8::1:443'], '2001:db8::1:443'],
    ['brackets', ['[2001:db8::1]'], '2001:db8::1'],
    ['brackets and a port', ['[2001:db8::1]:443'], '2001:db8::1'],
    ['IPv4 in IPv6, with a port', ['[::ffff:10.0.0.1]:1'], '10.0.0.1'],
    ['quotes', ['"10.0.0.1"'], '10.0.0.1'],
    ['quotes, brackets and a port', ['"[2001:db8::1]:443"'], '2001:db8::1'],
    ['blanks and tabs', [' \t "10.0.0.1:80"\t '], '10.0.0.1'],
    ['no blank behind a comma', ['10.9.9.9,10.0.0.1'], '10.0.0.1'],
    ['empty items', [', ,10.0.0.1, ,'], '10.0.0.1'],
    ['two lines, in their order', ['10.9.9.9', '10.0.0.1'], '10.0.0.1'],
    ['an empty second line', ['10.0.0.1', ''], '10.0.0.1'],
    ['two proxies', ['10.0.0.1, 192.168.7.8'], '10.0.0.1'],
    ['two proxies with ports', ['10.9.9.9, 10.0.0.1:99, 192.168.7.8:1234'], '10.0.0.1'],
    ['a proxy of IPv6 in brackets', ['10.0.0.1:99, "[2001:db8:7::2]:1234"'], '10.0.0.1'],
    ['two proxies in two lines', ['10.9.9.9, 10.0.0.1', '192.168.7.8'], '10.0.0.1'],
    ['what a client made up in front', ['192.168.7.9, 10.9.9.9, 10.0.0.1'], '10.0.0.1'],
    ['proxies alone', ['192.168.7.9, 192.168.7.8'], '192.168.7.9'],
  ])('reads %s', async (_, lines, address) => {
    expect(await addressFor(...lines)).toBe(address);
  });

  it.each<[string, string[], string]>([
    ['no header', [], '127.0.0.1'],
    ['an empty header', [''], '127.0.0.1'],
    ['commas alone', [', ,'], '127.0.0.1'],
    ['unknown', ['unknown'], '127.0.0.1'],
    ['a hidden name', ['_hidden'], '127.0.0.1'],
    ['a socket', ['unix:'], '127.0.0.1'],
    ['a form of another header', ['for=10.0.0.1'], '127.0.0.1'],
    ['a port that is none', ['10.0.0.1:port'], '127.0.0.1'],
    ['an address that is none', ['10.0.0.256'], '127.0.0.1'],
    ['a bracket that is open', ['[2001:db8::1'], '127.0.0.1'],
    ['unknown, behind what a client made up', ['10.9.9.9, unknown'], '127.0.0.1'],
    ['unknown, told by a second proxy', ['10.9.9.9, unknown, 192.168.7.8:1234'], '192.168.7.8'],
    ['15 kB', [`10.9.9.9, ${'x'.repeat(15_000)}`], '127.0.0.1'],
  ])('takes the address of the proxy for %s', async (_, lines, address) => {
    expect(await addressFor(...lines)).toBe(address);
  });

  it.each([
    ['in front of', 'before'],
    ['behind', 'after'],
  ])('finds the address with 1,500 header lines %s it', async (_, where) => {
    const flood = 'd:\r\n'.repeat(1500);
    const forwarded = 'X-Forwarded-For: 10.0.0.1\r\n';
    const lines = where === 'before' ? flood + forwarded : forwarded + flood;
    const log = logLinesOf(app);
    expect((await rawAnswer(app, `GET /nothing HTTP/1.1\r\n${close}${lines}\r\n`)).status).toBe(404);
    expect(log).toMatchObject([{ msg: 'request', address: '10.0.0.1' }]);
  });

  it('refuses more headers than it reads, and leaves none of them out', async () => {
    const flood = 'abcdefgh:\r\n'.repeat(3000);
    const answer = await rawAnswer(
      app,
      `GET /nothing HTTP/1.1\r\n${close}${flood}X-Forwarded-For: 10.0.0.1\r\n\r\n`,
    );
    expect(answer.status).toBe(431);
  });

  it('tells once of a proxy that names nobody, and not of what it asks for itself', async () => {
    const fresh = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
    try {
      const log = logLinesOf(fresh);
      for (const path of ['/health/ready', '/health/live', '/metrics']) await fresh.get(path);
      expect(log.filter(({ level }) => level === 'warn')).toEqual([]);
      for (let count = 0; count < 3; count += 1) {
        await fresh.get('/nothing').set('X-Forwarded-For', `secret-${count}`);
        await fresh.get('/nothing');
      }
      expect(log.filter(({ level }) => level === 'warn')).toMatchObject([{ proxy: '127.0.0.1' }]);
      expect(JSON.stringify(log)).not.toContain('secret');
    } finally {
      await fresh.stop();
    }
  });
});

describe('a filter lets in', () => {
  const settings = { IP_FILTER: '127.0.0.1; 10.0.0.0/8', TRUSTED_PROXIES: '127.0.0.1' };
  let app: TestApp;
  let open: TestApp;
  beforeAll(async () => {
    app = await TestApp.start(settings);
    open = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(async () => {
    await app.stop();
    await open.stop();
  });

  const ask = (path: string, ...forwarded: string[]) =>
    rawAnswer(
      app,
      `GET ${path} HTTP/1.1\r\n${close}${forwarded.map(line => `X-Forwarded-For: ${line}\r\n`).join('')}\r\n`,
    );

  it('nobody whom a trusted proxy does not name, although the proxy is on its list', async () => {
    for (const lines of [[], [''], ['unknown'], ['10.0.0.1, unknown']]) {
      const answer = await ask('/visit/get', ...lines);
      expect(outcome(answer)).toEqual([401, 1006]);
      expect(envelopeOf(answer).Message).toContain('[127.0.0.1]');
    }
    expect(outcome(await ask('/visit/get', '10.0.0.1:99'))).toEqual([400, 1002]);
    expect(outcome(await ask('/visit/get', '172.16.0.1:99'))).toEqual([401, 1006]);
  });

  it('the proxy itself, where it asks for health and numbers', async () => {
    for (const path of ['/health/ready', '/health/live', '/metrics']) {
      expect((await ask(path)).status).toBe(200);
      expect(outcome(await ask(path, 'unknown'))).toEqual([401, 1006]);
      expect(outcome(await ask(path, '172.16.0.1'))).toEqual([401, 1006]);
    }
  });

  it("nobody whom a trusted proxy does not name, where it is the user's own", async () => {
    const token = await open.token('elsewhere');
    const code = async (headers: Record<string, string>) =>
      outcome(await open.fetch('visit/get', { VisitId: randomUUID() }, { token, headers }));
    expect(await code({})).toEqual([401, 1006]);
    expect(await code({ 'X-Forwarded-For': 'unknown' })).toEqual([401, 1006]);
    expect(await code({ 'X-Forwarded-For': '"10.0.0.1:99"' })).toEqual([404, 1540]);
  });
});

it('without a trusted proxy, no form of the header changes anything', async () => {
  const app = await TestApp.start({ RATE_POLICY: '3/1m' });
  try {
    const VisitId = await visitIn(app, 0, {}, 'guard');
    expect((await stored(app, VisitId)).history).toMatchObject([{ address: '127.0.0.1' }]);
    const log = logLinesOf(app);
    const codes: unknown[] = [];
    for (const forwarded of ['10.0.0.1', '"[2001:db8::1]:443"', 'unknown', '', '10.0.0.2, 127.0.0.1']) {
      const headers = { 'X-Forwarded-For': forwarded };
      codes.push(envelopeOf(await app.fetch('nothing', {}, { token: null, headers })).Code);
    }
    expect(codes.slice(-2)).toEqual([1008, 1008]);
    expect(new Set(log.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
  } finally {
    await app.stop();
  }
});
