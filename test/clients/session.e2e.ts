import {
  GatehouseError,
  GatehouseSession,
  type SessionOptions,
  visitCreate,
  visitEnd,
  visitGet,
  visitGetAll,
  VisitGetAllMember,
  visitGetHistory,
  VisitSort,
  VisitState,
} from '../../clients/typescript/src/index.ts';
import { keys } from '../support/seed';
import { TestApp } from '../support/test-app';
import { newVisit, visitIn } from '../support/visits';

/** What the server was sent, and what it answered. */
interface Seen {
  url: string;
  authorization: string | undefined;
  idempotencyKey: unknown;
  status: number;
}

const BASE_PATH = '/AktionNEXT/API';
const TOKEN_LIFE_MS = 20_000;
const FORGOTTEN_AFTER_MS = 11 * 60_000;

let app: TestApp;
let visitId: string;
let seen: Seen[] = [];

function watch(service: TestApp): void {
  service.server.prependListener('request', (request, response) => {
    const { authorization, 'idempotency-key': idempotencyKey } = request.headers;
    response.on('finish', () => {
      seen.push({ url: request.url ?? '', authorization, idempotencyKey, status: response.statusCode });
    });
  });
}

beforeAll(async () => {
  app = await TestApp.start({ BASE_PATH });
  visitId = await visitIn(app, 0);
  watch(app);
});
afterAll(() => app.stop());
beforeEach(() => {
  seen = [];
});

/** A session whose time is that of the service. */
function session(options: Partial<SessionOptions> = {}): GatehouseSession {
  return new GatehouseSession({
    baseUrl: `http://127.0.0.1:${app.port}${BASE_PATH}`,
    userLogin: 'reception',
    apiKey: keys.reception,
    clock: () => app.clock.monotonicMs(),
    ...options,
  });
}

/** One that does not notice how time passes at the service, so that its tokens run out. */
function sleepySession(): GatehouseSession {
  return session({ clock: () => 0 });
}

/** The actions that the server saw, with the status that it answered. */
function calls(): string[] {
  return seen.map(({ url, status }) => `${url.slice(BASE_PATH.length + 1).split('?')[0] ?? ''} ${status}`);
}

async function refusalOf(call: Promise<unknown>): Promise<GatehouseError> {
  const refused: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refused instanceof GatehouseError) return refused;
  throw new Error('no GatehouseError', { cause: refused });
}

const read = (by: GatehouseSession) => by.call(visitGet, { query: { VisitId: visitId } });

