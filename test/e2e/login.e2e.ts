import { randomUUID } from 'node:crypto';
import { AdministerUsers, MemoryTokenStore } from '../../src/auth';
import { USER_CACHE_MS } from '../../src/auth/application/identify';
import { keys } from '../support/seed';
import { answerOf, TestApp } from '../support/test-app';
import { visitIn } from '../support/visits';
import { envelopeOf, formats, mediaTypes } from '../support/wire';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe('login', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const login = (body: object | string, format: 'json' | 'xml' = 'json') =>
    app.send('login', body, { format, token: null });
  const logIn = (UserLogin: string, ApiKey: string) => login({ UserLogin, ApiKey });
  /** Status and number of a request with this token: 404/1540 when it is let in. */
  const use = async (token: string) => {
    const answer = await app.fetch('visit/get', { VisitId: randomUUID() }, { token });
    return [answer.status, envelopeOf(answer).Code];
  };
  const letIn = [404, 1540];

  it.each(formats)('answers a token, its life and its end in %s', async format => {
    const answer = await login({ Result: 7, UserLogin: 'reception', ApiKey: keys.reception }, format);

    expect(answer.status).toBe(200);
    expect(answer.type).toBe(`${mediaTypes[format]}; charset=utf-8`);
    expect(Object.keys(answer.body)).toEqual(['Token', 'ExpireInSec', 'ExpireDate']);
    expect(answer.body).toMatchObject({ ExpireInSec: 20, ExpireDate: '2026-11-23T09:00:20.000Z' });
    expect(answer.body.Token).toMatch(guid);
  });

  it('a token lives for 20 seconds, is then expired for 10 minutes, and then unknown', async () => {
    const token = await app.token();
    app.clock.advance(19_999);
    expect(await use(token)).toEqual(letIn);
    app.clock.advance(1);
    expect(await use(token)).toEqual([401, 1001]);
    app.clock.advance(599_999);
    expect(await use(token)).toEqual([401, 1001]);
    app.clock.advance(1);
    expect(await use(token)).toEqual([401, 1000]);
  });

  it('use does not lengthen the life of a token', async () => {
    const token = await app.token();
    for (let second = 0; second < 19; second += 1) {
      app.clock.advance(1000);
      expect(await use(token)).toEqual(letIn);
    }
    app.clock.advance(1000);
    expect(await use(token)).toEqual([401, 1001]);
  });

  it.each([3_600_000, -86_400_000])(
    'a jump of the wall clock by %i ms ends no token and saves none',
    async ms => {
      const token = await app.token();
      app.clock.jump(ms);
      expect(await use(token)).toEqual(letIn);
      app.clock.advance(20_000);
      expect(await use(token)).toEqual([401, 1001]);
    },
  );

  it('the life of a token is a setting', async () => {
    const short = await TestApp.start({ TOKEN_TTL_SECONDS: '5' });
    try {
      const answer = await short.send('login', { UserLogin: 'gate', ApiKey: keys.gate }, { token: null });
      expect(answer.body.ExpireInSec).toBe(5);
      short.clock.advance(5000);
      const query = { VisitId: randomUUID() };
      expect(envelopeOf(await short.fetch('visit/get', query, { token: answer.body.Token })).Code).toBe(1001);
    } finally {
      await short.stop();
    }
  });

  it('every login gives a new token, and all of them live', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => app.token()));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(await use(token)).toEqual(letIn);
  });

  it('one token serves many requests at once', async () => {
    const token = await app.token();
    const answers = await Promise.all(Array.from({ length: 50 }, () => use(token)));
    expect(answers.every(answer => answer[1] === 1540)).toBe(true);
  });

  it('a token is taken in capitals and in braces', async () => {
    const token = await app.token();
    for (const shape of [token.toUpperCase(), `{${token}}`]) expect(await use(shape)).toEqual(letIn);
    for (const shape of [
      `{${token}`,
      `${token}}`,
      `(${token})`,
      token.replaceAll('-', ''),
      ` ${token}`,
      '',
    ]) {
      expect(await use(shape)).toEqual([400, 1002]);
    }
  });

  describe('Authorization', () => {
    const get = async (authorization: string, token?: string) => {
      const request = app.get('/visit/get').query({ VisitId: randomUUID(), ...(token && { Token: token }) });
      const answer = answerOf(await request.set('Authorization', authorization));
      return [answer.status, envelopeOf(answer).Code];
    };

    it('carries the token as well', async () => {
      const token = await app.token();
      expect(await get(`Bearer ${token}`)).toEqual(letIn);
      expect(await get(`bearer {${token.toUpperCase()}}`)).toEqual(letIn);
    });

    it('must agree with the query when both are sent', async () => {
      const [token, other] = [await app.token(), await app.token()];
      expect(await get(`Bearer ${token}`, `{${token}}`)).toEqual(letIn);
      expect(await get(`Bearer ${token}`, other)).toEqual([400, 1002]);
      expect(await get('Bearer nonsense', token)).toEqual([400, 1002]);
      expect(await get(`Bearer ${token} ${token}`, token)).toEqual([400, 1002]);
      expect(await get(`Bearer ${token}`, 'nonsense')).toEqual([400, 1002]);
    });

    it('of another kind is no token', async () => {
      const token = await app.token();
      expect(await get(`Basic ${token}`)).toEqual([400, 1002]);
      expect(await get('Bearer ')).toEqual([400, 1002]);
      expect(await get(`Basic ${token}`, token)).toEqual(letIn);
    });
  });

  it.each<[string, string, string, number]>([
    ['an unknown login', 'somebody', keys.reception, 1003],
    ['a login in another case', 'Reception', keys.reception, 1003],
    ['a blocked user with the right key', 'blocked', keys.blocked, 1003],
    ['a blocked user with a wrong key', 'blocked', keys.gate, 1003],
    ['the key of somebody else', 'reception', keys.gate, 1004],
    ['a key that is no base64', 'reception', 'ключ', 1004],
    ['an injection', "reception' OR '1'='1", "' OR '1'='1", 1003],
    ['a name that every object has', '__proto__', 'constructor', 1003],
  ])('%s is refused', async (_, UserLogin, ApiKey, number) => {
    const answer = await logIn(UserLogin, ApiKey);
    expect([answer.status, envelopeOf(answer).Code]).toEqual([401, number]);
    expect(answer.text).not.toContain(ApiKey);
  });

  it.each<[object | string, string[]]>([
    [{}, ['UserLogin', 'ApiKey']],
    [{ UserLogin: '', ApiKey: '' }, ['UserLogin', 'ApiKey']],
    [{ UserLogin: 'reception', ApiKey: null }, ['ApiKey']],
    [{ UserLogin: ['reception'], ApiKey: { a: 1 } }, ['UserLogin', 'ApiKey']],
    [{ UserLogin: 5, ApiKey: true }, ['UserLogin', 'ApiKey']],
    ['[]', ['']],
  ])('1002: %j', async (body, fields) => {
    const answer = await login(body);
    expect([answer.status, envelopeOf(answer).Code]).toEqual([400, 1002]);
    expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(fields);
  });

  it('members are read in any case', async () => {
    const answer = await login({ userlogin: 'reception', APIKEY: keys.reception });
    expect(answer.status).toBe(200);
  });

  it('asks neither the filter nor the rate of the user', async () => {
    expect((await logIn('elsewhere', keys.elsewhere)).status).toBe(200);
    for (let count = 0; count < 5; count += 1) expect((await logIn('slow', keys.slow)).status).toBe(200);
  });

  it('a blocked user is out half a second later, and back with a new token at once when unblocked', async () => {
    const token = await app.token('gate');
    const users = app.app.get(AdministerUsers);
    expect(await use(token)).toEqual(letIn);
    await users.block('gate');
    app.clock.advance(USER_CACHE_MS);
    expect(await use(token)).toEqual([401, 1000]);
    expect(envelopeOf(await logIn('gate', keys.gate)).Code).toBe(1003);
    await users.unblock('gate');
    expect(await use(await app.token('gate'))).toEqual(letIn);
  });

  it('a new key ends the tokens of the old one half a second later', async () => {
    const token = await app.token('gate');
    const key = (await app.app.get(AdministerUsers).rotateKey('gate')) ?? '';
    app.clock.advance(USER_CACHE_MS);
    expect(await use(token)).toEqual([401, 1000]);
    expect(envelopeOf(await logIn('gate', keys.gate)).Code).toBe(1004);
    expect((await logIn('gate', key)).status).toBe(200);
  });

  it('a privilege that is taken away is gone half a second later', async () => {
    const token = await app.token('gate');
    const VisitId = await visitIn(app, 0);
    const get = async () => envelopeOf(await app.fetch('visit/get', { VisitId }, { token })).Code;
    expect(await get()).toBeNull();
    await app.changeUser('gate', { privileges: {} });
    expect(await get()).toBe(1516);
  });

  it('neither key nor token is in the data', async () => {
    const token = await app.token();
    await visitIn(app, 7);
    const tables = await app.database.read(manager => manager.query<object[]>('SELECT * FROM "user"'));
    const data = JSON.stringify(tables);
    expect(data).not.toContain(keys.reception);
    expect(data).not.toContain(token);
  });

  it('holds 100,000 tokens at most: who has most loses the oldest', async () => {
    const store = app.app.get(MemoryTokenStore);
    const [first, second] = [await app.token(), await app.token()];
    for (let count = store.size; count < 100_000; count += 1)
      await store.issue({ userId: `user ${count % 200}`, keyDigest: 'x' });
    expect(await use(first)).toEqual(letIn);
    await app.token();
    expect(store.size).toBe(100_000);
    for (const token of [first, second]) expect(await use(token)).toEqual(letIn);
  });
});

