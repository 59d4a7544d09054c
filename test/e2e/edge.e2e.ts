import { randomUUID } from 'node:crypto';
import { VisitPhotoRow } from '../../src/visits';
import { pixel } from '../support/pictures';
import { raw } from '../support/raw';
import { keys } from '../support/seed';
import { answerOf, TestApp } from '../support/test-app';
import { end, newVisit, stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf, formats, mediaTypes } from '../support/wire';

const number = (answer: Answer) => [answer.status, envelopeOf(answer).Code];

describe('the edge', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ BODY_LIMIT: '16kb', PHOTO_BODY_LIMIT: '64kb' });
  });
  afterAll(() => app.stop());

  describe('the format of an answer', () => {
    it.each([
      [undefined, 'application/json'],
      ['*/*', 'application/json'],
      ['text/html,*/*;q=0.1', 'application/json'],
      ['image/png', 'application/json'],
      ['application/xml', 'application/xml'],
      ['text/xml', 'text/xml'],
      ['text/json', 'text/json'],
      ['application/json;q=0.5, application/xml', 'application/xml'],
      ['application/json, application/xml;q=0.5', 'application/json'],
      ['application/xml;q=0, */*', 'application/json'],
      ['APPLICATION/XML', 'application/xml'],
      ['application/xml; charset=utf-8', 'application/xml'],
      ['application/xml;version=1', 'application/xml'],
      ['text/xml ; charset="UTF-8" ; v=2', 'text/xml'],
      ['application/json;v=1;q=0.5, application/xml;v=1;q=0.6', 'application/xml'],
      ['application/json;Q=0.5;v=1, application/xml;v=1', 'application/xml'],
      ['application/xml;profile="a,b;q=0";q=0.9, application/json;q=0.8', 'application/xml'],
      ['application/json;v=1;q=0, */*;v=1', 'application/xml'],
      ['text/*;charset=utf-8', 'text/json'],
      ['*/*;q=0.1;v=1, application/xml;v=1', 'application/xml'],
      ['application/xml;x="never closed, application/json', 'application/xml'],
      ['application/xml;', 'application/xml'],
      [';;,=;"', 'application/json'],
    ])('Accept %s gives %s, for answers and for refusals', async (accept, type) => {
      const VisitId = await visitIn(app, 0);
      for (const id of [VisitId, randomUUID()]) {
        const request = app.get('/visit/get').query({ Token: await app.someToken(), VisitId: id });
        const answer = answerOf(await (accept === undefined ? request : request.set('Accept', accept)));
        expect(answer.type).toBe(`${type}; charset=utf-8`);
        expect(answer.body.VisitId ?? answer.body.Message).toBeTruthy();
      }
    });

    it.each(formats)('is chosen apart from that of the body: %s', async format => {
      const other = format === 'json' ? 'xml' : 'json';
      const answer = await app.send('visit/create', newVisit(), {
        format,
        headers: { Accept: mediaTypes[other] },
      });
      expect(answer.status).toBe(200);
      expect(answer.type).toContain(mediaTypes[other]);
    });

    it('in JSON has every member in the documented order, null where there is nothing', async () => {
      const answer = await app.send('visit/create', newVisit());
      expect(Object.keys(JSON.parse(answer.text) as object)).toEqual([
        'LastVisit',
        'VisitId',
        'Visitor',
        'Vehicle',
        'Trailer',
        'VisitType',
        'VisitedPerson',
        'VisitedOrgStructure',
        'EscortedByPerson',
        'Identifier',
        'Reason',
        'State',
        'VisitorMatch',
      ]);
      expect(answer.body).toMatchObject({ LastVisit: null, Vehicle: null, Identifier: null });
    });

    it('in XML has what there is below Response, in the documented order', async () => {
      const { text } = await app.send('visit/create', newVisit(), { format: 'xml' });
      expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?><Response><VisitId>/);
      expect(text).toMatch(
        /<\/VisitType><Reason>spare parts<\/Reason><State>0<\/State><VisitorMatch>0<\/VisitorMatch><\/Response>$/,
      );
      expect(text).not.toMatch(/LastVisit|Vehicle|Identifier|nil/);
    });
  });

  describe('names', () => {
    it('of paths, parameters and JSON members are read in any case', async () => {
      const VisitId = await visitIn(app, 6);
      const got = await app.get(`/VISIT/GeT?tOkEn=${await app.token()}&visitid=${VisitId}`);
      expect(got.status).toBe(200);
      const ended = await app.send('Visit/End', { visitID: VisitId, REASON: '' });
      expect(ended.body).toMatchObject({ VisitId, State: 7 });
    });

    it('of XML elements are read exactly', async () => {
      const VisitId = await visitIn(app, 6);
      const xml = `<Request><visitid>${VisitId}</visitid><Reason/></Request>`;
      const answer = await app.send('visit/end', xml, { format: 'xml' });
      expect(number(answer)).toEqual([400, 1002]);
      expect(envelopeOf(answer).Details.map(({ Field }) => Field)).toEqual(['VisitId']);
    });

    it('that nobody knows are ignored', async () => {
      const odd = { ...newVisit(), State: 7, CreatedBy: 'x', Version: 9, Seq: 1, Extra: [{}] };
      const answer = await app.send('visit/create', odd);
      expect(answer.body.State).toBe(0);
    });
  });

  describe('values', () => {
    it.each(['2', ' 2', '2.0', '0x2', '1e0', '', true, [2], { n: 2 }, 3, -1, 1.5])(
      'a whole number may come as a numeric text, and as nothing else: %j',
      async Method => {
        const answer = await app.send('visit/verify', { VisitId: await visitIn(app, 0), Method });
        expect(answer.status).toBe(Method === '2' || Method === ' 2' ? 200 : 400);
      },
    );

    it.each(formats)('null and absent mean the same in %s', async format => {
      const nothing = { Vehicle: null, Trailer: null, Identifier: null, Photos: null, VisitedPerson: null };
      expect((await app.send('visit/create', newVisit(nothing), { format })).status).toBe(200);
    });

    it('XML: attributes, namespaces, order and unknown elements do not matter, CDATA and entities are read', async () => {
      const VisitId = await visitIn(app, 6);
      const xml =
        '\ufeff<?xml version="1.0" encoding="UTF-8"?><!-- a comment -->' +
        '<Request xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        '<Reason kind="x"><![CDATA[a<b]]> &amp; &#233;&#x10D; +46 1e5</Reason><Extra><Deep/></Extra>' +
        `<VisitId>${VisitId}</VisitId></Request>`;
      const answer = await app.send('visit/end', xml, { format: 'xml' });
      expect(answer.status).toBe(200);
      expect((await stored(app, VisitId)).history.at(-1)).toMatchObject({ reason: 'a<b & éč +46 1e5' });
    });

    it('XML: lists repeat a child of their wrapper', async () => {
      const xml = (photos: string) =>
        `<Request><VisitId>${randomUUID()}</VisitId><Visitor><Name>A</Name><Surname>B</Surname></Visitor>` +
        `<VisitType><Title>Delivery</Title></VisitType><Reason/>${photos}</Request>`;
      const count = async (photos: string) => {
        const answer = await app.send('visit/create', xml(photos), { format: 'xml' });
        if (answer.status !== 200) return envelopeOf(answer).Code;
        const rows = await app.database.read(manager =>
          manager.findBy(VisitPhotoRow, { visit: { id: answer.body.VisitId! } }),
        );
        return rows.length;
      };
      expect(await count('<Photos/>')).toBe(0);
      const photo = `<Photo>${pixel.toString('base64')}</Photo>`;
      expect(await count(`<Photos>${photo}</Photos>`)).toBe(1);
      expect(await count(`<Photos>${photo}${photo.replace('AA', 'A\nA')}</Photos>`)).toBe(2);
      expect(await count('<Photos>AAAA</Photos>')).toBe(1002);
      expect(await count('<Photos><Photo>?</Photo></Photos>')).toBe(1002);
    });
  });

  describe('dates', () => {
    const validFrom = async (site: TestApp, VisitDate: string, format: 'json' | 'xml' = 'json') => {
      const body = newVisit();
      const text =
        format === 'json'
          ? JSON.stringify(body).replace('{', `{"VisitDate":"${VisitDate}",`)
          : { ...body, VisitDate };
      const answer = await site.send('visit/schedule', text, { format });
      if (answer.status !== 200) return envelopeOf(answer).Code;
      const { visit } = await stored(site, body.VisitId);
      return (visit[0] as { valid_from: string }).valid_from;
    };

    it.each([
      ['2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
      ['2026-12-01T10:00:00.123456789+02:00', '2026-12-01T08:00:00.123Z'],
      ['2026-12-01T10:00:00.1234567890+02', '2026-12-01T08:00:00.123Z'],
      ['2026-12-01T23:30:00-01:00', '2026-12-02T00:30:00.000Z'],
      ['2026-12-01T24:00:00Z', '2026-12-02T00:00:00.000Z'],
      ['2026-12-01T10:00', '2026-12-01T10:00:00.000Z'],
      ['2026-12-01', '2026-12-01T00:00:00.000Z'],
      ['/Date(1796119200000)/', '2026-12-01T10:00:00.000Z'],
      [String.raw`\/Date(1796119200000)\/`, '2026-12-01T10:00:00.000Z'],
      ['/Date(1796119200000+0200)/', '2026-12-01T10:00:00.000Z'],
    ])('%s is read', async (date, instant) => {
      expect(await validFrom(app, date)).toBe(instant);
      expect(await validFrom(app, date, 'xml')).toBe(instant);
    });

    it.each([
      '2027-02-30',
      '2027-13-01',
      '2027-01-01T25:00:00Z',
      '01.02.2027',
      'tomorrow',
      '/Date()/',
      '/Date(99999999999999999999)/',
      '1796119200000',
      '',
    ])('%j is none', async date => {
      expect(await validFrom(app, date)).toBe(1002);
      expect(await validFrom(app, date, 'xml')).toBe(1002);
    });

    it('of birth are days that no zone shifts', async () => {
      const sydney = await TestApp.start({ TIME_ZONE: 'Australia/Sydney' });
      try {
        for (const DateOfBirth of ['1980-05-17', '1980-05-17T00:00:00+14:00', '1980-05-17T23:59:59-11:00']) {
          const Visitor = { Name: 'A', Surname: 'B', DateOfBirth };
          const answer = await sydney.send('visit/create', newVisit({ Visitor }));
          expect(answer.body.Visitor?.DateOfBirth).toBe('1980-05-17');
        }
      } finally {
        await sydney.stop();
      }
    });

    it('go out as ISO, or as the setting says, and in XML always as ISO', async () => {
      const aspnet = await TestApp.start({ JSON_DATES: 'aspnet' });
      try {
        const VisitId = await visitIn(aspnet, 0, {
          Visitor: { Name: 'A', Surname: 'B', DateOfBirth: '1980-05-17' },
        });
        const history = async (on: TestApp, format: 'json' | 'xml', id: string) =>
          (await on.fetch('visit/getHistory', { VisitId: id }, { format })).body.History?.[0]?.Time;
        const iso = '2026-11-23T09:00:00.000Z';
        expect(await history(aspnet, 'json', VisitId)).toBe(`/Date(${Date.parse(iso)})/`);
        expect(await history(aspnet, 'xml', VisitId)).toBe(iso);
        expect((await aspnet.fetch('visit/get', { VisitId })).body.Visitor?.DateOfBirth).toBe('1980-05-17');
      } finally {
        await aspnet.stop();
      }
    });
  });

  describe('the request id', () => {
    it.each(['a', 'A-Z.0_9', 'x'.repeat(128)])('%s is taken over', async id => {
      const answer = await end(app, randomUUID(), { headers: { 'X-Request-Id': id } });
      expect(answer.headers['x-request-id']).toBe(id);
      expect(envelopeOf(answer).RequestId).toBe(id);
    });

    it.each(['', 'x'.repeat(129), 'a b', 'a"b', '<x>'])('%j is replaced', async id => {
      const answer = await end(app, randomUUID(), { headers: { 'X-Request-Id': id } });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(envelopeOf(answer).RequestId).toBe(answer.headers['x-request-id']);
    });
  });

  it.each([
    ['an answer', 'GET', '/visit/get?VisitId={id}&Token={token}', 200],
    ['a refusal', 'GET', '/visit/get', 400],
    ['an unknown route', 'GET', '/nothing', 404],
    ['a wrong verb', 'GET', '/visit/end', 405],
    ['a broken path', 'GET', '/%', 404],
    ['Swagger UI', 'GET', '/swagger', 200],
    ['the OpenAPI document', 'GET', '/openapi.json', 200],
    ['the XML Schema', 'GET', '/schema.xsd', 200],
    ['liveness', 'GET', '/health/live', 200],
    ['readiness', 'GET', '/health/ready', 200],
    ['metrics', 'GET', '/metrics', 200],
  ])('%s has the headers of every answer', async (_, __, path, status) => {
    const id = await visitIn(app, 0);
    const isDocument = /^\/(?:swagger|openapi\.json|schema\.xsd)$/.test(path);
    const answer = answerOf(await app.get(path.replace('{id}', id).replace('{token}', await app.token())));
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'cache-control': isDocument ? 'private, no-cache' : 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['x-request-id']).toBeTruthy();
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect('etag' in answer.headers).toBe(isDocument);
    expect(answer.headers['content-type']).toMatch(/charset=utf-8/i);
  });

  describe('routes', () => {
    it.each([
      '/',
      '/visit',
      '/visit/ends',
      '/visit/end/more',
      '//visit/end',
      '/login/x',
      '/%zz',
      '/favicon.ico',
    ])('404: %s', async path => {
      expect(number(answerOf(await app.get(path)))).toEqual([404, null]);
      expect(number(answerOf(await app.post(path).send({})))).toEqual([404, null]);
    });

    it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('405: %s', async verb => {
      for (const [path, allow] of [
        ['/visit/end', 'POST'],
        ['/login', 'POST'],
        ['/VISIT/get', 'GET'],
      ]) {
        const answer = await raw(app, `${verb} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        expect(answer).toMatch(/^HTTP\/1.1 405 /);
        expect(answer).toMatch(new RegExp(`\r\nAllow: ${allow}\r\n`, 'i'));
        expect(answer).toContain('"Code":null');
      }
    });

    it('405: POST where GET is due', async () => {
      const answer = answerOf(await app.post('/visit/get').send({}));
      expect(number(answer)).toEqual([405, null]);
      expect(answer.headers.allow).toBe('GET');
    });

    it('a verb that nobody knows', async () => {
      const answer = await raw(app, 'BREW /visit/end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      expect(answer).toMatch(/^HTTP\/1.1 4/);
    });
  });

  describe('media types', () => {
    it.each([
      'application/json',
      'APPLICATION/JSON; Charset="UTF-8"',
      'text/json;charset=utf8',
      'application/json; v=1',
    ])('%s is JSON', async type => {
      const answer = await app.send('visit/create', newVisit(), { headers: { 'Content-Type': type } });
      expect(answer.status).toBe(200);
    });

    it.each(['application/xml', 'text/xml; charset=utf-8'])('%s is XML', async type => {
      const headers = { 'Content-Type': type };
      expect((await app.send('visit/create', newVisit(), { format: 'xml', headers })).status).toBe(200);
    });

    it.each([
      'application/jsonp',
      'application/json+xml',
      'application/soap+xml',
      'multipart/form-data; boundary=x',
      'application/json; charset=iso-8859-1',
      'json',
    ])('415: %s', async type => {
      const answer = await app.send('visit/create', newVisit(), { headers: { 'Content-Type': type } });
      expect(number(answer)).toEqual([415, null]);
    });

    it('415: none', async () => {
      const token = await app.token();
      for (const body of ['', '{}']) {
        const answer = await raw(
          app,
          `POST /visit/end?Token=${token} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        );
        expect(answer).toMatch(/^HTTP\/1.1 415 /);
      }
    });

    it('415: a body that is compressed', async () => {
      const headers = { 'Content-Encoding': 'gzip' };
      expect(number(await app.send('visit/create', newVisit(), { headers }))).toEqual([415, null]);
    });
  });

  describe('sizes', () => {
    const ofBytes = (bytes: number) => {
      const body = newVisit({ Extra: '' });
      return JSON.stringify({ ...body, Extra: 'x'.repeat(bytes - JSON.stringify(body).length) });
    };

    it('a body of exactly the limit is read, and one byte more is not', async () => {
      expect(number(await app.send('visit/check', ofBytes(16_384)))).toEqual([404, 1540]);
      expect(number(await app.send('visit/check', ofBytes(16_385)))).toEqual([413, null]);
    });

    it('visit/create has a limit of its own', async () => {
      expect((await app.send('visit/create', ofBytes(65_536))).status).toBe(200);
      expect(number(await app.send('visit/create', ofBytes(65_537)))).toEqual([413, null]);
    });

    it('413 comes at once for an announced 10 GB, and for chunks without end', async () => {
      const head = `POST /visit/end?Token=${await app.token()} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n`;
      expect(await raw(app, `${head}Content-Length: 10000000000\r\n\r\n{`)).toMatch(/^HTTP\/1.1 413 /);
      const chunk = `1000\r\n${'x'.repeat(4096)}\r\n`;
      const answer = await raw(app, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`);
      expect(answer).toMatch(/^HTTP\/1.1 413 /);
    });

    it('a header of 17 kB is refused', async () => {
      const answer = await raw(
        app,
        `GET /visit/get HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(17_000)}\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1.1 431 /);
    });
  });

  describe('parameters', () => {
    it.each<[string, (token: string, id: string) => string, number]>([
      ['a doubled token', (token, id) => `Token=${token}&Token=${token}&VisitId=${id}`, 1002],
      ['a doubled token in another case', (token, id) => `Token=${token}&token=${token}&VisitId=${id}`, 1002],
      ['Token[]', (token, id) => `Token[]=${token}&VisitId=${id}`, 1002],
      ['Token[a]', (token, id) => `Token[a]=${token}&VisitId=${id}`, 1002],
      ['two VisitIds', (token, id) => `Token=${token}&VisitId=${id}&VisitId=${id}`, 1002],
      ['two VisitIds in two cases', (token, id) => `Token=${token}&VisitId=${id}&visitid=${id}`, 1002],
      ['VisitId[]', (token, id) => `Token=${token}&VisitId[]=${id}`, 1002],
      ['VisitId[a]', (token, id) => `Token=${token}&VisitId[a]=${id}`, 1002],
      ['__proto__', (token, id) => `Token=${token}&__proto__[VisitId]=${id}`, 1002],
      ['an unknown one', (token, id) => `Token=${token}&VisitId=${id}&x[a]=1&constructor=2`, 1540],
    ])('%s', async (_, query, code) => {
      const answer = answerOf(await app.get(`/visit/get?${query(await app.someToken(), randomUUID())}`));
      expect(envelopeOf(answer).Code).toBe(code);
    });

    it.each(['PageNumber=0', 'PageNumber=-1', 'PageSize=0', 'PageSize=1001', 'PageSize=x', 'PageSize=1.0'])(
      'a page of %s is refused',
      async page => {
        const VisitId = await visitIn(app, 0);
        const path = `/visit/getHistory?Token=${await app.someToken()}&VisitId=${VisitId}&${page}`;
        expect(number(answerOf(await app.get(path)))).toEqual([400, 1002]);
      },
    );
  });

  it('names every bad member at once, by its path, and never repeats a value', async () => {
    const answer = await app.send('visit/create', {
      VisitId: 'secret-1',
      Visitor: { Name: '', DateOfBirth: 'secret-2', Document: { DocType: 9 } },
      VisitType: [],
      Vehicle: { Type: 'secret-3' },
      Photos: ['AAAA', 'secret-4'],
    });
    expect(number(answer)).toEqual([400, 1002]);
    expect(
      envelopeOf(answer)
        .Details.map(({ Field }) => Field.replace(/\[\d+\]$/, ''))
        .sort(),
    ).toEqual(
      [
        'Photos',
        'Reason',
        'Vehicle.Type',
        'VisitId',
        'VisitType.Title',
        'Visitor.DateOfBirth',
        'Visitor.Document.DocNumber',
        'Visitor.Document.DocType',
        'Visitor.Document.State',
        'Visitor.Name',
        'Visitor.Surname',
      ].sort(),
    );
    expect(answer.text).not.toContain('secret');
  });

  it('HEAD is answered like GET, without a body', async () => {
    const answer = await raw(app, 'HEAD /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toMatch(/\r\n\r\n$/);
  });
});

