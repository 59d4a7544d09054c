import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { statementsOf } from '../support/statements';
import { holdWriter, loseAnswers, untilWaiting, whileBroken, whileLocked } from '../support/storage';
import { onSqlite } from '../support/engine';
import { type Manner, TestApp } from '../support/test-app';
import { newVisit, rowCounts, visitIn } from '../support/visits';
import { type Answer, envelopeOf, formats, mediaTypes } from '../support/wire';

const day = 86_400_000;
const numberOf = (answer: Answer) => envelopeOf(answer).Code;
const isReplay = ({ headers }: Answer) => headers['idempotent-replayed'] === 'true';

describe.each(formats)('an Idempotency-Key in %s', format => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  const send = (action: string, body: object | string, key: string, manner: Manner = {}) =>
    app.send(action, body, { format, headers: { 'Idempotency-Key': key }, ...manner });

  /** That the second answer is the first one again, byte for byte, and that it changed nothing. */
  function expectReplayed(first: Answer, second: Answer): void {
    expect(isReplay(first)).toBe(false);
    expect(isReplay(second)).toBe(true);
    expect([second.status, second.type, second.text]).toEqual([first.status, first.type, first.text]);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  }

  it.each([
    ['visit/create', 0],
    ['visit/end', 5],
  ] as const)('gets the first answer of %s again, and nothing is done twice', async (action, state) => {
    const body =
      action === 'visit/create' ? newVisit() : { VisitId: await visitIn(app, state), Reason: 'left' };
    const first = await send(action, body, 'once');
    const rows = await rowCounts(app);
    const second = await send(action, body, 'once');
    expect(first.status).toBe(200);
    expectReplayed(first, second);
    expect(await rowCounts(app)).toEqual(rows);
  });

  it('gets a refusal that the action decided again, even when it would be decided otherwise now', async () => {
    const VisitId = await visitIn(app, 2);
    const body = { VisitId, Reason: 'left' };
    const first = await send('visit/end', body, 'early');
    for (const command of ['check', 'enter']) await app.send(`visit/${command}`, { VisitId });
    const second = await send('visit/end', body, 'early');
    expect([first.status, numberOf(first)]).toEqual([403, 1545]);
    expectReplayed(first, second);
    expect((await send('visit/end', body, 'another')).status).toBe(200);
  });

  it.each([
    [1540, 'visit/check', {}],
    [9101, 'visit/create', newVisit()],
    [9102, 'visit/enter', {}],
    [9105, 'visit/check', {}],
  ])('keeps %i', async (number, action, members) => {
    const VisitId = number === 1540 ? randomUUID() : await visitIn(app, 0);
    const manner: Manner = number === 9105 ? { as: 'guard' } : {};
    const first = await send(action, { ...members, VisitId }, 'kept', manner);
    expect(numberOf(first)).toBe(number);
    expectReplayed(first, await send(action, { ...members, VisitId }, 'kept', manner));
  });

  it('is refused for another body, and for another action', async () => {
    const VisitId = await visitIn(app, 2);
    const body = { VisitId };
    await send('visit/check', body, 'mine');
    const rows = await rowCounts(app);
    const other = await send('visit/check', { VisitId, Reason: 'again' }, 'mine');
    const elsewhere = await send('visit/enter', body, 'mine');
    expect([other, elsewhere].map(answer => [answer.status, numberOf(answer)])).toEqual([
      [422, 9002],
      [422, 9002],
    ]);
    expect(await rowCounts(app)).toEqual(rows);
  });

  it('is each user’s own', async () => {
    const [mine, theirs] = [newVisit(), newVisit()];
    const first = await send('visit/create', mine, 'shared');
    const second = await send('visit/create', theirs, 'shared', { as: 'gate' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(isReplay(second)).toBe(false);
    expect(second.body.VisitId).toBe(theirs.VisitId);
  });

  it('is forgotten after 24 hours, and so is what was kept under it', async () => {
    const body = { VisitId: await visitIn(app, 2), ApprovedByPerson: { PersonId: '100' }, Reason: '' };
    await send('visit/approve', body, 'daily');
    app.clock.advance(day - 1);
    expect(isReplay(await send('visit/approve', body, 'daily'))).toBe(true);
    app.clock.advance(1);
    const late = await send('visit/approve', { ...body, Reason: 'again' }, 'daily');
    expect([late.status, isReplay(late)]).toEqual([200, false]);

    app.clock.advance(day);
    await send('visit/approve', body, 'another');
    expect(await keysKept(app)).toBe(1);
  });

  it('is known after a restart', async () => {
    const body = newVisit();
    const first = await send('visit/create', body, 'lasting');
    app = await app.restart();
    expectReplayed(first, await send('visit/create', body, 'lasting'));
  });

  it('lets one of 32 requests at once through; the others are told to wait, or what it answered', async () => {
    const body = newVisit();
    const held = holdWriter(app);
    await held.begun;
    await app.someToken();
    const calls = Array.from({ length: 32 }, () => send('visit/create', body, 'rush'));
    await untilWaiting(app, 33);
    await held.release();
    const answers = await Promise.all(calls);
    const carriedOut = answers.filter(answer => answer.status === 200 && !isReplay(answer));
    expect(carriedOut).toHaveLength(1);
    for (const answer of answers.filter(each => !carriedOut.includes(each))) {
      if (answer.status === 200) expectReplayed(carriedOut[0]!, answer);
      else expect([numberOf(answer), answer.headers['retry-after']]).toEqual([9003, '1']);
    }
    expect((await rowCounts(app)).visit).toBe(1);
  });

  it('is free when the service died before the change: the repeat is carried out', async () => {
    const body = newVisit();
    await leaveBehind(app, () => send('visit/create', body, 'died'));
    const again = await send('visit/create', body, 'died');
    expect([again.status, isReplay(again)]).toEqual([200, false]);
    expectReplayed(again, await send('visit/create', body, 'died'));
  });

  it('is used when the service died after the change: the repeat is told to look, and changes nothing', async () => {
    const body = { VisitId: await visitIn(app, 2) };
    await send('visit/check', body, 'died');
    await loseAnswers(app);
    app = await app.restart();
    const rows = await rowCounts(app);
    const again = await send('visit/check', body, 'died');
    expect([again.status, numberOf(again)]).toEqual([409, 9004]);
    expect(await rowCounts(app)).toEqual(rows);
  });

  it('that another process took over stops the change that was begun under it', async () => {
    const body = newVisit();
    const held = holdWriter(app);
    await held.begun;
    const pending = send('visit/create', body, 'slow');
    await untilWaiting(app, 2);
    const takenOver = holdWriter(app, manager =>
      manager.query(`UPDATE idempotency_key SET attempt = 'of another process'`),
    );
    // It is next in the queue, before the change that the request goes on to.
    await untilWaiting(app, 3);
    await held.release();
    await takenOver.begun;
    await takenOver.release();
    expect(numberOf(await pending)).toBe(9003);
    expect((await rowCounts(app)).visit).toBe(0);
  });

  it.each([
    ['1002', (call: () => Promise<Answer>) => call(), {}],
    ['1544', (call: () => Promise<Answer>) => whileLocked(app, call), undefined],
    ['a fault', (call: () => Promise<Answer>) => whileBroken(app, 'visit_history', call), undefined],
  ])('is not used up by %s', async (_, disturbed, bad) => {
    const body = newVisit();
    const first = await disturbed(() => send('visit/create', bad ?? body, 'again'));
    expect([400, 404, 500]).toContain(first.status);
    const second = await send('visit/create', body, 'again');
    expect([second.status, isReplay(second)]).toEqual([200, false]);
  });

  it('is not used up by what refuses before the action, and gives nobody an answer that it would not get', async () => {
    const body = { VisitId: await visitIn(app, 2) };
    expect(numberOf(await send('visit/check', body, 'guarded', { token: randomUUID() }))).toBe(1000);
    expect(numberOf(await send('visit/check', body, 'guarded', { as: 'nobody' }))).toBe(9104);
    expect(await keysKept(app)).toBe(0);

    await send('visit/check', body, 'guarded');
    expect(numberOf(await send('visit/check', body, 'guarded', { token: randomUUID() }))).toBe(1000);
    await app.changeUser('reception', { privileges: {} });
    expect(numberOf(await send('visit/check', body, 'guarded'))).toBe(9104);
  });

  it.each(['', 'x'.repeat(256), 'caf\u00e9', '"open', '"a"b"', '""'])(
    'is refused when it is malformed: %j',
    async key => {
      const rows = await rowCounts(app);
      const answer = await send('visit/create', newVisit(), key);
      expect(numberOf(answer)).toBe(1002);
      expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(['Idempotency-Key']);
      expect(await rowCounts(app)).toEqual(rows);
    },
  );

  it('is looked at after the privileges and before the members of the body', async () => {
    expect(numberOf(await send('visit/check', {}, '', { as: 'nobody' }))).toBe(9104);
    const { Details } = envelopeOf(await send('visit/check', {}, ''));
    expect(Details.map(({ Field }) => Field)).toEqual(['Idempotency-Key']);
  });

  it('is the same key with quotes and without', async () => {
    const body = { VisitId: await visitIn(app, 2) };
    const first = await send('visit/check', body, `"${'k'.repeat(255)}"`);
    expectReplayed(first, await send('visit/check', body, 'k'.repeat(255)));
    const quoted = await send('visit/check', body, String.raw`"say \"hi\""`);
    expectReplayed(quoted, await send('visit/check', body, 'say "hi"'));
  });

  it('is not looked at by login and by GET', async () => {
    const headers = { 'Idempotency-Key': '' };
    const login = await app.send('login', { UserLogin: 'reception', ApiKey: 'AAAA' }, { format, headers });
    const read = await app.fetch('visit/get', { VisitId: await visitIn(app, 0) }, { format, headers });
    expect([numberOf(login), read.status]).toEqual([1004, 200]);
    expect(await keysKept(app)).toBe(0);
  });

  it('leaves nothing of the request in the database but digests', async () => {
    const secret = randomUUID();
    await send('visit/check', { VisitId: await visitIn(app, 2), Reason: secret }, `key ${secret}`);
    const kept = await app.database.read(manager => manager.query<object[]>('SELECT * FROM idempotency_key'));
    const text = kept.flatMap(row => Object.values(row).map(String)).join(' ');
    expect(text).toContain('RequiredActivities');
    for (const each of [secret, await app.someToken()]) expect(text).not.toContain(each);
  });
});

describe('an Idempotency-Key', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ BODY_LIMIT: '4mb' });
  });
  afterAll(() => app.stop());

  it('given twice is refused', async () => {
    const token = await app.token();
    const status = await new Promise<string>((resolve, reject) => {
      const call = httpRequest({
        port: app.port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/visit/end?Token=${token}`,
        headers: { 'Content-Type': mediaTypes.json, 'Idempotency-Key': ['a', 'b'] },
      });
      call.on('error', reject);
      call.on('response', response => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(text));
      });
      call.end('{}');
    });
    expect(JSON.parse(status)).toMatchObject({ Code: 1002, Details: [{ Field: 'Idempotency-Key' }] });
  });

  onSqlite('costs nothing where there is none', async () => {
    const statements = await statementsOf(() => app.send('visit/create', newVisit()));
    expect(statements.length).toBeGreaterThan(5);
    expect(statements.filter(each => each.includes('idempotency_key'))).toEqual([]);
  });

  onSqlite('has a mark in the transaction of every change that is made under it', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const statements = await statementsOf(() => app.send('visit/create', newVisit(), { headers }));
    const begin = statements.findIndex((each, at) => each.startsWith('BEGIN') && at > 0);
    expect(statements[begin + 1]).toContain('"committed"');
  });

  it('whose answer is too large to be kept is not carried out twice', async () => {
    const VisitorId = randomUUID();
    await app.send('visit/create', newVisit({ Visitor: { VisitorId, Name: 'Eva', Surname: 'Malá' } }));
    const Attachment = Buffer.alloc(2_000_000, 1).toString('base64');
    const Activity = { ActivityType: { Title: 'Safety training' }, ValidTo: '2027-11-23', Attachment };
    const headers = { 'Idempotency-Key': randomUUID() };
    const record = () => app.send('visitor/createActivity', { VisitorId, Activity }, { headers });
    expect((await record()).status).toBe(200);
    const rows = await rowCounts(app);
    expect(numberOf(await record())).toBe(9004);
    expect(await rowCounts(app)).toEqual(rows);
  });
});

/** As if the service had died while `call` was waiting to make its change: the key is reserved and nothing else is done. */
async function leaveBehind(app: TestApp, call: () => Promise<unknown>): Promise<void> {
  await call();
  await loseAnswers(app);
  await app.database.write(async manager => {
    await manager.query('UPDATE idempotency_key SET committed = FALSE');
    await manager.query('DELETE FROM visit_history');
    await manager.query('DELETE FROM visit');
  });
}

function keysKept(app: TestApp): Promise<number> {
  return app.database.read(async manager => {
    const [row] = await manager.query<{ n: number }[]>('SELECT count(*) AS n FROM idempotency_key');
    return row?.n ?? -1;
  });
}