describe('the rate of logins', () => {
  it('is one per address, whoever logs in, and leaves tokens that live alone', async () => {
    const app = await TestApp.start({ LOGIN_RATE_POLICY: '3/1m', TRUSTED_PROXIES: '127.0.0.1' });
    try {
      const from = (address: string, UserLogin: string) =>
        app.send(
          'login',
          { UserLogin, ApiKey: keys.reception },
          { token: null, headers: { 'X-Forwarded-For': address } },
        );
      const { body } = await from('10.0.0.1', 'reception');
      expect(envelopeOf(await from('10.0.0.1', 'nobody')).Code).toBe(1004);
      expect(envelopeOf(await from('10.0.0.1', 'somebody')).Code).toBe(1003);
      app.clock.advance(500);
      const refused = await from('10.0.0.1', 'reception');
      expect([refused.status, envelopeOf(refused).Code]).toEqual([401, 1008]);
      expect(envelopeOf(refused).Message).toBe('Request rate policy violated for [10.0.0.1]');
      expect(refused.headers['retry-after']).toBe('60');
      expect((await from('10.0.0.2', 'reception')).status).toBe(200);
      const used = await app.fetch(
        'visit/get',
        { VisitId: randomUUID() },
        { token: body.Token, headers: { 'X-Forwarded-For': '10.0.0.1' } },
      );
      expect(envelopeOf(used).Code).toBe(1540);
      app.clock.advance(59_500);
      expect((await from('10.0.0.1', 'reception')).status).toBe(200);
    } finally {
      await app.stop();
    }
  });
});

