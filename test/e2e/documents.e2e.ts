import { declaredActions } from '../../src/http/action';
import { TestApp } from '../support/test-app';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe.each(['', '/AktionNEXT/API'])('documents below the base path %j', basePath => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ BASE_PATH: basePath });
  });
  afterAll(() => app.stop());

  const documents = [
    '/openapi.json',
    '/schema.xsd',
    '/schema.xsd?Action=visit/end',
    '/swagger',
    '/swagger/start.js',
    '/swagger/swagger-ui.css',
    '/swagger/swagger-ui-bundle.js',
    '/swagger/gatehouse.css',
    '/swagger/icon.svg',
  ];

  it.each(documents)('%s is sent once to whoever keeps it', async path => {
    const first = await app.get(basePath + path);
    const { etag = '', 'cache-control': caching } = first.headers as Record<string, string>;
    expect([first.status, caching]).toEqual([200, 'private, no-cache']);
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await app.get(basePath + path).set('If-None-Match', known);
      expect([known, again.status, again.headers.etag]).toEqual([known, 304, etag]);
    }
    const changed = await app.get(basePath + path).set('If-None-Match', '"other"');
    expect([changed.status, changed.headers.etag]).toEqual([200, etag]);
  });

  it('the dates in its examples are never past, however long the service runs', async () => {
    const announced = async () => {
      const { body } = await app.get(`${basePath}/openapi.json`);
      return /"VisitDate":"([^"]+)"/.exec(JSON.stringify(body.paths['/visit/schedule']))?.[1];
    };
    const start = app.clock.now();
    expect(await announced()).toBe('2026-11-24T09:00:00.000Z');
    app.clock.advance(40 * 86_400_000);
    expect(await announced()).toBe('2027-01-03T09:00:00.000Z');
    expect((await app.get(`${basePath}/openapi.json`)).text).toContain('"1980-05-17"');
    app.clock.jump(start.getTime() - app.clock.now().getTime());
    expect(await announced()).toBe('2026-11-24T09:00:00.000Z');
  });

  it('a schema of one action is its own document', async () => {
    const tags = new Map<string, unknown>();
    for (const { path } of declaredActions()) {
      const answer = await app.get(`${basePath}/schema.xsd`).query({ ACTION: path.toUpperCase() });
      tags.set(answer.text, answer.headers.etag);
    }
    // Some actions have the same members.
    expect(tags.size).toBeGreaterThan(declaredActions().length * 0.8);
    expect(new Set(tags.values()).size).toBe(tags.size);
    expect((await app.get(`${basePath}/schema.xsd?Action=visit/nothing`)).status).toBe(404);
    expect((await app.get(`${basePath}/schema.xsd?Action=login&action=login`)).status).toBe(404);
    expect((await app.get(`${basePath}/schema.xsd?Action=__proto__`)).status).toBe(404);
  });

  it.each([
    'package.json',
    'README.md',
    'index.html',
    'swagger-initializer.js',
    'swagger-ui-bundle.js.map',
    'swagger-ui.js',
    'favicon-32x32.png',
    'oauth2-redirect.html',
    'absolute-path.js',
    '..%2fpackage.json',
  ])('nothing of Swagger UI but what it asks for: %s', async name => {
    expect((await app.get(`${basePath}/swagger/${name}`)).status).toBe(404);
  });

  it('the page asks for what there is, and runs nothing that stands in it', async () => {
    for (const path of ['/swagger', '/swagger/', '/SWAGGER']) {
      const { status, text, headers } = await app.get(basePath + path);
      expect(status).toBe(200);
      const policy = headers['content-security-policy'];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|upgrade-insecure|\*/);
      expect(text).not.toMatch(/<script>|<style|style=|\son\w+=/);
      const asked = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
      expect(asked).toHaveLength(8);
      for (const url of asked) {
        const file = await app.get(url);
        expect([url, file.status, file.headers['content-security-policy']]).toEqual([url, 200, policy]);
        expect(file.headers['content-type']).toMatch(
          /^(?:text\/(?:css|javascript); charset=utf-8|image\/svg\+xml|application\/(?:json|xml); charset=utf-8)$/,
        );
      }
    }
  });

  it('the page shows the document', async () => {
    // Where its script finds it.
    const script = new URL(`${basePath}/swagger/start.js`, 'http://gatehouse');
    expect((await app.get(script.pathname)).text).toContain('`${base}openapi.json`');
    const { body } = await app.get(`${new URL('..', script).pathname}openapi.json`);
    expect(Object.keys((body as { paths: object }).paths)).toHaveLength(declaredActions().length);
  });

  it.each(['/', ''])('a browser finds it from the root, %j', async slash => {
    const answer = await app.get(basePath + slash).set('Accept', browser);
    expect([answer.status, answer.headers.location]).toEqual([302, `${basePath}/swagger`]);
    expect((await app.get('/').set('Accept', browser)).status).toBe(302);
  });

  it.each([undefined, '*/*', 'application/json', 'application/xml', 'text/xml, text/html;q=0.5'])(
    'a client that accepts %s finds nothing there',
    async accept => {
      const call = app.get(`${basePath}/`);
      expect((await (accept === undefined ? call : call.set('Accept', accept))).status).toBe(404);
      expect((await app.post(`${basePath}/`).set('Accept', browser)).status).toBe(404);
    },
  );
});

it('with SWAGGER=off a browser finds nothing', async () => {
  const app = await TestApp.start({ SWAGGER: 'off' });
  try {
    for (const path of ['/', '/swagger', '/swagger/start.js', '/swagger/swagger-ui.css', '/schema.xsd'])
      expect([path, (await app.get(path).set('Accept', browser)).status]).toEqual([path, 404]);
  } finally {
    await app.stop();
  }
});
