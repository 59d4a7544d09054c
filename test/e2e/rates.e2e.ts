import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as open } from 'node:http';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { USER_CACHE_MS } from '../../src/auth/application/identify';
import { MemoryTokenStore, UserRow } from '../../src/auth';
import type { TestLogin } from '../support/seed';
import { type Settings, TestApp } from '../support/test-app';
import { newVisit } from '../support/visits';
import { type Answer, envelopeOf, formats } from '../support/wire';

const LIMIT = 20;
const REQUESTS = 60;
const unknownToken = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';

const codeIn = (answer: Answer) => envelopeOf(answer).Code;
const isOverRate = (answer: Answer) => answer.status === 401 && codeIn(answer) === 1008;

let app: TestApp;
const start = async (settings: Settings = {}): Promise<void> => {
  app = await TestApp.start({ RATE_POLICY: `${LIMIT}/1m`, TRUSTED_PROXIES: '127.0.0.1', ...settings });
};
afterEach(() => app.stop());

/** How many of so many requests, sent at once, were not refused by a rate. */
async function passed(send: () => Promise<Answer>, times = REQUESTS): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, send));
  return answers.filter(answer => !isOverRate(answer)).length;
}

/** Each with what it answers when it is not over the rate. */
const requests: Record<string, { status: number; send: (token: string | null) => Promise<Answer> }> = {
  'an action': { status: 404, send: token => app.fetch('visit/get', { VisitId: randomUUID() }, { token }) },
  'an unknown route': { status: 404, send: token => app.fetch('nothing', {}, { token }) },
  'a wrong verb': { status: 405, send: token => app.fetch('visit/end', {}, { token }) },
  'a disabled method': { status: 403, send: token => app.send('visit/stepOut', {}, { token }) },
  'an unreadable body': { status: 400, send: token => app.send('visit/end', '{', { token }) },
  'a body that is too large': {
    status: 413,
    send: token => app.send('visit/end', `"${'x'.repeat(20_000)}"`, { token }),
  },
  'another media type': {
    status: 415,
    send: token => app.send('visit/end', 'x', { token, headers: { 'Content-Type': 'text/plain' } }),
  },
  'a missing member': { status: 400, send: token => app.send('visit/end', {}, { token }) },
  'the XML Schema': { status: 200, send: token => app.fetch('schema.xsd', {}, { token }) },
  'the OpenAPI document': { status: 200, send: token => app.fetch('openapi.json', {}, { token }) },
  'Swagger UI': { status: 200, send: token => app.fetch('swagger/', {}, { token }) },
};
const kinds = Object.keys(requests);
const sendOne = (kind: string, token: string | null) => {
  const request = requests[kind];
  if (!request) throw new Error(kind);
  return request.send(token);
};

describe('the rate of a user', () => {
  beforeEach(() => start({ DISABLED_METHODS: 'visit/stepOut', BODY_LIMIT: '16kb' }));

  it.each(kinds)('counts %s', async kind => {
    const token = await app.token();
    const first = await sendOne(kind, token);
    expect(first.status).toBe(requests[kind]?.status);
    expect(await passed(() => sendOne(kind, token))).toBe(LIMIT - 1);
    const refused = await sendOne(kind, token);
    expect(envelopeOf(refused).Message).toBe('Request rate policy violated for [reception]');
    expect(refused.headers['retry-after']).toBe('60');
  });

  it('counts all kinds of requests and all tokens of the user together', async () => {
    const tokens = [await app.token(), await app.token(), await app.token()];
    let sent = 0;
    const send = () => sendOne(kinds[sent++ % kinds.length] ?? '', tokens[sent % tokens.length] ?? null);
    expect(await passed(send, 600)).toBe(LIMIT);
  });

  it('leaves that of the address alone, and of other users', async () => {
    const token = await app.token();
    await passed(() => sendOne('an unknown route', token));
    expect(await passed(() => sendOne('an unknown route', null))).toBe(LIMIT - 1);
    // A login is a request of the address, which has none left in this minute.
    app.clock.advance(60_000);
    const gate = await app.token('gate');
    expect(await passed(() => sendOne('an action', gate))).toBe(LIMIT);
  });

  it('counts a login that carries a live token', async () => {
    const token = await app.token();
    const again = () => app.send('login', { UserLogin: 'x', ApiKey: 'x' }, { token });
    expect(await passed(again)).toBe(LIMIT);
  });

  it('leaves health and numbers alone', async () => {
    const token = await app.token();
    for (const path of ['health/live', 'health/ready', 'metrics'])
      for (const sent of [token, null])
        expect(await passed(() => app.fetch(path, {}, { token: sent }))).toBe(60);
    expect(await passed(() => sendOne('an action', token))).toBe(LIMIT);
  });

  it.each(formats)('is answered in %s', async format => {
    const token = await app.token();
    await passed(() => sendOne('an action', token));
    const answer = await app.send('visit/create', newVisit(), { token, format });
    expect([answer.status, envelopeOf(answer).Code]).toEqual([401, 1008]);
    expect(answer.type).toContain(format);
  });
});

/** What a token says, when it is nobody's. */
const nobodys: Record<string, () => Promise<string | null>> = {
  none: () => Promise.resolve(null),
  'no GUID': () => Promise.resolve('x'),
  'one that nobody was given': () => Promise.resolve(unknownToken),
  'an expired one': async () => {
    const token = await app.token();
    app.clock.advance(60_000);
    return token;
  },
  'one of a user who was blocked since': async () => {
    const token = await app.token('gate');
    await change('gate', { blocked: true });
    return token;
  },
  'one that was got with the key before': async () => {
    const token = await app.token('gate');
    await change('gate', { keyDigest: 'e'.repeat(64) });
    return token;
  },
};

