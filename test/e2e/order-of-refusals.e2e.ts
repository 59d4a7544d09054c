import { randomUUID } from 'node:crypto';
import { expired } from '../support/licences';
import { whileLocked } from '../support/storage';
import { type Settings, type SettingsIn, TestApp } from '../support/test-app';
import { end, newVisit, visitIn } from '../support/visits';
import { type Answer, envelopeOf } from '../support/wire';

const unknownToken = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const text = { headers: { 'Content-Type': 'text/plain' } };

/** Runs with an app of these settings. */
async function withApp(
  settings: Settings | SettingsIn,
  work: (app: TestApp) => Promise<void>,
): Promise<void> {
  const app = await TestApp.start(settings);
  try {
    await work(app);
  } finally {
    await app.stop();
  }
}

function refused(answer: Answer): [number, number | null] {
  return [answer.status, envelopeOf(answer).Code];
}

/** Of each pair, the request has both faults; the steps are those of docs/api-guide.md. */
describe('of two faults, the earlier step is answered:', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({
      DISABLED_METHODS: 'visit/stepOut',
      BODY_LIMIT: '16kb',
      TRUSTED_PROXIES: '127.0.0.1',
    });
  });
  afterAll(() => app.stop());

  const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });

  it('1 before 2: service-wide filter, rate of the address', () =>
    withApp({ IP_FILTER: '10.0.0.0/8', RATE_POLICY: '1/1m' }, async closed => {
      for (let count = 0; count < 3; count += 1) {
        expect(refused(await closed.fetch('visit/get', {}, { token: null }))).toEqual([401, 1006]);
      }
    }));

  it('2 before 3: rate of the user, unknown route and wrong verb', async () => {
    const ask = (path: string) => app.fetch(path, {}, { as: 'slow' });
    expect(refused(await ask('nothing'))).toEqual([404, null]);
    expect(refused(await ask('visit/end'))).toEqual([405, null]);
    expect(refused(await ask('nothing'))).toEqual([401, 1008]);
    expect(refused(await ask('visit/end'))).toEqual([401, 1008]);
  });

  it('2 before 4 and 5: rate of the user, disabled method, media type, size and syntax', () =>
    withApp({ RATE_POLICY: '1/1m', DISABLED_METHODS: 'visit/stepOut', BODY_LIMIT: '1kb' }, async limited => {
      const token = await limited.token();
      const ask = (action: string, body = '{', manner = {}) =>
        limited.send(action, body, { token, ...manner });
      expect(refused(await ask('visit/stepOut'))).toEqual([403, 9001]);
      expect(refused(await ask('visit/stepOut'))).toEqual([401, 1008]);
      expect(refused(await ask('visit/end'))).toEqual([401, 1008]);
      expect(refused(await ask('visit/end', '{', text))).toEqual([401, 1008]);
      expect(refused(await ask('visit/end', `"${'x'.repeat(2000)}"`))).toEqual([401, 1008]);
    }));

  it('2 before 6: rate of the address, every fault of a token', () =>
    withApp({ RATE_POLICY: '1/1m', LOGIN_RATE_POLICY: 'off' }, async limited => {
      expect(refused(await limited.fetch('visit/get', {}, { token: null }))).toEqual([400, 1002]);
      for (const token of [null, 'x', unknownToken])
        expect(refused(await limited.fetch('visit/get', {}, { token }))).toEqual([401, 1008]);
    }));

  it('2 before 3: rate of the address, unknown route and wrong verb', () =>
    withApp({ RATE_POLICY: '2/1m' }, async limited => {
      expect(refused(await limited.fetch('nothing', {}, { token: null }))).toEqual([404, null]);
      expect(refused(await limited.fetch('visit/end', {}, { token: null }))).toEqual([405, null]);
      expect(refused(await limited.fetch('nothing', {}, { token: null }))).toEqual([401, 1008]);
      expect(refused(await limited.fetch('visit/end', {}, { token: null }))).toEqual([401, 1008]);
    }));

  it('3 before 4 and 5: rate of logins, disabled method, bad body', () =>
    withApp({ LOGIN_RATE_POLICY: '1/1m', DISABLED_METHODS: 'login' }, async limited => {
      const login = () => limited.send('login', '{', { token: null, ...text });
      expect(refused(await login())).toEqual([403, 9001]);
      expect(refused(await login())).toEqual([401, 1008]);
    }));

  it('3 before 4: wrong verb, disabled method', async () => {
    const answer = await app.fetch('visit/stepOut', {}, { token: null });

    expect(refused(answer)).toEqual([405, null]);
    expect(answer.headers.allow).toBe('POST');
  });

  it.each([
    ['media type', 'x', text],
    ['size', `"${'x'.repeat(20_000)}"`, {}],
    ['syntax', '{', {}],
  ])('4 before 5: disabled method, %s', async (_, body, manner) => {
    expect(refused(await app.send('visit/stepOut', body, { token: null, ...manner }))).toEqual([403, 9001]);
  });

  it('within 5: media type, then size, then syntax', async () => {
    const large = `{${'x'.repeat(20_000)}`;
    expect(refused(await app.send('visit/end', large, text))).toEqual([415, null]);
    expect(refused(await app.send('visit/end', large))).toEqual([413, null]);
    expect(refused(await app.send('visit/end', '{'))).toEqual([400, 1002]);
  });

  it.each([
    ['no token', null],
    ['no GUID', 'x'],
    ['an unknown token', unknownToken],
  ])('5 before 6: media type, size and syntax, %s', async (_, token) => {
    const large = `{${'x'.repeat(20_000)}`;
    expect(refused(await app.send('visit/end', '{', { token, ...text }))).toEqual([415, null]);
    expect(refused(await app.send('visit/end', large, { token }))).toEqual([413, null]);
    const unreadable = await app.send('visit/end', '{', { token });
    expect(refused(unreadable)).toEqual([400, 1002]);
    // The body is at fault, and not the token.
    expect(envelopeOf(unreadable).Details.map(({ Field }) => Field)).toEqual(['']);
  });

  it('6 before 7: expired token, address and filter of the user', async () => {
    const tokens = [await app.token('elsewhere'), await app.token('unreadable')];
    app.clock.advance(20_000);
    for (const token of tokens) {
      expect(refused(await end(app, randomUUID(), { token }))).toEqual([401, 1001]);
    }
  });

  it('2 before 7: rate of the user, address of the user', async () => {
    const get = (address: string) =>
      app.fetch('visit/get', { VisitId: randomUUID() }, { as: 'strict', ...from(address) });
    expect(refused(await get('10.0.0.1'))).toEqual([404, 1540]);
    expect(refused(await get('192.168.0.1'))).toEqual([401, 1006]);
    expect(refused(await get('192.168.0.1'))).toEqual([401, 1008]);
    expect(refused(await get('10.0.0.1'))).toEqual([401, 1008]);
  });

  it('2 before 8: rate of the user, licence', () =>
    withApp(expired, async unlicensed => {
      const ask = () => end(unlicensed, randomUUID(), { as: 'slow' });
      expect(refused(await ask())).toEqual([403, 8]);
      expect(refused(await ask())).toEqual([403, 8]);
      expect(refused(await ask())).toEqual([401, 1008]);
    }));

  it('2 before 9: rate of the user, privilege', async () => {
    const ask = () => end(app, randomUUID(), { as: 'idle' });
    expect(refused(await ask())).toEqual([403, 1516]);
    expect(refused(await ask())).toEqual([403, 1516]);
    expect(refused(await ask())).toEqual([401, 1008]);
  });

  it('8 before 9 and 10: licence, privilege, members', () =>
    withApp(expired, async unlicensed => {
      expect(refused(await unlicensed.send('visit/end', {}, { as: 'nobody' }))).toEqual([403, 8]);
      expect(refused(await unlicensed.fetch('visit/get', {}, { as: 'nobody' }))).toEqual([403, 8]);
    }));

  it('9 before 10: privilege, members', async () => {
    expect(refused(await app.send('visit/end', {}, { as: 'nobody' }))).toEqual([403, 1516]);
    expect(refused(await app.send('visit/create', {}, { as: 'nobody' }))).toEqual([403, 9103]);
    expect(refused(await app.send('visit/check', {}, { as: 'nobody' }))).toEqual([403, 9104]);
    expect(refused(await app.fetch('visit/get', {}, { as: 'nobody' }))).toEqual([403, 1516]);
    expect(refused(await app.fetch('visit/getIdentifierEntryCode', {}, { as: 'nobody' }))).toEqual([
      403, 1141,
    ]);
    expect(refused(await app.send('visitor/createActivity', {}, { as: 'nobody' }))).toEqual([403, 9212]);
    expect(refused(await app.send('visitor/createActivity', {}, { as: 'registrar' }))).toEqual([403, 9213]);
  });

  it('10 before 12: members, a visit that is not there', async () => {
    expect(refused(await app.send('visit/end', { VisitId: randomUUID() }))).toEqual([400, 1002]);
    expect(refused(await app.send('visit/verify', { VisitId: randomUUID(), Method: 0 }))).toEqual([
      400, 1002,
    ]);
    const past = { VisitDate: '2020-01-01', VisitType: { Title: 'Spying' } };
    expect(refused(await app.send('visit/schedule', newVisit(past)))).toEqual([400, 1002]);
  });

  it('10 before 13 and 14: members, record permission, state', async () => {
    const VisitId = await visitIn(app, 7);
    expect(refused(await app.send('visit/end', { VisitId }, { as: 'host' }))).toEqual([400, 1002]);
  });

  it('12 before 13: who may touch nothing learns that a visit is not there', async () => {
    expect(refused(await end(app, randomUUID(), { as: 'host' }))).toEqual([404, 1540]);
  });

  it('12 before 14: a visit type that is not there, an id that is taken', async () => {
    const VisitId = await visitIn(app, 0);
    const again = newVisit({ VisitId, VisitType: { Title: 'Spying' } });
    expect(refused(await app.send('visit/create', again))).toEqual([404, 9201]);
  });

  it('13 before 14: record permission, state', async () => {
    const VisitId = await visitIn(app, 7);
    expect(refused(await end(app, VisitId, { as: 'host' }))).toEqual([403, 1537]);
    expect(refused(await app.send('visit/enter', { VisitId }, { as: 'host' }))).toEqual([403, 9105]);
  });

  it('14 before 15: state, storage', async () => {
    const VisitId = await visitIn(app, 0);
    await whileLocked(app, async () => {
      expect(refused(await end(app, VisitId))).toEqual([403, 1545]);
      expect(refused(await app.send('visit/enter', { VisitId }))).toEqual([403, 9102]);
    });
  });
});

