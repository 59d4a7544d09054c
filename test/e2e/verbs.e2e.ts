import { randomUUID } from 'node:crypto';
import { withinCpuMs } from '../support/cpu-time';
import { answerOf, TestApp } from '../support/test-app';
import { newVisit, visitIn } from '../support/visits';
import { envelopeOf } from '../support/wire';

describe('an action answers to its own verb only', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ DISABLED_METHODS: 'visit/getHistory', BODY_LIMIT: '16kb' });
  });
  afterAll(() => app.stop());

  const head = (path: string) => fetch(`http://127.0.0.1:${app.port}${path}`, { method: 'HEAD' });

  it('405 for HEAD where GET is due, even with a good token and on a disabled action', async () => {
    const VisitId = await visitIn(app, 0);
    for (const path of [
      `/visit/get?VisitId=${VisitId}&Token=${await app.token()}`,
      '/visit/get',
      '/visit/getHistory',
    ]) {
      const answer = await head(path);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    }
  });

  it('405 for HEAD where POST is due, 404 where there is nothing', async () => {
    const answer = await head('/visit/end');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await head('/visit/nothing')).status).toBe(404);
  });

  it.each(['/health/live', '/health/ready', '/metrics'])('HEAD is fine on %s', async path => {
    expect((await head(path)).status).toBe(200);
  });
});

describe('a body that is made to take long', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it.each<[string, 'json' | 'xml', () => string]>([
    ['CDATA without an end', 'xml', () => `<Request><Reason>${'<![CDATA['.repeat(400_000)}`],
    ['elements', 'xml', () => `<Request>${'<a/>'.repeat(1_000_000)}</Request>`],
    [
      'attributes',
      'xml',
      () => `<Request ${Array.from({ length: 300_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
    ],
    ['photos', 'json', () => JSON.stringify(newVisit({ Photos: Array.from({ length: 900_000 }, () => '') }))],
    ['members', 'json', () => `{${Array.from({ length: 300_000 }, (_, at) => `"a${at}":1`).join(',')}}`],
  ])('is refused within a second, before any token is asked for: %s', async (_, format, body) => {
    const text = body();
    const answer = await withinCpuMs(1000, () =>
      app.send('visit/create', text, { format, token: randomUUID() }),
    );
    expect([answer.status, envelopeOf(answer).Code]).toEqual([413, null]);
  });

  it('and a client that goes away in the middle of it leaves the service as it was', async () => {
    const abort = new AbortController();
    const body = new ReadableStream({
      pull: controller => {
        controller.enqueue(new TextEncoder().encode('{"VisitId":'));
        setImmediate(() => abort.abort());
      },
    });
    const sent = fetch(`http://127.0.0.1:${app.port}/visit/create`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      signal: abort.signal,
      duplex: 'half',
    });
    await expect(sent).rejects.toThrow('abort');
    expect(answerOf(await app.get('/health/ready')).status).toBe(200);
  });
});
