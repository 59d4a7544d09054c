import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withinCpuMs } from '../support/cpu-time';
import { answerOf, TestApp } from '../support/test-app';
import { newVisit, rowCounts, stored, visitIn } from '../support/visits';
import { type Answer, envelopeOf, type Format, formats, mediaTypes } from '../support/wire';

const nested = (depth: number, open: string, close: string, core = '') =>
  open.repeat(depth) + core + close.repeat(depth);
const arrays = (depth: number) => nested(depth, '[', ']');
const objects = (depth: number) => nested(depth, '{"a":', '}', '1');
const tags = (depth: number) => nested(depth, '<a>', '</a>');

describe('bad input', () => {
  let app: TestApp;
  let visitId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    visitId = await visitIn(app, 6);
  });
  afterAll(() => app.stop());

  /** The contract's error within a second, and nothing is changed. */
  async function expectRefused(call: () => Promise<Answer>, code: number | null = 1002): Promise<Answer> {
    const before = [await stored(app, visitId), await rowCounts(app)];
    const answer = await withinCpuMs(1000, call);
    expect([answer.status, envelopeOf(answer).Code]).toEqual([code === 1002 ? 400 : 404, code]);
    expect(envelopeOf(answer).RequestId).toBeTruthy();
    expect([await stored(app, visitId), await rowCounts(app)]).toEqual(before);
    return answer;
  }

  const end = (reason: string) => `{"VisitId":"${visitId}","Reason":${reason}}`;
  const endXml = (reason: string, around = '') =>
    `${around}<Request><VisitId>${visitId}</VisitId><Reason>${reason}</Reason></Request>`;
  const json = (text: string, action = 'visit/end') => expectRefused(() => app.send(action, text));
  const xml = (text: string, action = 'visit/end') =>
    expectRefused(() => app.send(action, text, { format: 'xml' }));

  describe('JSON', () => {
    it.each([
      '{',
      '}',
      '{"VisitId"}',
      "{'VisitId':'x'}",
      '{"a":1,}',
      '{"a":1}{"b":2}',
      '{"a":01}',
      '{"a":NaN}',
      'undefined',
      'null',
      'true',
      '0',
      '""',
      '[]',
      '[{}]',
      '// comment\n{}',
      'VisitId=x&Reason=y',
      '<Request/>',
      ' ',
      '\u0000',
      '\ufeff',
    ])('%j', text => json(text));

    it.each([
      ['an array', '["left"]'],
      ['an array of arrays', '[[["left"]]]'],
      ['an object', '{"length":4}'],
      ['a number', '5'],
      ['a truth', 'true'],
      ['NUL', String.raw`"a\u0000b"`],
      ['a control character', String.raw`"a\u001bb"`],
      ['a lone high surrogate', String.raw`"a\ud800b"`],
      ['a lone low surrogate', String.raw`"a\udc00b"`],
      ['a character that XML cannot carry', String.raw`"\uffff"`],
      ['an object with a toString', '{"toString":"x","valueOf":"y"}'],
    ])('a reason that is %s', (_, reason) => json(end(reason)));

    it('a member that comes twice in two cases', () =>
      json(`{"VisitId":"${visitId}","visitid":"${visitId}","Reason":""}`));

    it('a member that comes twice in one case, and which it is', async () => {
      const answer = await json(`{"VisitId":"${visitId}","Reason":"a","Reason":"b"}`);
      expect(envelopeOf(answer).Details).toEqual([{ Field: 'Reason', Problem: 'is given more than once' }]);
    });

    it('a member within another that comes twice', async () => {
      const text = JSON.stringify(newVisit()).replace('"Name":', '"Name":"x","Name":');
      const answer = await json(text, 'visit/create');
      expect(envelopeOf(answer).Details).toEqual([
        { Field: 'Visitor.Name', Problem: 'is given more than once' },
      ]);
    });

    it('no unknown member that comes twice: it is ignored, as all unknown members are', async () => {
      const answer = await app.send('visit/check', `{"VisitId":"${visitId}","x":1,"x":[{"y":1,"y":2}]}`);
      expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 9102]);
    });

    it.each([
      '{"__proto__":{"VisitId":"x","Reason":"y"}}',
      '{"constructor":{"prototype":{"Reason":"y"}}}',
      '{"__proto__":{"State":7},"toString":1,"hasOwnProperty":2}',
    ])('%s', async text => {
      await json(text);
      expect(({} as Record<string, unknown>).Reason).toBeUndefined();
      expect(({} as Record<string, unknown>).State).toBeUndefined();
    });

    it.each([33, 10_000, 20_000, 50_000])('%i levels deep, wherever they are', async depth => {
      await json(arrays(depth));
      await json(objects(depth));
      await json(`{"VisitId":"${visitId}","Reason":"","Unknown":${arrays(depth - 1)}}`);
      await json(`{"VisitId":"${visitId}","Reason":${objects(depth)}}`);
      await json('['.repeat(depth));
      const create = JSON.stringify(newVisit({ Visitor: null }));
      await json(create.replace('"Visitor":null', `"Visitor":${objects(depth)}`), 'visit/create');
    });

    it('32 levels are read, also where brackets stand in texts', async () => {
      const reason = JSON.stringify(`${'['.repeat(100)}"\\`);
      const text = `{"VisitId":"${visitId}","Reason":${reason},"Unknown":${arrays(31)}}`;
      expect((await app.send('visit/check', text)).status).toBe(403);
    });
  });

  it.each<[string, (format: Format) => Buffer]>([
    ['bytes that are no UTF-8', format => Buffer.from(bodyIn(format, 'caf\u00e9'), 'latin1')],
    ['UTF-16', format => Buffer.from(bodyIn(format, ''), 'utf16le')],
    ['UTF-16 with a mark', format => Buffer.from(`\ufeff${bodyIn(format, '')}`, 'utf16le')],
    ['a surrogate as bytes', format => Buffer.from(bodyIn(format, '\u00ed\u00a0\u0080'), 'latin1')],
    ['an overlong slash', format => Buffer.from(bodyIn(format, '\u00c0\u00af'), 'latin1')],
    ['gzip without saying so', () => Buffer.from('1f8b08000000000000ff', 'hex')],
  ])('%s, as JSON and as XML', async (_, build) => {
    for (const format of formats) {
      const request = app.post('/visit/end').query({ Token: await app.someToken() });
      const call = request.set('Content-Type', mediaTypes[format]).serialize((body: string) => body);
      await expectRefused(async () => answerOf(await call.send(build(format))));
    }
  });

  function bodyIn(format: Format, reason: string): string {
    return format === 'json' ? end(JSON.stringify(reason)) : endXml(reason);
  }

  describe('XML', () => {
    it.each<[string, (file: string, url: string) => string]>([
      ['no XML', () => 'hello'],
      ['JSON', () => '{"VisitId":"x"}'],
      ['white space', () => ' \n '],
      ['no end', () => '<Request><VisitId>'],
      ['mismatched tags', () => '<Request><VisitId></Reason></Request>'],
      ['crossed tags', () => '<Request><VisitId><Reason></VisitId></Reason></Request>'],
      ['two roots', () => endXml('') + endXml('')],
      ['another root', () => endXml('').replaceAll('Request', 'Response')],
      ['a root in another case', () => endXml('').replaceAll('Request', 'request')],
      ['text before the root', () => `x${endXml('')}`],
      ['text behind the root', () => `${endXml('')}x`],
      ['a DOCTYPE', () => endXml('', '<!DOCTYPE Request>')],
      ['a DOCTYPE in small letters', () => endXml('', '<!doctype Request []>')],
      ['an entity', () => endXml('&a;', '<!DOCTYPE Request [<!ENTITY a "b">]>')],
      ['an external file', file => endXml('&a;', `<!DOCTYPE Request [<!ENTITY a SYSTEM "file://${file}">]>`)],
      ['an external address', (_, url) => endXml('&a;', `<!DOCTYPE Request [<!ENTITY a SYSTEM "${url}">]>`)],
      ['an external DTD', (_, url) => endXml('', `<!DOCTYPE Request SYSTEM "${url}">`)],
      [
        'a parameter entity',
        (_, url) => endXml('', `<!DOCTYPE Request [<!ENTITY % a SYSTEM "${url}"> %a;]>`),
      ],
      ['an entity that nobody declared', () => endXml('&nbsp;')],
      ['an ampersand alone', () => endXml('a & b')],
      ['a processing instruction', () => endXml('', '<?php echo 1 ?>')],
      ['a processing instruction inside', () => endXml('<?x y?>')],
      ['a style sheet', () => endXml('', '<?xml version="1.0"?><?xml-stylesheet href="x"?>')],
      ['two prologs', () => endXml('', '<?xml version="1.0"?><?xml version="1.0"?>')],
      ['a prolog that is late', () => endXml('', ' <?xml version="1.0"?>')],
      ['another encoding', () => endXml('', '<?xml version="1.0" encoding="UTF-16"?>')],
      ['a wrong encoding', () => endXml('', '<?xml version="1.0" encoding="ISO-8859-1"?>')],
      ['NUL', () => endXml('a\u0000b')],
      ['a reference to NUL', () => endXml('a&#0;b')],
      ['a reference to a control character', () => endXml('a&#x1b;b')],
      ['a reference to a surrogate', () => endXml('a&#xD800;b')],
      ['a reference beyond Unicode', () => endXml('a&#x110000;b')],
      ['an element that comes twice', () => endXml('a</Reason><Reason>b')],
      ['an element where a text is due', () => endXml('<b>a</b>')],
      ['__proto__', () => '<Request><__proto__><Reason>x</Reason></__proto__></Request>'],
      ['constructor', () => '<Request><constructor><prototype>x</prototype></constructor></Request>'],
      ['nil', () => endXml('').replace('<Reason>', '<Reason xmlns:xsi="x" xsi:nil="true">')],
      ['an attribute without a value', () => endXml('').replace('<Reason>', '<Reason a>')],
    ])('%s', async (_, build) => {
      const hits: string[] = [];
      const canary = createServer((request, response) => {
        hits.push(request.url ?? '');
        response.end('canary');
      });
      await new Promise<void>(resolve => canary.listen(0, '127.0.0.1', resolve));
      const folder = mkdtempSync(join(tmpdir(), 'gatehouse-canary-'));
      const file = join(folder, 'canary.txt');
      writeFileSync(file, 'canary');
      try {
        const { port } = canary.address() as AddressInfo;
        const answer = await xml(build(file, `http://127.0.0.1:${port}/canary`));
        expect(answer.text).not.toContain('canary');
        expect(hits).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
        await new Promise(resolve => canary.close(resolve));
      }
    });

    it('a thousand million laughs', async () => {
      const entities = Array.from(
        { length: 9 },
        (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
      );
      await xml(endXml('&l9;', `<!DOCTYPE Request [<!ENTITY l0 "lol">${entities.join('')}]>`));
    });

    it.each([32, 10_000, 20_000, 50_000])('%i levels below the root, wherever they are', async depth => {
      await xml(`<Request>${tags(depth)}</Request>`);
      await xml(endXml(tags(depth)));
      await xml(endXml(`</Reason><Unknown>${tags(depth - 1)}</Unknown><Reason>`));
      await xml('<a>'.repeat(depth));
    });

    it('32 levels are read', async () => {
      const text = endXml(`</Reason><Unknown>${tags(30)}</Unknown><Reason>`).replace('<Reason></Reason>', '');
      const answer = await app.send('visit/check', text, { format: 'xml' });
      expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 9102]);
    });

    it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
      'an unknown element named %s is ignored',
      async name => {
        const text = endXml(`</Reason><${name}><a>1</a></${name}><Reason>`).replace('<Reason></Reason>', '');
        for (const format of formats) {
          const json = `{"VisitId":"${visitId}","${name}":{"${name}":1}}`;
          const answer = await app.send('visit/check', format === 'xml' ? text : json, { format });
          expect([answer.status, envelopeOf(answer).Code]).toEqual([403, 9102]);
        }
      },
    );

    it('20,000 references and 100,000 elements do not hold the service up', async () => {
      await xml(endXml('&amp;'.repeat(20_000)));
      await xml(`<Request>${'<a/>'.repeat(100_000)}</Request>`);
    });
  });

  describe.each(formats)('values in %s', format => {
    const create = (members: object) =>
      expectRefused(() => app.send('visit/create', newVisit(members), { format }));
    const person = { Name: 'A', Surname: 'B' };

    it.each<[string, object]>([
      ['an array for the visitor', { Visitor: [person] }],
      ['a text for the visitor', { Visitor: 'Petr' }],
      ['no name', { Visitor: { Surname: 'B' } }],
      ['an empty name', { Visitor: { ...person, Name: '' } }],
      ['a name of 101', { Visitor: { ...person, Name: 'x'.repeat(101) } }],
      ['a visitor id that is none', { Visitor: { ...person, VisitorId: '1' } }],
      ['a day of birth that is none', { Visitor: { ...person, DateOfBirth: '1980-02-30' } }],
      ['a language that is none', { Visitor: { ...person, Language: 'česky' } }],
      ['half a document', { Visitor: { ...person, Document: { DocNumber: '1' } } }],
      [
        'a document type of 3',
        { Visitor: { ...person, Document: { DocNumber: '1', State: 'CZ', DocType: 3 } } },
      ],
      ['no title of the type', { VisitType: { Shortcut: 'x' } }],
      ['a reason of 4001', { Reason: 'x'.repeat(4001) }],
      ['a vehicle of type 5', { Vehicle: { Type: 5 } }],
      ['a plate of 101', { Trailer: { VehicleLP: 'x'.repeat(101) } }],
      ['a person without an id', { VisitedPerson: { Name: 'Jana' } }],
      ['a card that is not hexadecimal', { Identifier: { InternalNrLong: 'XYZ' } }],
      ['a card number of 21', { Identifier: { InternalNrLong: 'A'.repeat(21) } }],
      ['photos that are no base64', { Photos: ['%%%'] }],
      ['a photo that is an object', { Photos: [{ a: 1 }] }],
      ['11 photos', { Photos: Array.from({ length: 11 }, () => 'AAAA') }],
    ])('%s', (_, members) => create(members));

    it.each<[string, object]>([
      ['a method of 3', { Method: 3 }],
      ['no document', { Method: 0 }],
      ['no entry code', { Method: 1 }],
    ])('verify with %s', (_, members) =>
      expectRefused(() => app.send('visit/verify', { VisitId: visitId, ...members }, { format })),
    );

    it.each<[string, object]>([
      ['no code', { Reason: '' }],
      ['a code of 4', { ReasonCode: 4, Reason: '' }],
      ['no reason', { ReasonCode: 0 }],
    ])('reject with %s', (_, members) =>
      expectRefused(() => app.send('visit/reject', { VisitId: visitId, ...members }, { format })),
    );
  });

  it.each([
    "'; DROP TABLE visit; --",
    '%',
    '_',
    '\\',
    '${1}',
    '{{1}}',
    '=1+1',
    '\r\nSet-Cookie: a=b',
    'a\u2028b',
    'a\u202e',
  ])('the text %j is stored and given back as it is', async text => {
    for (const format of formats) {
      const body = newVisit({ Visitor: { Name: text, Surname: text }, Reason: text });
      expect((await app.send('visit/create', body, { format })).status).toBe(200);
      for (const answered of formats) {
        const got = await app.fetch('visit/get', { VisitId: body.VisitId }, { format: answered });
        expect(got.body).toMatchObject({ Reason: text, Visitor: { Name: text, Surname: text } });
      }
    }
    expect((await app.fetch('visit/get', { VisitId: text })).status).toBe(400);
  });

  it('the same visit in JSON and in XML is the same record', async () => {
    const members = {
      Visitor: { Name: '  Ä ', Surname: '007', Company: '1e5', PhoneNumber: '+420 1', Email: '' },
      Vehicle: { VehicleLP: '0x1F', Type: 1, Desc: 'true' },
      Reason: '1.10',
    };
    const records = [];
    for (const format of formats) {
      const body = newVisit(members);
      expect((await app.send('visit/create', body, { format })).status).toBe(200);
      const { visit } = await stored(app, body.VisitId);
      const { reason, vehicle_plate, vehicle_type, vehicle_description } = visit[0] as Record<
        string,
        unknown
      >;
      const { Visitor } = (await app.fetch('visit/get', { VisitId: body.VisitId })).body;
      records.push({
        reason,
        vehicle_plate,
        vehicle_type,
        vehicle_description,
        Visitor: { ...Visitor, VisitorId: 0 },
      });
    }
    expect(records[1]).toEqual(records[0]);
    expect(records[0]).toMatchObject({ reason: '1.10', Visitor: { Name: '  Ä ', Surname: '007' } });
  });
});