/** One request with every fault there is, from which one after another is taken away. */
it('a request with every fault is refused by one step after another', async () => {
  const address = { headers: { 'X-Forwarded-For': '192.168.0.1' } };
  const good = { headers: { 'X-Forwarded-For': '10.0.0.1' } };
  const settings = { IP_FILTER: '10.0.0.0/8', TRUSTED_PROXIES: '127.0.0.1', BODY_LIMIT: '1kb' };
  await withApp(
    async folder => ({ ...settings, ...(await expired(folder)) }),
    async app => {
      const large = `{${'x'.repeat(2000)}`;
      const steps: [Answer, [number, number | null]][] = [
        [await app.send('visit/end', large, { token: null, ...address, ...text }), [401, 1006]],
        [await app.send('visit/ends', large, { token: null, ...good }), [404, null]],
        [await app.send('visit/get', large, { token: null, ...good }), [405, null]],
        [
          await app.send('visit/end', large, {
            token: null,
            headers: { ...good.headers, 'Content-Type': 'text/plain' },
          }),
          [415, null],
        ],
        [await app.send('visit/end', large, { token: null, ...good }), [413, null]],
        [await app.send('visit/end', '{', { token: null, ...good }), [400, 1002]],
        [await app.send('visit/end', '{}', { token: unknownToken, ...good }), [401, 1000]],
      ];
      for (const [answer, refusal] of steps) expect(refused(answer)).toEqual(refusal);
    },
  );
});