describe('a session', () => {
  it('logs in with the first call and calls on with the same token', async () => {
    const reception = session();
    const body = newVisit();
    const created = await reception.call(visitCreate, { body });
    expect([created.VisitId, created.State, created.Visitor.Surname]).toEqual([body.VisitId, 0, 'Svoboda']);
    const { History } = await reception.call(visitGetHistory, { query: { VisitId: body.VisitId } });
    expect(History.map(({ Command }) => Command)).toEqual(['create']);
    expect(calls()).toEqual(['login 200', 'visit/create 200', 'visit/getHistory 200']);
  });

  it('asks and is answered by the names of the documents', async () => {
    const inArea = await visitIn(app, VisitState.InArea);
    const { Visits } = await session().call(visitGetAll, {
      query: {
        State: [VisitState.InArea, VisitState.Left],
        Sort: VisitSort.CreatedDescending,
        Fields: [VisitGetAllMember.VisitId, VisitGetAllMember.State],
      },
    });
    expect(Visits).toEqual([{ VisitId: inArea, State: VisitState.InArea }]);
    expect(seen.at(-1)?.url).toContain('State=6,7');
  });

  it('sends the token in the header and in no URL', async () => {
    const reception = session();
    await read(reception);
    await reception.call(visitCreate, { body: newVisit() });
    expect(seen.map(({ url }) => url).join()).not.toMatch(/token/i);
    const [login, ...others] = seen.map(({ authorization }) => authorization);
    expect(login).toBeUndefined();
    expect(new Set(others).size).toBe(1);
    expect(others[0]).toMatch(/^Bearer [0-9a-f-]{36}$/);
    expect(seen.map(({ url }) => url).join()).not.toContain(others[0]?.slice('Bearer '.length));
  });

  it('renews its token before that runs out', async () => {
    const reception = session();
    await read(reception);
    app.clock.advance(TOKEN_LIFE_MS * 0.8 - 1);
    await read(reception);
    app.clock.advance(1);
    await read(reception);
    expect(calls()).toEqual(['login 200', 'visit/get 200', 'visit/get 200', 'login 200', 'visit/get 200']);
  });

  it('asks the monotonic clock and not the wall clock', async () => {
    const reception = session();
    await read(reception);
    app.clock.jump(3_600_000);
    await read(reception);
    app.clock.jump(-7_200_000);
    await read(reception);
    app.clock.jump(3_600_000);
    expect(calls()).toEqual(['login 200', 'visit/get 200', 'visit/get 200', 'visit/get 200']);
  });

  it.each([
    [1001, 'has run out', TOKEN_LIFE_MS],
    [1000, 'was forgotten', FORGOTTEN_AFTER_MS],
  ])('repeats a call once whose token %d %s', async (_code, _how, afterMs) => {
    const reception = sleepySession();
    await read(reception);
    app.clock.advance(afterMs);
    await expect(read(reception)).resolves.toMatchObject({ VisitId: visitId });
    expect(calls()).toEqual(['login 200', 'visit/get 200', 'visit/get 401', 'login 200', 'visit/get 200']);
  });

  it('repeats a POST with its body and its key', async () => {
    const reception = sleepySession();
    await read(reception);
    app.clock.advance(TOKEN_LIFE_MS);
    const body = newVisit();
    await expect(reception.call(visitCreate, { body, idempotencyKey: 'k-1' })).resolves.toMatchObject({
      VisitId: body.VisitId,
    });
    expect(calls().slice(2)).toEqual(['visit/create 401', 'login 200', 'visit/create 200']);
    expect(seen.slice(2).map(({ idempotencyKey }) => idempotencyKey)).toEqual(['k-1', undefined, 'k-1']);
  });

  it('gives up when the new token is refused as well', async () => {
    const reception = sleepySession();
    await read(reception);
    const age = ({ url }: { url?: string }) => {
      if (!url?.endsWith('/login')) app.clock.advance(TOKEN_LIFE_MS);
    };
    app.server.prependListener('request', age);
    const refused = await refusalOf(read(reception)).finally(() => app.server.off('request', age));
    expect([refused.code, refused.status]).toEqual([1001, 401]);
    expect(calls().slice(2)).toEqual(['visit/get 401', 'login 200', 'visit/get 401']);
  });

  it('logs in once for calls at the same time, at first and when their token runs out', async () => {
    const reception = sleepySession();
    const together = () => Promise.all(Array.from({ length: 20 }, () => read(reception)));
    await together();
    app.clock.advance(TOKEN_LIFE_MS);
    await together();
    const counts = new Map<string, number>();
    for (const call of calls()) counts.set(call, (counts.get(call) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 'login 200': 2, 'visit/get 200': 40, 'visit/get 401': 20 });
  });

  it('keeps a new token when a refusal of the old one comes late', async () => {
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>(resolve => {
      letThrough = resolve;
    });
    const late = async (request: Request) => {
      const answer = await fetch(request);
      if (answer.status === 401 && request.headers.get('X-Request-Id') === 'late') await held;
      return answer;
    };
    const reception = session({ clock: () => 0, fetch: late });
    await read(reception);
    app.clock.advance(TOKEN_LIFE_MS);
    const query = { VisitId: visitId };
    const slow = reception.call(visitGet, { query, headers: { 'X-Request-Id': 'late' } });
    await read(reception);
    letThrough();
    await slow;
    expect(calls().filter(call => call.startsWith('login'))).toHaveLength(2);
  });

  it('takes a base URL with a slash at its end', async () => {
    await read(session({ baseUrl: `http://127.0.0.1:${app.port}${BASE_PATH}/` }));
    expect(seen.map(({ url }) => url.split('?')[0])).toEqual([
      `${BASE_PATH}/login`,
      `${BASE_PATH}/visit/get`,
    ]);
  });

  it('is answered a repeat with its key as the first was', async () => {
    const reception = session();
    const body = newVisit();
    const first = await reception.call(visitCreate, { body, idempotencyKey: 'k-2' });
    expect(await reception.call(visitCreate, { body, idempotencyKey: 'k-2' })).toEqual(first);
    const { code } = await refusalOf(reception.call(visitCreate, { body, idempotencyKey: 'k-3' }));
    expect(code).toBe(9101);
  });

  it('sends no key where none is given', async () => {
    await session().call(visitCreate, { body: newVisit() });
    expect(seen.map(({ idempotencyKey }) => idempotencyKey)).toEqual([undefined, undefined]);
  });
});

