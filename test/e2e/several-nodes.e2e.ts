import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { UserRow } from '../../src/auth';
import { digestedKey, RedisConnection } from '../../src/redis';
import { describeWithRedis, RedisProxy, TestRedis } from '../support/redis';
import { keys } from '../support/seed';
import { type Settings, TestApp } from '../support/test-app';
import { newVisit } from '../support/visits';
import { type Answer, envelopeOf, formats } from '../support/wire';

const refusal = (answer: Answer) => [answer.status, envelopeOf(answer).Code];
const letIn = [404, 1540];

/** What a token is good for at a node: a visit that is not there is told to those who are let in alone. */
const use = async (node: TestApp, token: string) =>
  refusal(await node.fetch('visit/get', { VisitId: randomUUID() }, { token }));

const logIn = (node: TestApp, headers: Record<string, string> = {}) =>
  node.send('login', { UserLogin: 'reception', ApiKey: keys.reception }, { token: null, headers });

describeWithRedis('two nodes on one Redis', () => {
  let redis: TestRedis;
  let nodes: TestApp[];

  async function start(settings: Settings = {}): Promise<[TestApp, TestApp]> {
    const both: [TestApp, TestApp] = [
      await TestApp.start({ ...redis.settings(), ...settings }),
      await TestApp.start({ ...redis.settings(), ...settings }),
    ];
    nodes.push(...both);
    return both;
  }

  beforeEach(() => {
    redis = new TestRedis();
    nodes = [];
  });
  afterEach(async () => {
    for (const node of nodes) await node.stop();
    await redis.close();
  });

  it('let a token of one in at the other, and end it at both', async () => {
    const [a, b] = await start();
    const token = await a.token();
    expect([await use(a, token), await use(b, token)]).toEqual([letIn, letIn]);
    await redis.advance(20_000);
    for (const node of [a, b]) expect(await use(node, token)).toEqual([401, 1001]);
    await redis.advance(600_000);
    for (const node of [a, b]) expect(await use(node, token)).toEqual([401, 1000]);
  });

  it('refuse a token that was written into Redis, by whatever was there to be read', async () => {
    const [a, b] = await start();
    const [own, others] = [await a.token('gate'), await b.token()];
    const forged = randomUUID();
    const ownRecord = await redis.get(digestedKey('token', own));
    const othersRecord = await redis.get(digestedKey('token', others));
    const [othersId = ''] = othersRecord.split(' ');
    const { keyDigest } = await a.database.read(manager =>
      manager.findOneByOrFail(UserRow, { id: othersId }),
    );
    for (const record of [ownRecord, othersRecord, `${othersId} ${ownRecord.split(' ')[1]}`, othersId, ''])
      for (const token of [forged, own].filter(each => each !== own || record !== ownRecord)) {
        await redis.set(digestedKey('token', token), record);
        for (const node of [a, b]) expect(await use(node, token)).toEqual([401, 1000]);
      }
    expect(`${ownRecord}${othersRecord}`).not.toContain(keyDigest);
    await redis.set(digestedKey('token', own), ownRecord);
    for (const node of [a, b]) expect(await use(node, own)).toEqual(letIn);
  });

  it('count the requests of a user together', async () => {
    const [a, b] = await start({ RATE_POLICY: '10/1m' });
    const [one, other] = [await a.token(), await b.token()];
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => use(n % 2 ? a : b, n % 3 ? one : other)),
    );
    expect(answers.filter(([, code]) => code === 1540)).toHaveLength(10);
    expect(answers.filter(([status, code]) => status === 401 && code === 1008)).toHaveLength(20);
    expect((await use(a, await b.token('gate')))[1]).toBe(1540);
    await redis.advance(60_000);
    expect((await use(b, await a.token()))[1]).toBe(1540);
  });

  it('ask Redis twice for a request: for its token, and to count it', async () => {
    const [a] = await start({ RATE_POLICY: '1000/1m' });
    const token = await a.token();
    const run = jest.spyOn(RedisConnection.prototype, 'run');
    try {
      expect(await use(a, token)).toEqual(letIn);
      expect(run).toHaveBeenCalledTimes(2);
    } finally {
      run.mockRestore();
    }
  });

  it('slow refused logins of one account together, and lock nobody out', async () => {
    const both = await start();
    const refused: (number | null)[] = [];
    for (let n = 0; n < 25; n += 1)
      refused.push(
        envelopeOf(
          await both[n % 2 ? 1 : 0].send('login', { UserLogin: 'gate', ApiKey: 'x' }, { token: null }),
        ).Code,
      );
    expect(refused).toEqual([...Array<number>(20).fill(1004), ...Array<number>(5).fill(1008)]);
    expect(await use(both[1], await both[0].token('gate'))).toEqual(letIn);
  });

  it('count the logins of an address together', async () => {
    const [a, b] = await start({ LOGIN_RATE_POLICY: '5/1m', TRUSTED_PROXIES: '127.0.0.1' });
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => logIn(n % 2 ? a : b, from('10.0.0.1'))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = await logIn(a, from('10.0.0.1'));
    expect([...refusal(refused), refused.headers['retry-after']]).toEqual([401, 1008, '60']);
    expect((await logIn(b, from('10.0.0.2'))).status).toBe(200);
  });

  it.each(formats)('look at five wrong entry codes together, in %s', async format => {
    const both = await start();
    const VisitId = randomUUID();
    const codes: string[] = [];
    for (const node of both) {
      await node.send('visit/create', newVisit({ VisitId }));
      const { body } = await node.fetch('visit/getIdentifierEntryCode', { VisitId });
      codes.push(body.IdentifierEntryCode ?? '');
    }
    const wrong = ['000000', '000001', '000002'].find(code => !codes.includes(code));
    const guess = async (n: number) =>
      envelopeOf(
        await both[n % 2 ? 1 : 0].send('visit/verify', { VisitId, Method: 1, EntryCode: wrong }, { format }),
      ).Code;
    const seen: (number | null)[] = [];
    for (let n = 0; n < 6; n += 1) seen.push(await guess(n));
    expect(seen).toEqual([9106, 9106, 9106, 9106, 9106, 1008]);
    await redis.advance(60_000);
    // The tokens that the nodes were given have expired meanwhile.
    for (const node of both) node.clock.advance(60_000);
    expect([await guess(0), await guess(1)]).toEqual([9106, 9106]);
  });

  it('ask for a new login when Redis has forgotten everything, and for no more', async () => {
    const [a, b] = await start();
    const token = await a.token('slow');
    const seen = [await use(a, token), await use(b, token), await use(a, token)];
    expect(seen).toEqual([letIn, letIn, [401, 1008]]);
    await redis.clear();
    for (const node of [a, b]) expect(await use(node, token)).toEqual([401, 1000]);
    expect(await use(b, await a.token('slow'))).toEqual(letIn);
  });
});