async function change(login: TestLogin, columns: Partial<UserRow>): Promise<void> {
  await app.database.write(manager => manager.update(UserRow, { login }, columns));
  app.clock.advance(USER_CACHE_MS);
}

describe('the rate of an address', () => {
  beforeEach(() => start({ LOGIN_RATE_POLICY: 'off' }));

  it.each(Object.keys(nobodys))('counts requests with this token: %s', async kind => {
    const token = (await nobodys[kind]?.()) ?? null;
    // Another address than the one that logged in.
    const headers = { 'X-Forwarded-For': '10.0.0.1' };
    const send = () => app.fetch('visit/get', { VisitId: randomUUID() }, { token, headers });
    expect(await passed(send, 600)).toBe(LIMIT);
    expect(envelopeOf(await send()).Message).toBe('Request rate policy violated for [10.0.0.1]');
    const elsewhere = await app.fetch('visit/get', {}, { token, headers: { 'X-Forwarded-For': '10.0.0.2' } });
    expect(isOverRate(elsewhere)).toBe(false);
  });

  it('is spent by the token of a blocked user, and that of the user is not', async () => {
    const token = await app.token('gate');
    const from = (address: string) => () =>
      app.fetch('visit/get', {}, { token, headers: { 'X-Forwarded-For': address } });
    await change('gate', { blocked: true });
    expect(await passed(from('10.0.0.1'))).toBe(LIMIT);
    await change('gate', { blocked: false });
    expect(await passed(from('10.0.0.1'))).toBe(LIMIT);
  });
});

describe('the rate of an IPv6 client', () => {
  const network = (n: number) => ({ 'X-Forwarded-For': `2001:db8:1:2:${n.toString(16)}::1` });
  let sent = 0;
  const ask = (headers = network(sent++)) => app.fetch('nothing', {}, { token: null, headers });
  // Each for another login: those of one are counted by themselves.
  const logIn = (headers = network(sent++)) =>
    app.send('login', { UserLogin: `x${sent}`, ApiKey: 'x' }, { token: null, headers });

  it('is that of its /64', async () => {
    await start();
    expect(await passed(ask)).toBe(LIMIT);
    const refused = await ask({ 'X-Forwarded-For': '2001:db8:1:2::77' });
    expect(envelopeOf(refused).Message).toBe('Request rate policy violated for [2001:db8:1:2::77]');
    expect(isOverRate(await ask({ 'X-Forwarded-For': '2001:db8:1:3::1' }))).toBe(false);
  });

  it('is that of its /64 for logins too', async () => {
    await start({ RATE_POLICY: 'off', LOGIN_RATE_POLICY: '3/1m' });
    expect(await passed(logIn)).toBe(3);
    expect(isOverRate(await logIn({ 'X-Forwarded-For': '2001:db8:1:3::1' }))).toBe(false);
  });

  it('has a prefix that can be set', async () => {
    await start({ RATE_IPV6_PREFIX: '128', LOGIN_RATE_POLICY: '3/1m' });
    expect(await passed(ask)).toBe(REQUESTS);
    expect(await passed(logIn)).toBe(REQUESTS);
  });

  it('is that of the IPv4 address, where that is written as IPv6', async () => {
    await start();
    const mapped = (n: number) => ({ 'X-Forwarded-For': n % 2 ? '::ffff:10.0.0.9' : '10.0.0.9' });
    expect(await passed(() => ask(mapped(sent++)))).toBe(LIMIT);
    expect(isOverRate(await ask({ 'X-Forwarded-For': '::ffff:10.0.0.8' }))).toBe(false);
  });
});

describe('whose request it is', () => {
  beforeEach(() => start());

  it('is looked up once, whatever the request', async () => {
    const token = await app.token();
    const find = jest.spyOn(app.app.get(MemoryTokenStore), 'find');
    for (const kind of kinds) await sendOne(kind, token);
    expect(find).toHaveBeenCalledTimes(kinds.length);
  });

  /** Sends a request whose body comes only when something has happened. */
  async function slowly(token: string, happens: () => Promise<void> | void): Promise<number | null> {
    const body = Buffer.from(JSON.stringify(newVisit()));
    const request = open({
      host: '127.0.0.1',
      port: app.port,
      path: `/visit/create?Token=${token}`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': body.length },
    });
    const begun = once(app.server, 'request');
    request.write(body.subarray(0, 1));
    await begun;
    // The token is looked up in the same turn of the loop.
    await app.fetch('visit/get', {}, { token });
    await happens();
    request.end(body.subarray(1));
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return (JSON.parse(await text(response)) as { Code?: number }).Code ?? null;
  }

  it('goes on when it expires, or is forgotten, while the body comes', async () => {
    for (const ms of [USER_CACHE_MS, 20_000, 3_600_000])
      expect(await slowly(await app.token(), () => app.clock.advance(ms))).toBeNull();
  });

  it('is refused when it had expired before the body came', async () => {
    const token = await app.token();
    app.clock.advance(20_000);
    expect(await slowly(token, () => app.clock.advance(USER_CACHE_MS))).toBe(1001);
  });

  it('is refused when its user is blocked or gets a new key while the body comes', async () => {
    expect(await slowly(await app.token('gate'), () => change('gate', { blocked: true }))).toBe(1000);
    const rotated = () => change('host', { keyDigest: 'e'.repeat(64) });
    expect(await slowly(await app.token('host'), rotated)).toBe(1000);
  });
});
