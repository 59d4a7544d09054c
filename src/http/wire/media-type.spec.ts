import { formatOf } from './media-type';

const of = (type: string | undefined, encoding?: string) =>
  formatOf({ 'content-type': type, 'content-encoding': encoding });

describe('the media type of a body', () => {
  it.each([
    ['application/json', 'json'],
    ['text/json', 'json'],
    ['application/xml', 'xml'],
    ['text/xml', 'xml'],
    ['  Application/JSON ; v=1 ; Charset = "UTF-8"', 'json'],
    ['text/xml;charset=utf8', 'xml'],
    ['text/xml; charset=us-ascii', 'xml'],
    ['application/json; charset=', 'json'],
    ['application/json; charset', 'json'],
    ['application/json;;', 'json'],
  ])('%s is %s', (type, format) => {
    expect(of(type)).toBe(format);
    expect(of(type, 'Identity')).toBe(format);
  });

  const type = { field: 'Content-Type', problem: 'must be application/json or application/xml' };
  const charset = { field: 'Content-Type', problem: 'must have no charset but utf-8' };
  const encoding = { field: 'Content-Encoding', problem: 'must be identity: no compressed body is read' };

  it.each([
    ['no type', undefined, undefined, [type]],
    ['another type', 'application/soap+xml', undefined, [type]],
    ['the name of a member of objects', 'constructor', undefined, [type]],
    ['another charset', 'application/json; charset=utf-16', undefined, [charset]],
    ['another charset and others behind', 'text/xml; charset=latin1; charset=utf-8', undefined, [charset]],
    ['a charset of two words', 'application/json; charset=x y', undefined, [charset]],
    ['a compressed body', 'application/json', 'gzip', [encoding]],
    ['both', 'text/plain', 'br', [type, encoding]],
    ['15,000 blanks', `application/json; charset=${' '.repeat(15_000)}x y`, undefined, [type]],
    ['15,000 parameters', `application/json${';'.repeat(15_000)}`, undefined, [type]],
  ])('%s is refused, and the header named', (_, given, encoded, details) => {
    expect(() => of(given, encoded)).toThrow(
      expect.objectContaining({ code: 'UnsupportedMediaType', details }),
    );
  });
});