describe('settings of the edge', () => {
  async function withApp(settings: Record<string, string>, work: (app: TestApp) => Promise<void>) {
    const app = await TestApp.start(settings);
    try {
      await work(app);
    } finally {
      await app.stop();
    }
  }

  it('BASE_PATH stands before actions and documents, and not before health and metrics', () =>
    withApp({ BASE_PATH: '/AktionNEXT/API' }, async app => {
      expect((await app.send('visit/create', newVisit())).status).toBe(200);
      expect((await app.post('/aktionnext/api/login').send({})).status).toBe(400);
      expect((await app.get('/AktionNEXT/API/visit/end')).status).toBe(405);
      for (const path of ['/swagger', '/openapi.json']) {
        expect((await app.get(`/AktionNEXT/API${path}`)).status).toBe(200);
        expect((await app.get(path)).status).toBe(404);
      }
      for (const path of ['/health/live', '/health/ready', '/metrics']) {
        expect((await app.get(path)).status).toBe(200);
        expect((await app.get(`/AktionNEXT/API${path}`)).status).toBe(404);
      }
      for (const path of [
        '/login',
        '/visit/end',
        '/AktionNEXT/API/nothing',
        '/AktionNEXT/APIvisit/end',
        '/',
      ]) {
        const answer = answerOf(await app.post(path).send({}));
        expect(number(answer)).toEqual([404, null]);
        expect(envelopeOf(answer).RequestId).toBe(answer.headers['x-request-id']);
      }
    }));

  it('DISABLED_METHODS answers 403/9001, for login as well, and names must be known', async () => {
    await withApp({ DISABLED_METHODS: 'VISIT/end, login' }, async app => {
      expect(number(await app.send('visit/end', {}, { token: null }))).toEqual([403, 9001]);
      expect(number(await app.send('login', {}, { token: null }))).toEqual([403, 9001]);
      expect(number(await app.send('visit/check', {}, { token: null }))).toEqual([400, 1002]);
    });
    await expect(TestApp.start({ DISABLED_METHODS: 'visit/ends' })).rejects.toThrow('DISABLED_METHODS');
  });

  it('SWAGGER=off removes user interface and document', () =>
    withApp({ SWAGGER: 'off' }, async app => {
      expect((await app.get('/swagger')).status).toBe(404);
      expect((await app.get('/openapi.json')).status).toBe(404);
    }));

  const everyRoute: [string, string][] = [
    ['POST', '/login'],
    ['POST', '/visit/end'],
    ['GET', '/visit/get'],
    ['GET', '/nothing'],
    ['GET', '/%'],
    ['PUT', '/visit/end'],
    ['GET', '/swagger'],
    ['GET', '/swagger/swagger-ui.css'],
    ['GET', '/openapi.json'],
    ['GET', '/health/live'],
    ['GET', '/health/ready'],
    ['GET', '/metrics'],
  ];

  it.each(['', '/api'])('IP_FILTER covers every route, with the base path %j', basePath =>
    withApp({ IP_FILTER: '10.0.0.0/8; ::1', BASE_PATH: basePath }, async app => {
      const below = everyRoute.map(([verb, path]): [string, string] => [verb, basePath + path]);
      for (const [verb, path] of [...everyRoute, ...below]) {
        const answer = await raw(
          app,
          `${verb} ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.0.0.1\r\nConnection: close\r\n\r\n`,
        );
        expect([path, answer]).toEqual([path, expect.stringMatching(/^HTTP\/1.1 401 /)]);
        expect(answer).toContain('"Ip filter violated for ip client address [127.0.0.1]","Code":1006');
      }
    }),
  );

  it('X-Forwarded-For is believed from trusted proxies alone, and only up to the first that is not', () =>
    withApp({ IP_FILTER: '10.0.0.0/8', TRUSTED_PROXIES: '127.0.0.1, 192.168.7.0/24' }, async app => {
      const code = async (forwarded?: string, header = 'X-Forwarded-For') => {
        const headers = forwarded === undefined ? {} : { [header]: forwarded };
        return envelopeOf(await app.fetch('visit/get', {}, { token: null, headers })).Code;
      };
      expect(await code()).toBe(1006);
      expect(await code('10.0.0.1')).toBe(1002);
      expect(await code('::ffff:10.0.0.1')).toBe(1002);
      expect(await code('172.16.0.1')).toBe(1006);
      expect(await code('10.0.0.1, 172.16.0.1')).toBe(1006);
      expect(await code('172.16.0.1, 10.0.0.1')).toBe(1002);
      expect(await code('10.0.0.1, 192.168.7.8')).toBe(1002);
      expect(await code('nonsense')).toBe(1006);
      expect(await code('10.0.0.1', 'X-Real-IP')).toBe(1006);
      expect(await code('for=10.0.0.1', 'Forwarded')).toBe(1006);
    }));

  it('X-Forwarded-For from anybody changes neither filter nor rate nor history', () =>
    withApp({ RATE_POLICY: '3/1m' }, async app => {
      const headers = { 'X-Forwarded-For': '10.0.0.1', 'X-Real-IP': '10.0.0.1', Forwarded: 'for=10.0.0.1' };
      expect(number(await end(app, randomUUID(), { as: 'elsewhere', headers }))).toEqual([401, 1006]);
      const VisitId = await visitIn(app, 0, {}, 'guard');
      expect((await stored(app, VisitId)).history).toMatchObject([{ address: '127.0.0.1' }]);
      const codes = [];
      for (let count = 0; count < 4; count += 1) {
        const spoofed = { 'X-Forwarded-For': `10.0.0.${count}` };
        const answer = await app.fetch('nothing', {}, { token: null, headers: spoofed });
        codes.push(envelopeOf(answer).Code);
      }
      expect(codes.at(-1)).toBe(1008);
    }));

  it("a user's rate counts all tokens and all actions together, and nobody else", () =>
    withApp({ RATE_POLICY: '4/1m' }, async app => {
      const tokens = [await app.token('gate'), await app.token('gate')];
      const ids = { VisitId: randomUUID() };
      const calls = [
        () => app.fetch('visit/get', ids, { token: tokens[0] }),
        () => app.fetch('visit/getHistory', ids, { token: tokens[1] }),
        () => app.send('visit/end', { ...ids, Reason: '' }, { token: tokens[0] }),
        () => app.send('visit/check', ids, { token: tokens[1], format: 'xml' }),
      ];
      for (const call of calls) expect(number(await call())).toEqual([404, 1540]);
      app.clock.advance(10_000);
      for (const call of calls) {
        const refused = await call();
        expect(number(refused)).toEqual([401, 1008]);
        expect(envelopeOf(refused).Message).toBe('Request rate policy violated for [gate]');
        expect(refused.headers['retry-after']).toBe('50');
      }
      expect(number(await app.fetch('visit/get', ids, { as: 'reception' }))).toEqual([404, 1540]);
      app.clock.advance(50_000);
      const token = await app.token('gate');
      expect(number(await app.fetch('visit/get', ids, { token }))).toEqual([404, 1540]);
    }));

  it('exactly as many as the limit pass of those that come at once', () =>
    withApp({ RATE_POLICY: '20/1m' }, async app => {
      const token = await app.token('gate');
      const query = { VisitId: randomUUID() };
      const answers = await Promise.all(
        Array.from({ length: 60 }, () => app.fetch('visit/get', query, { token })),
      );
      expect(answers.filter(answer => envelopeOf(answer).Code === 1540)).toHaveLength(20);
      expect(answers.filter(answer => envelopeOf(answer).Code === 1008)).toHaveLength(40);
    }));

  it("an address's rate is spent by what no live token identifies, and by nothing else", () =>
    withApp({ RATE_POLICY: '6/1m' }, async app => {
      const token = await app.token('gate');
      const spend: (() => Promise<Answer>)[] = [
        () => app.fetch('nothing', {}, { token: null }),
        () => app.fetch('swagger', {}, { token: null }),
        () => app.fetch('visit/get', {}, { token: randomUUID() }),
        () => app.send('visit/end', {}, { token: 'none' }),
        () => app.send('login', { UserLogin: 'gate', ApiKey: 'AAAA' }, { token: null }),
      ];
      // The login above was the first of six.
      for (const call of spend) expect(envelopeOf(await call()).Code).not.toBe(1008);
      for (let count = 0; count < 3; count += 1) {
        const known = await app.fetch('visit/get', { VisitId: randomUUID() }, { token });
        expect(envelopeOf(known).Code).toBe(1540);
      }
      for (const call of spend) {
        const refused = await call();
        expect(number(refused)).toEqual([401, 1008]);
        expect(envelopeOf(refused).Message).toBe('Request rate policy violated for [127.0.0.1]');
        expect(refused.headers['retry-after']).toBe('60');
      }
      for (const path of ['health/live', 'health/ready', 'metrics']) {
        for (let count = 0; count < 10; count += 1) expect((await app.get(`/${path}`)).status).toBe(200);
      }
      const known = await app.fetch('visit/get', { VisitId: randomUUID() }, { token });
      expect(envelopeOf(known).Code).toBe(1540);
    }));

  it('a token that has expired identifies nobody', () =>
    withApp({ RATE_POLICY: '3/1m' }, async app => {
      const token = await app.token('gate');
      app.clock.advance(20_000);
      const ask = async () => envelopeOf(await app.fetch('visit/get', {}, { token })).Code;
      expect([await ask(), await ask(), await ask()]).toEqual([1001, 1001, 1008]);
    }));

  it('the rate policies are off where a setting says so', () =>
    withApp({ RATE_POLICY: 'off', LOGIN_RATE_POLICY: 'off' }, async app => {
      for (let count = 0; count < 30; count += 1) {
        const answer = await app.send('login', { UserLogin: 'gate', ApiKey: keys.gate }, { token: null });
        expect(answer.status).toBe(200);
      }
    }));
});
