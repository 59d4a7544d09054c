import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import {
  Bytes,
  CalendarDate,
  conversions,
  fieldsOf,
  Flag,
  Guid,
  Instant,
  Integer,
  List,
  Nested,
  Text,
} from '../fields';
import { render, renderAnswer, sendPieces, toJson, toXml } from './render';

class Part {
  @Text({ description: 'title', max: 10 }) Title: string;
}
class Parent {
  @Guid({ description: 'id' }) Id: string;
  @Text({ description: 'note', required: false, max: 10 }) Note: string | null;
}
class Answer extends Parent {
  @Nested(() => Part, { description: 'last', required: false, first: true }) Last: Part | null;
  @Integer({ description: 'state', min: 0, max: 8 }) State: number;
  @Flag({ description: 'planned' }) IsPlanned: boolean;
  @Instant({ description: 'from' }) ValidFrom: Date;
  @CalendarDate({ description: 'born' }) Born: string;
  @Bytes({ description: 'photo' }) Photo: Buffer;
  @List(() => Part, { description: 'parts', item: 'Part' }) Parts: Part[];
  @List(conversions.text({ max: 5 }), { description: 'tags', item: 'Tag' }) Tags: string[];
  @List(() => Part, { description: 'details', item: 'Detail', required: false, omitNull: true }) Details?:
    Part[] | null;
}

/** In another order than documented, and with a member that nobody documented. */
const value = {
  Secret: 'hidden',
  Tags: ['a', '<&>'],
  Parts: [{ Secret: 'hidden', Title: 'x' }],
  Photo: Buffer.from([0, 1, 2]),
  Born: '1980-05-17',
  ValidFrom: new Date('2026-11-23T15:46:00Z'),
  IsPlanned: false,
  State: 0,
  Id: 'i',
};

describe('an answer', () => {
  it('has the members of its parent first, but for those that come before', () => {
    expect(
      fieldsOf(Answer)
        .map(({ name }) => name)
        .slice(0, 4),
    ).toEqual(['Last', 'Id', 'Note', 'State']);
  });

  it('in JSON has the documented members in their order, null where there is nothing', () => {
    expect(toJson(Answer, value, 'iso')).toBe(
      '{"Last":null,"Id":"i","Note":null,"State":0,"IsPlanned":false,"ValidFrom":"2026-11-23T15:46:00.000Z",' +
        '"Born":"1980-05-17","Photo":"AAEC","Parts":[{"Title":"x"}],"Tags":["a","<&>"]}',
    );
  });

  it('in JSON has dates as the setting says, but no days', () => {
    expect(toJson(Answer, value, 'aspnet')).toContain(
      '"ValidFrom":"/Date(1795448760000)/","Born":"1980-05-17"',
    );
  });

  it('in XML has what there is, in the documented order, dates always as ISO', () => {
    expect(toXml(Answer, value)).toBe(
      '<?xml version="1.0" encoding="utf-8"?><Response><Id>i</Id><State>0</State><IsPlanned>false</IsPlanned>' +
        '<ValidFrom>2026-11-23T15:46:00.000Z</ValidFrom><Born>1980-05-17</Born><Photo>AAEC</Photo>' +
        '<Parts><Part><Title>x</Title></Part></Parts><Tags><Tag>a</Tag><Tag>&lt;&amp;&gt;</Tag></Tags></Response>',
    );
  });

  it('in XML has an empty element for an empty list and an empty text', () => {
    const xml = toXml(Answer, { ...value, Parts: [], Tags: [''], Note: '', Details: [] });
    expect(xml).toContain('<Note></Note>');
    expect(xml).toContain('<Parts></Parts><Tags><Tag></Tag></Tags><Details></Details>');
  });
});

describe('the format of an answer', () => {
  const app = express().use((_, response) => {
    response.send(render(response, Part, { Title: 'x' }, 'iso'));
  });
  const server = createServer(app);
  beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise(resolve => server.close(resolve)));

  it.each([
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['text/*', 'text/json'],
    ['application/xml', 'application/xml'],
    ['text/xml', 'text/xml'],
    ['application/json;q=0.4, application/xml;q=0.5', 'application/xml'],
    ['application/xml;q=0.4, */*;q=0.5', 'application/json'],
    ['application/xml, application/json', 'application/xml'],
    ['application/*;q=0.2, text/xml', 'text/xml'],
    ['application/json;q=0, */*', 'application/xml'],
    ['application/xml;q=0', 'application/json'],
    ['image/png', 'application/json'],
    ['application/vnd.x+xml', 'application/json'],
    ['nonsense', 'application/json'],
    [';;;,,,///', 'application/json'],
    ['application/xml;q=x', 'application/json'],
    ['', 'application/json'],
    ['x'.repeat(8000), 'application/json'],
    [`${'a/b,'.repeat(1000)}application/xml`, 'application/xml'],
  ])('for Accept: %s', async (accept, type) => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { Accept: accept } });
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(await answer.text()).toContain(type.endsWith('xml') ? '<Response>' : '{"Title"');
  });
});

describe('an answer with a long list', () => {
  const parts = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ Title: `${index}<&>"`, Secret: 'hidden' }));
  let writtenAtOnce: boolean;
  let turns: number;
  const app = express().use(async (request, response) => {
    const answer = { ...value, Parts: parts(Number(request.query.count)) };
    const text = renderAnswer(response, Answer, answer, 'iso');
    writtenAtOnce = typeof text === 'string';
    turns = 0;
    const count = () => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    const whole = await text;
    clearImmediate(next);
    await sendPieces(response, [whole].flat());
  });
  const server = createServer(app);
  beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise(resolve => server.close(resolve)));

  it.each([0, 1, 100, 101, 200, 1050])('is as it would be at once, with %i items', async count => {
    const answer = { ...value, Parts: parts(count) };
    const { port } = server.address() as AddressInfo;
    for (const [type, whole] of [
      ['application/json', toJson(Answer, answer, 'iso')],
      ['application/xml', toXml(Answer, answer)],
    ] as const) {
      const got = await fetch(`http://127.0.0.1:${port}?count=${count}`, { headers: { Accept: type } });
      expect(await got.text()).toBe(whole);
      expect(got.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      expect(writtenAtOnce).toBe(count <= 100);
    }
  });

  it.each([0, 1])('is sent without harm to characters of two halves, %i beside them', async beside => {
    const text = 'x'.repeat(beside) + '\u{1F600}'.repeat(300_000);
    const sender = createServer(express().use((_, response) => sendPieces(response, ['', text, 'x'])));
    await new Promise<void>(resolve => sender.listen(0, '127.0.0.1', resolve));
    const { port } = sender.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}`);
    expect((await answer.text()) === `${text}x`).toBe(true);
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(text) + 1));
    await new Promise(resolve => sender.close(resolve));
  });

  it('is written in pieces, and others have their turn between them', async () => {
    const { port } = server.address() as AddressInfo;
    await fetch(`http://127.0.0.1:${port}?count=1000`);
    expect(turns).toBeGreaterThanOrEqual(9);
  });
});
