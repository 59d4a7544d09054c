import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { type LogLine, logLinesOf } from '../support/log-lines';
import { isInstalled, Proxy, type ProxyName } from '../support/proxies';
import { keys } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, stored } from '../support/visits';

/** The client has another address than the proxy: on Linux all of 127.0.0.0/8 is this machine. */
const client = '127.0.0.2';
const stranger = '127.0.0.3';

const proxies: ProxyName[] = ['Caddy', 'nginx'];
describe.each(proxies)('behind %s, as deploy/ has it', name => {
  const whereInstalled = isInstalled(name) ? it : it.skip;
  let app: TestApp;
  let proxy: Proxy;
  let log: LogLine[];
  beforeAll(async () => {
    if (!isInstalled(name)) return;
    // The proxy is on the list, as for its checks of health.
    app = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1', IP_FILTER: `127.0.0.1 ${client}` });
    proxy = await Proxy.start(name, app.port);
    log = logLinesOf(app);
    // Caddy takes no node in use before it has checked its health.
    for (let tries = 0; tries < 50; tries += 1) if ((await send('GET', '/health/live')).status === 200) break;
  }, 60_000);
  afterAll(async () => {
    if (!isInstalled(name)) return;
    await proxy.stop();
    await app.stop();
  });

  function send(
    verb: string,
    path: string,
    { from = client, headers = [], body = '' }: { from?: string; headers?: string[]; body?: string } = {},
  ): Promise<{ status: number; text: string }> {
    const lines = [
      `${verb} ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${proxy.port}`,
      'Connection: close',
      ...(body ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`] : []),
      ...headers,
    ];
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect({ port: proxy.port, host: '127.0.0.1', localAddress: from }, () =>
        socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`),
      );
      socket.on('data', chunk => (text += chunk.toString()));
      socket.on('close', () => resolve({ status: Number(text.split(' ')[1]), text }));
      socket.on('error', reject);
    });
  }

  const flood = Array.from({ length: 1000 }, () => 'd:');
  const lies = [
    '10.0.0.1',
    client,
    '"[2001:db8::1]:443"',
    'unknown',
    '',
    `${client}, 127.0.0.1`,
    'x'.repeat(1000),
  ];
  const forged = lies.map(lie => [`X-Forwarded-For: ${lie}`, `Forwarded: for=${lie}`, `X-Real-IP: ${lie}`]);
  const headers: [string, string[]][] = [
    ['no header of its own', []],
    ['1,000 header lines', flood],
    ['1,000 header lines and a forged one', [...flood, `X-Forwarded-For: ${client}`]],
    ['a forged one and 1,000 header lines', [`X-Forwarded-For: ${client}`, ...flood]],
    ['a forged header in two lines', [`X-Forwarded-For: ${client}`, `x-forwarded-for: 127.0.0.1`]],
    ['a header that asks to drop it', ['Connection: X-Forwarded-For', `X-Forwarded-For: ${client}`]],
    ...forged.map((lines, index): [string, string[]] => [`forged headers, no. ${index}`, lines]),
  ];

  whereInstalled.each(headers)('the filter judges the client, who sends %s', async (_, lines) => {
    const refused = await send('GET', '/visit/get', { from: stranger, headers: lines });
    const letIn = await send('GET', '/visit/get', { headers: lines });
    // Newer versions of nginx take no more than 1,000 header lines themselves.
    if (name === 'nginx' && lines.length >= 1000 && letIn.text.includes('Header Or Cookie Too Large')) {
      expect([refused.status, letIn.status]).toEqual([400, 400]);
      return;
    }
    expect([refused.status, refused.text]).toEqual([401, expect.stringContaining(`address [${stranger}]`)]);
    expect([letIn.status, letIn.text]).toEqual([400, expect.stringContaining('"Code":1002')]);
  });

  whereInstalled('history and log have the client, whatever it says', async () => {
    const VisitId = randomUUID();
    const made = await send('POST', `/visit/create?Token=${await tokenBehind()}`, {
      headers: [`X-Forwarded-For: ${stranger}`],
      body: JSON.stringify(newVisit({ VisitId })),
    });
    expect(made.status).toBe(200);
    expect((await stored(app, VisitId)).history).toMatchObject([{ address: client }]);
    expect(log.filter(({ action }) => action === 'visit/create')).toMatchObject([{ address: client }]);
  });

  whereInstalled('bodies up to the limit come through, and larger ones have our 413', async () => {
    const token = await tokenBehind();
    const ofBytes = (bytes: number) => {
      const body = JSON.stringify(newVisit({ Extra: '' }));
      return body.replace('"Extra":""', `"Extra":"${'x'.repeat(bytes - body.length)}"`);
    };
    const limit = 8 * 1_048_576;
    const path = `/visit/create?Token=${token}`;
    expect((await send('POST', path, { body: ofBytes(limit) })).status).toBe(200);
    const refused = await send('POST', path, { body: ofBytes(limit + 1) });
    expect(refused.status).toBe(413);
    expect(refused.text).toContain('"RequestId":"');
  });

  whereInstalled('its log has paths without queries, and no token', async () => {
    const token = randomUUID();
    await send('GET', `/visit/get?Token=${token}`, {
      headers: [`Authorization: Bearer ${token}`, `Referer: http://x/?Token=${token}`],
    });
    expect(proxy.logged).toContain('/visit/get');
    expect(proxy.logged).not.toContain(token);
    expect(proxy.logged).not.toContain('?');
  });

  whereInstalled.each(['/metrics', '/METRICS', '/metrics/', '//metrics', '/x/../metrics', '/%6detrics'])(
    'hides the numbers: %s',
    async path => {
      const answer = await send('GET', path);
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('gatehouse_');
    },
  );

  async function tokenBehind(): Promise<string> {
    const body = JSON.stringify({ UserLogin: 'reception', ApiKey: keys.reception });
    const { text } = await send('POST', '/login', { body });
    return /"Token":"([^"]+)"/.exec(text)?.[1] ?? '';
  }
});