describeWithRedis('a node whose Redis is away', () => {
  let redis: TestRedis;
  let proxy: RedisProxy;
  let node: TestApp;
  const told = { away: jest.spyOn(Logger.prototype, 'error'), back: jest.spyOn(Logger.prototype, 'log') };

  beforeEach(async () => {
    redis = new TestRedis();
    proxy = await RedisProxy.start();
    for (const spy of Object.values(told)) spy.mockClear();
  });
  afterEach(async () => {
    await node.stop();
    await proxy.stop();
    await redis.close();
  });

  const readiness = async () => {
    const { status, body } = await node.fetch('health/ready', {}, { token: null });
    return [status, (body.details as { redis?: { status: string } }).redis?.status];
  };

  /** Waits for at most 5 s, within which it has to heal. */
  async function untilReady(): Promise<void> {
    for (let round = 0; (await readiness())[0] !== 200; round += 1) {
      if (round === 250) throw new Error('not ready');
      await wait(20);
    }
  }

  /** What the log has, apart from the one line that every request has. */
  const linesOf = (spy: jest.SpyInstance) =>
    spy.mock.calls
      .map(([line]) => line as { msg?: string })
      .filter(({ msg }) => msg !== undefined && msg !== 'request');
  const outage = () => ({ away: linesOf(told.away), back: linesOf(told.back) });
  const toldOnce = {
    away: [
      {
        msg: expect.stringMatching(/^redis is unavailable: .*REDIS_URL/) as string,
        reason: expect.any(String) as string,
      },
    ],
    back: [{ msg: 'redis is back' }],
  };

  /** Nobody is let in, and each is answered as the contract has it. */
  async function expectClosed(token: string): Promise<void> {
    expect(await readiness()).toEqual([503, 'down']);
    expect(refusal(await logIn(node))).toEqual([500, null]);
    expect(await use(node, token)).toEqual([500, null]);
    for (const format of formats) {
      const ended = await node.send('visit/end', { VisitId: randomUUID(), Reason: '' }, { token, format });
      expect(refusal(ended)).toEqual([500, null]);
    }
    expect((await node.fetch('health/live', {}, { token: null })).status).toBe(200);
    const { text } = await node.fetch('metrics', {}, { token: null });
    expect(text).toContain('gatehouse_redis_up 0');
    expect(text).not.toContain('gatehouse_tokens');
  }

  it('that refuses, lets nobody in, and everybody when it is back, with their tokens', async () => {
    node = await TestApp.start({ ...redis.settings(proxy), RATE_POLICY: '1000/1s' });
    const token = await node.token();
    expect(await readiness()).toEqual([200, 'up']);
    await proxy.refuse();
    await expectClosed(token);
    proxy = await RedisProxy.start(proxy.port);
    await untilReady();
    expect(await use(node, token)).toEqual(letIn);
    expect((await logIn(node)).status).toBe(200);
    expect(outage()).toEqual(toldOnce);
  });

  it('that is frozen, answers all the same, and lets in when it is thawed', async () => {
    node = await TestApp.start(redis.settings(proxy));
    const token = await node.token();
    proxy.freeze();
    await expectClosed(token);
    proxy.thaw();
    await untilReady();
    expect(await use(node, token)).toEqual(letIn);
    expect(outage()).toEqual(toldOnce);
  });

  it.each(['refuses', 'is frozen'])('that %s from the start, starts, is not ready, and heals', async how => {
    if (how === 'refuses') await proxy.refuse();
    else proxy.freeze();
    node = await TestApp.start(redis.settings(proxy));
    await expectClosed(randomUUID());
    if (how === 'refuses') proxy = await RedisProxy.start(proxy.port);
    else proxy.thaw();
    await untilReady();
    expect(await use(node, await node.token())).toEqual(letIn);
    expect(outage()).toEqual(toldOnce);
  });

  it('is not asked of a refused address, which has its own number', async () => {
    node = await TestApp.start({ ...redis.settings(proxy), IP_FILTER: '10.0.0.0/8' });
    await proxy.refuse();
    expect(refusal(await logIn(node))).toEqual([401, 1006]);
  });
});