describe.each(formats)('refused logins of one account, in %s', format => {
  let app: TestApp;
  let sent = 0;
  beforeEach(async () => {
    app = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
    sent = 0;
  });
  afterEach(() => app.stop());

  /** From another address each time. */
  const logIn = (UserLogin: string, ApiKey: string) => {
    sent += 1;
    const headers = { 'X-Forwarded-For': `10.0.${sent >> 8}.${sent & 255}` };
    return app.send('login', { UserLogin, ApiKey }, { token: null, format, headers });
  };
  const refuse = async (login: string, times: number) => {
    const codes: (number | null)[] = [];
    for (let time = 0; time < times; time += 1) codes.push(envelopeOf(await logIn(login, 'wrong')).Code);
    return codes;
  };

  it.each([
    ['reception', 1004],
    ['nobody at all', 1003],
    ['blocked', 1003],
  ])('tell no more of %s after twenty in a minute, from wherever', async (login, code) => {
    const codes = await refuse(login, 30);
    expect(codes).toEqual([...Array<number>(20).fill(code), ...Array<number>(10).fill(1008)]);
    const answer = await logIn(login, 'wrong');
    expect(envelopeOf(answer).Message).toBe('Request rate policy violated for [10.0.0.31]');
    expect(answer.headers['retry-after']).toBe('60');
    app.clock.advance(60_000);
    expect(await refuse(login, 1)).toEqual([code]);
  });

  it('lock nobody out: the right key lets in, and other logins are told as before', async () => {
    await refuse('reception', 30);
    expect((await logIn('reception', keys.reception)).status).toBe(200);
    expect(await refuse('gate', 1)).toEqual([1004]);
  });
});