describe('a refusal', () => {
  it('of the login is an error that is not repeated, and does not stick', async () => {
    const stranger = session({ apiKey: keys.gate });
    const refused = await Promise.all([refusalOf(read(stranger)), refusalOf(read(stranger))]);
    expect(refused.map(({ code, status }) => [code, status])).toEqual([
      [1004, 401],
      [1004, 401],
    ]);
    expect(calls()).toEqual(['login 401']);
    await refusalOf(read(stranger));
    expect(calls()).toEqual(['login 401', 'login 401']);
  });

  it('has its number, its status, the words of the service and the id of the request', async () => {
    const call = session().call(visitEnd, {
      body: { VisitId: visitId, Reason: 'left' },
      headers: { 'X-Request-Id': 'desk-7' },
    });
    const refused = await refusalOf(call);
    expect(refused).toMatchObject({
      name: 'GatehouseError',
      code: 1545,
      status: 403,
      requestId: 'desk-7',
      details: [],
      retryAfterSeconds: undefined,
    });
    expect(refused.message).toContain(visitId);
    expect(calls()).toEqual(['login 200', 'visit/end 403']);
  });

  it('of a bad request names every bad member', async () => {
    const { code, details } = await refusalOf(
      session().call(visitEnd, { body: { VisitId: 'x', Reason: 'x'.repeat(4001) } }),
    );
    expect([code, details.map(({ Field }) => Field)]).toEqual([1002, ['VisitId', 'Reason']]);
  });

  it('for the rate is not repeated, and says how long to wait', async () => {
    const slow = await TestApp.start({ LOGIN_RATE_POLICY: '1/1m' });
    watch(slow);
    const there = { baseUrl: `http://127.0.0.1:${slow.port}`, clock: () => slow.clock.monotonicMs() };
    try {
      await refusalOf(read(session({ ...there, apiKey: keys.gate })));
      const { code, retryAfterSeconds } = await refusalOf(read(session(there)));
      expect([code, retryAfterSeconds]).toEqual([1008, 60]);
    } finally {
      await slow.stop();
    }
    expect(seen.map(({ url, status }) => `${url} ${status}`)).toEqual(['/login 401', '/login 401']);
  });

  it('by something else than the service has no number', async () => {
    const refused = await refusalOf(
      read(session({ fetch: () => Promise.resolve(new Response('<h1>502</h1>', { status: 502 })) })),
    );
    expect([refused.code, refused.status, refused.message]).toEqual([null, 502, 'answered with status 502']);
  });

  it('is something else than a service that is not reached, or a call that was cancelled', async () => {
    await expect(read(session({ baseUrl: 'http://127.0.0.1:1' }))).rejects.toMatchObject({
      name: 'TypeError',
    });
    const reception = session();
    await read(reception);
    const cancelled = reception.call(visitGet, {
      query: { VisitId: visitId },
      signal: AbortSignal.abort(new Error('closed')),
    });
    await expect(cancelled).rejects.toThrow('closed');
  });
});
