import { randomUUID } from 'node:crypto';
import { Arrival } from '../../src/http/wire/arrival';
import { SlowRequest } from '../support/slow-request';
import { TestApp } from '../support/test-app';
import { newVisit } from '../support/visits';

const FREE = 65_536;
const LARGE = 131_072;

describe('bodies', () => {
  let app: TestApp;
  let token: string;
  beforeAll(async () => {
    app = await TestApp.start({ PHOTO_BODY_LIMIT: '128kb', BODY_LIMIT: '96kb' });
    token = await app.token();
  });
  afterAll(() => app.stop());

  const padded = (bytes: number, body: object = {}) => {
    const text = JSON.stringify({ ...body, Extra: '' });
    return text.replace(/""\}$/, `"${'x'.repeat(bytes - text.length)}"}`);
  };
  const create = (bytes: number) => padded(bytes, newVisit());

  /** As one announced length, and in chunks: with the status and the error number. */
  async function sendBoth(path: string, text: string): Promise<unknown[]> {
    const announced = new SlowRequest(app, path, Buffer.byteLength(text));
    announced.send(text);
    const chunked = new SlowRequest(app, path, 'chunked');
    for (let at = 0; at < text.length; at += 10_000) chunked.sendChunk(text.slice(at, at + 10_000));
    chunked.send('0\r\n\r\n');
    return [
      [await announced.status(), announced.code],
      [await chunked.status(), chunked.code],
    ];
  }

  it('that came with the head of their requests are not waited for', async () => {
    const waits = jest.spyOn(Arrival.prototype, 'read');
    expect((await app.send('visit/create', newVisit())).status).toBe(200);
    expect(waits).not.toHaveBeenCalled();
    waits.mockRestore();
  });

  const unknown = [
    ['no token', () => ''],
    ['a token that is none', () => '?Token=x'],
    ['a token that nobody has', () => `?Token=${randomUUID()}`],
  ] as const;

  it.each(unknown)('with %s, 64 kB are read and no byte more', async (_, query) => {
    for (const action of ['visit/end', 'visit/create', 'person/upsert']) {
      const path = `/${action}${query()}`;
      const [announced, chunked] = await sendBoth(path, padded(FREE));
      expect(announced).toEqual(chunked);
      expect([
        [400, 1002],
        [401, 1000],
      ]).toContainEqual(announced);
      expect(await sendBoth(path, padded(FREE + 1))).toEqual([
        [413, null],
        [413, null],
      ]);
    }
  });

  it('413 comes before a byte of the body, where its length is announced', async () => {
    for (const [path, length] of [
      ['/visit/create', FREE + 1],
      ['/login', 4097],
      [`/visit/create?Token=${token}`, LARGE + 1],
    ] as const) {
      const request = new SlowRequest(app, path, length);
      expect(await request.status()).toBe(413);
    }
  });

  it('an expired token is not known', async () => {
    const expired = await app.token();
    app.clock.advance(20_000);
    token = await app.token();
    expect(await sendBoth(`/visit/create?Token=${expired}`, create(FREE + 1))).toEqual([
      [413, null],
      [413, null],
    ]);
  });

  it('login reads 4 kB and no byte more', async () => {
    const login = { UserLogin: 'reception', ApiKey: 'x' };
    expect(await sendBoth('/login', padded(4096, login))).toEqual([
      [401, 1004],
      [401, 1004],
    ]);
    expect(await sendBoth('/login', padded(4097, login))).toEqual([
      [413, null],
      [413, null],
    ]);
    expect(await sendBoth(`/login?Token=${token}`, padded(4097, login))).toEqual([
      [413, null],
      [413, null],
    ]);
  });

  it('with a live token, in the query or the header, the limit of the action holds', async () => {
    expect(await sendBoth(`/visit/create?Token=${token}`, create(LARGE))).toEqual([
      [200, undefined],
      [403, 9101],
    ]);
    expect(await sendBoth(`/visit/create?Token=${token}`, create(LARGE + 1))).toEqual([
      [413, null],
      [413, null],
    ]);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await app.send('visit/create', create(LARGE), { token: null, headers })).status).toBe(200);
  });

  it('four of the largest are read at a time, more wait, and small ones come through', async () => {
    const texts = Array.from({ length: 6 }, () => create(LARGE));
    const requests = texts.map(() => new SlowRequest(app, `/visit/create?Token=${token}`, LARGE));
    try {
      requests.forEach((request, at) => request.send((texts[at] ?? '').slice(0, 100_000)));
      // Those that wait are refused by nobody yet, and a small body needs no room.
      expect((await app.send('visit/create', create(FREE), { token })).status).toBe(200);
      requests.forEach((request, at) => request.send((texts[at] ?? '').slice(100_000)));
      expect(await Promise.all(requests.map(request => request.status()))).toEqual(requests.map(() => 200));
    } finally {
      for (const request of requests) request.close();
    }
  });

  it('one that finds no room in 5 s is told so and when to come again, and room is free once others have gone', async () => {
    const holders = Array.from(
      { length: 4 },
      () => new SlowRequest(app, `/visit/create?Token=${token}`, LARGE),
    );
    for (const holder of holders) holder.send(create(LARGE).slice(0, 100_000));
    const late = new SlowRequest(app, `/visit/create?Token=${token}`, LARGE);
    late.send(create(LARGE));
    expect(await late.status()).toBe(401);
    expect(late.code).toBe(1008);
    expect(late.answer).toMatch(/\r\nRetry-After: 5\r\n/i);
    for (const holder of holders) holder.close();
    expect((await app.send('visit/create', create(LARGE), { token })).status).toBe(200);
  }, 15_000);

  it('of 256 strangers at once are read; others are told when to come again, and nobody who is known waits', async () => {
    const body = padded(200, { VisitId: randomUUID() });
    const strangers = Array.from({ length: 270 }, () => new SlowRequest(app, '/visit/end', body.length));
    try {
      strangers.forEach(each => each.send(body.slice(0, 100)));
      const told: SlowRequest[] = [];
      await new Promise<void>(resolve => {
        for (const each of strangers)
          each.status().then(
            () => told.push(each) === 14 && resolve(),
            () => undefined,
          );
      });
      const held = strangers.filter(({ answer }) => answer === '');
      for (const each of told) {
        expect([await each.status(), each.code]).toEqual([401, 1008]);
        expect(each.answer).toMatch(/\r\nRetry-After: 5\r\n/i);
      }

      const login = padded(200, { UserLogin: 'reception', ApiKey: 'x' });
      const known = [
        new SlowRequest(app, `/visit/end?Token=${token}`, body.length),
        new SlowRequest(app, '/login', login.length),
      ];
      known.forEach((each, at) => each.send([body, login][at] ?? ''));
      expect(await Promise.all(known.map(each => each.status()))).toEqual([400, 401]);
      expect(known.map(({ code }) => code)).toEqual([1002, 1004]);

      held.forEach(each => each.send(body.slice(100)));
      const outcomes = await Promise.all(held.map(async each => [await each.status(), each.code]));
      expect(outcomes).toEqual(Array.from({ length: 256 }, () => [400, 1002]));
    } finally {
      for (const each of strangers) each.close();
    }
  });
});
