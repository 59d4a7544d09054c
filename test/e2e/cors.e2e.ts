import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/test-app';
import { visitIn } from '../support/visits';

const desk = 'https://desk.example.com';
const others = [
  'https://evil.example.com',
  'http://desk.example.com',
  `${desk}:8443`,
  `${desk}.evil.org`,
  'null',
];
const preflight = {
  'Access-Control-Request-Method': 'POST',
  'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
};
const names = (headers: object) => Object.keys(headers).filter(name => name.startsWith('access-control-'));

describe('CORS_ORIGINS', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ CORS_ORIGINS: `${desk}, http://10.0.0.5:8080` });
  });
  afterAll(() => app.stop());

  const ask = (origin: string, path = '/visit/end') =>
    app.options(path).set({ Origin: origin, ...preflight });

  it.each([desk, 'http://10.0.0.5:8080'])('answers the preflight of %s', async origin => {
    const { status, headers, text } = await ask(origin);
    expect([status, text]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET,POST',
      'access-control-max-age': '3600',
    });
    const allowed = String(headers['access-control-allow-headers']).toLowerCase().split(',');
    expect(allowed).toEqual(expect.arrayContaining(preflight['Access-Control-Request-Headers'].split(',')));
    expect(headers['x-request-id']).toBeTruthy();
  });

  it('lets its scripts read answers and refusals', async () => {
    const VisitId = await visitIn(app, 0);
    for (const id of [VisitId, randomUUID()]) {
      const { headers } = await app
        .get('/visit/get')
        .query({ Token: await app.token(), VisitId: id })
        .set('Origin', desk);
      expect(headers['access-control-allow-origin']).toBe(desk);
      const exposed = String(headers['access-control-expose-headers']).toLowerCase().split(',');
      expect(exposed.sort()).toEqual(['idempotent-replayed', 'retry-after', 'x-request-id']);
      // No cookie, no password of the browser.
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it.each(others)('tells %s nothing, and refuses its preflight as ever', async origin => {
    const refused = await ask(origin);
    expect([refused.status, names(refused.headers)]).toEqual([405, []]);
    const answer = await app.get('/health/live').set('Origin', origin);
    expect([answer.status, names(answer.headers)]).toEqual([200, []]);
  });

  it('answers OPTIONS that is no preflight as ever', async () => {
    expect((await app.options('/visit/end').set('Origin', desk)).status).toBe(405);
  });

  it('stands behind the address filter, and in front of the rate', async () => {
    const closed = await TestApp.start({ CORS_ORIGINS: desk, IP_FILTER: '10.0.0.0/8' });
    const limited = await TestApp.start({ CORS_ORIGINS: desk, RATE_POLICY: '1/1m' });
    try {
      const refused = await closed.options('/visit/end').set({ Origin: desk, ...preflight });
      expect([refused.status, names(refused.headers)]).toEqual([401, []]);
      const statuses = [];
      for (let count = 0; count < 2; count += 1) {
        const answer = await limited.options('/visit/end').set({ Origin: desk, ...preflight });
        statuses.push([answer.status, answer.headers['access-control-allow-origin']]);
      }
      expect(statuses).toEqual([
        [204, desk],
        [401, desk],
      ]);
    } finally {
      await closed.stop();
      await limited.stop();
    }
  });
});

it('without the setting, nobody is told anything', async () => {
  const app = await TestApp.start();
  try {
    for (const origin of [desk, ...others]) {
      const refused = await app.options('/visit/end').set({ Origin: origin, ...preflight });
      expect([refused.status, names(refused.headers)]).toEqual([405, []]);
    }
  } finally {
    await app.stop();
  }
});
