import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { type ServiceProcess, Workplace } from '../recipes/service-process';
import { buildService } from '../support/built-service';

const nasty: readonly (readonly [name: string, text: string])[] = [
  ['a line feed', 'x\n{"level":"info","msg":"forged"}'],
  ['a carriage return', 'x\r\n{"level":"info","msg":"forged"}'],
  ['a colour', '\u001b[31mforged\u001b[0m'],
  ['a piece of JSON', '","user":"forged","x":"'],
  ['a line separator', 'x\u2028forged\u2029forged'],
  ['NUL', 'x\u0000forged'],
  ['10 kB', 'forged'.repeat(1600)],
];
/** A login that may be given to a user. */
const forgedLogin = '","user":"forged","x":"';
const wrongKey = Buffer.alloc(16, 7).toString('base64');

interface Line {
  level: string;
  msg: string;
  requestId: string;
  address: string;
  user: string | null;
  action: string | null;
  verb: string;
  status: number;
  errorCode: string | null;
  error: number | null;
}

const service = buildService();
const workplace = new Workplace(service.main);
const agent = new Agent({ keepAlive: true });
let url: string;
let running: ServiceProcess;
let sent = 0;
beforeAll(async () => {
  await workplace.prepare();
  running = workplace.start({ LOG_LEVEL: 'trace', LOG_FORMAT: 'json' });
  url = await running.url();
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await workplace.clear();
  service.remove();
});

/** As bytes go: `fetch` would not send what is sent here. */
function send(
  method: string,
  path: string,
  body = '',
  headers: Record<string, string> = {},
): Promise<{ status: number; id: string; text: string }> {
  sent += 1;
  return new Promise((resolve, reject) => {
    const type = body ? { 'Content-Type': 'application/json' } : {};
    const call = request(`${url}${path}`, { method, agent, headers: { ...type, ...headers } }, response => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, id: String(response.headers['x-request-id']), text });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

const logIn = (UserLogin: string, ApiKey: string) =>
  send('POST', '/login', JSON.stringify({ UserLogin, ApiKey }));

/** Adds a user with the key and the rights of `admin`, but for these columns. @returns a token */
async function userLike(login: string, columns: Record<string, string>): Promise<string> {
  const names = ['rate_policy', 'ip_filter'].map(name => (name in columns ? `'${columns[name]}'` : name));
  await workplace.query(
    `INSERT INTO user (id, login, key_digest, blocked, rate_policy, ip_filter, privileges, record_permissions,
       created_at, updated_at)
     SELECT ?, ?, key_digest, blocked, ${names.join(', ')}, privileges, record_permissions, created_at, updated_at
     FROM user WHERE login = 'admin'`,
    [login, login],
  );
  const { text } = await logIn(login, workplace.adminKey);
  return (JSON.parse(text) as { Token: string }).Token;
}

it('has the line of a lone request while the service runs', async () => {
  const { id } = await send('GET', '/nothing');
  const endMs = performance.now() + 5000;
  while (!running.stderr.includes(id) && performance.now() < endMs)
    await new Promise(resolve => setImmediate(resolve));
  expect(running.stderr).toContain(id);
}, 60_000);

const sha256 = (text: string, encoding: 'hex' | 'base64') =>
  createHash('sha256').update(text).digest(encoding);

it('has one line of JSON for each request, whatever it holds, and never a token, a key or a body', async () => {
  const key = workplace.adminKey;
  const loggedIn = await logIn('admin', key);
  const { Token } = JSON.parse(loggedIn.text) as { Token: string };
  const failed = await logIn('admin', wrongKey);
  const unknown = await logIn('stranger', key);
  const lost = await send(
    'POST',
    `/visit/end?Token=${Token}`,
    JSON.stringify({ VisitId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', Reason: 'body-canary' }),
  );
  const asLimited = await userLike('limited', { rate_policy: '1/1m' });
  await send('GET', `/visit/get?Token=${asLimited}`);
  const limited = await send('GET', `/visit/get?Token=${asLimited}`);
  const asOutside = await userLike('outside', { ip_filter: '10.0.0.0/8' });
  const outside = await send('GET', `/visit/get?Token=${asOutside}`);
  await workplace.query(`UPDATE user SET login = ? WHERE login = 'admin'`, [forgedLogin]);
  const named = await logIn(forgedLogin, key);
  await workplace.query(`UPDATE user SET login = 'admin' WHERE login = ?`, [forgedLogin]);
  const forgedToken = await send('POST', '/visit/end?Token=3f2504e0-4f89-41d3-9a0c-0305e82c3301', '{}');
  for (const [, text] of nasty) {
    const encoded = encodeURIComponent(text);
    await send('GET', `/${encoded}?Token=${Token}`);
    await send('GET', `/visit/get?Token=${Token}&VisitId=${encoded}`);
    await send('GET', `/visit/get?Token=${encoded}`);
    await send('POST', `/visit/end?Token=${Token}`, `{"body-canary":${JSON.stringify(text)}`);
    await send('POST', `/visit/end?Token=${Token}`, JSON.stringify({ VisitId: text, Reason: text }));
    await logIn(text, key);
    // Node itself lets no control character into a header; a peer would not ask it.
    await send('GET', '/visit/get', '', {
      'X-Request-Id': text.replace(/[^ -~]/g, '').slice(0, 200),
      Authorization: `Bearer ${Token}`,
      Referer: `${url}/?Token=${Token}`,
      'User-Agent': text.replace(/[^ -~]/g, ''),
    });
  }
  await running.end();

  const lines = running.stderr.trimEnd().split('\n');
  const parsed = lines.map(line => JSON.parse(line) as Line);
  const requests = parsed.filter(({ msg }) => msg === 'request');
  expect(requests).toHaveLength(sent);
  expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(8192);

  const second = (JSON.parse(named.text) as { Token: string }).Token;
  const credentials = [Token, asLimited, asOutside, second, key, wrongKey];
  const secrets = [
    ...credentials.flatMap(secret => [secret, encodeURIComponent(secret)]),
    ...credentials.flatMap(secret => [sha256(secret, 'hex'), sha256(secret, 'base64')]),
    'body-canary',
    'forged"}',
    '\u001b',
    '\u2028',
  ];
  for (const secret of secrets) expect([secret, running.stderr.includes(secret)]).toEqual([secret, false]);

  const lineOf = (id: string) => requests.find(({ requestId }) => requestId === id);
  const address = '127.0.0.1';
  expect(lineOf(loggedIn.id)).toMatchObject({ user: 'admin', address, action: 'login', error: null });
  expect(lineOf(named.id)).toMatchObject({ user: forgedLogin, address, action: 'login', status: 200 });
  expect(lineOf(outside.id)).toMatchObject({ user: 'outside', address, action: 'visit/get', error: 1006 });
  expect(lineOf(failed.id)).toMatchObject({ user: 'admin', address, action: 'login', error: 1004 });
  expect(lineOf(unknown.id)).toMatchObject({ address, action: 'login', error: 1003 });
  expect(lineOf(lost.id)).toMatchObject({ user: 'admin', address, action: 'visit/end', error: 1540 });
  // Refused before a route is looked for.
  expect(lineOf(limited.id)).toMatchObject({ user: 'limited', address, action: null, error: 1008 });
  expect(lineOf(forgedToken.id)).toMatchObject({ user: null, address, action: 'visit/end', error: 1000 });
}, 60_000);
