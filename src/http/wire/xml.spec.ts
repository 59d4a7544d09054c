import fc from 'fast-check';
import { withinCpuMs } from '../../../test/support/cpu-time';
import { MAX_MEMBERS, MAX_VALUES, PIECE } from './tree-reader';
import { parseXml, XmlReader } from './xml';
import { escapeXml, writeXml } from './xml-writer';

const reason = (inner: string) => `<Request><Reason>${inner}</Reason></Request>`;
const nested = (depth: number) => `<Request>${'<a>'.repeat(depth - 1)}${'</a>'.repeat(depth - 1)}</Request>`;
const attributes = (count: number) => Array.from({ length: count }, (_, at) => `a${at}="1"`).join(' ');
const elements = (count: number) =>
  `<Request>${Array.from({ length: count }, (_, at) => `<a${at}/>`).join('')}</Request>`;
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

describe('parsing XML', () => {
  it.each<[string, string, unknown]>([
    ['an empty root', '<Request/>', ''],
    ['a root without members', '<Request></Request>', ''],
    [
      'a prolog and comments',
      '<?xml version="1.0" encoding="utf-8"?>\n<!-- a & b --><Request/><!-- c -->\n',
      '',
    ],
    ['white space around the root', '\n <Request/> \n', ''],
    ['namespaces on the root', `<Request xmlns:xsd="a" ${XSI} xmlns="b"><A>1</A></Request>`, { A: '1' }],
    ['attributes', '<Request a="&lt;>"><A b="c">1</A></Request>', { A: '1' }],
    ['layout between elements', '<Request>\n  <A>1</A>\n  <B>2</B>\n</Request>', { A: '1', B: '2' }],
    ['repeated elements', '<Request><A>1</A><A>2</A></Request>', { A: ['1', '2'] }],
    [
      'texts that look like numbers',
      '<Request><A>007</A><B>1e5</B><C>1.10</C></Request>',
      { A: '007', B: '1e5', C: '1.10' },
    ],
    ['white space in a text', reason('  a\t '), { Reason: '  a\t ' }],
    ['a text of white space', reason('  '), { Reason: '  ' }],
    ['CDATA', reason('<![CDATA[a<b>&amp;]]> c'), { Reason: 'a<b>&amp; c' }],
    ['an end of CDATA inside CDATA', reason('<![CDATA[]]]]><![CDATA[>]]>'), { Reason: ']]>' }],
    ['a comment inside CDATA', reason('<![CDATA[<!-- ]]>&amp;<!-- -->'), { Reason: '<!-- &' }],
    ['a comment inside a text', reason('a<!-- & <b> -->b'), { Reason: 'ab' }],
    ['references', reason('&lt;&gt;&amp;&quot;&apos;&#233;&#x10D;&#x1F600;'), { Reason: '<>&"\'éč😀' }],
    ['a reference that hides another', reason('&amp;lt;&#38;#65;'), { Reason: '&lt;&#65;' }],
    ['line ends', reason('a\r\nb\rc&#xD;d'), { Reason: 'a\nb\nc\rd' }],
    [
      'nil',
      `<Request ${XSI}><A xsi:nil="true"/><B xsi:nil="1"></B><C xsi:nil="false">x</C></Request>`,
      { A: null, B: null, C: 'x' },
    ],
    [
      'elements named like members of every object',
      '<Request><__proto__><a>1</a></__proto__><constructor>2</constructor><toString/></Request>',
      JSON.parse('{"__proto__":{"a":"1"},"constructor":"2","toString":""}'),
    ],
    ['as many attributes as an element may have', `<Request ${attributes(MAX_MEMBERS)}/>`, ''],
    ['a nil root', `<Request ${XSI} xsi:nil="true"/>`, null],
  ])('reads %s', (_, text, tree) => {
    expect(parseXml(text)).toEqual(tree);
  });

  it.each<[string, string]>([
    ['a DOCTYPE', `<!DOCTYPE Request>${reason('a')}`],
    ['an entity declaration', `<!ENTITY a "b">${reason('a')}`],
    ['an entity that XML does not define', reason('&nbsp;')],
    ['an ampersand alone', reason('a & b')],
    ['a reference to a control character', reason('&#1;')],
    ['a reference to a surrogate', reason('&#xD83D;&#xDE00;')],
    ['a reference beyond Unicode', reason('&#x110000;')],
    ['a reference far beyond Unicode', reason('&#99999999;')],
    ['NUL', reason('\u0000')],
    ['a lone surrogate', reason('\ud800')],
    ['another encoding', `<?xml version="1.0" encoding="UTF-16"?>${reason('a')}`],
    ['a late prolog', ` <?xml version="1.0"?>${reason('a')}`],
    ['two prologs', `<?xml version="1.0"?><?xml version="1.0"?>${reason('a')}`],
    ['a processing instruction', `<?x y?>${reason('a')}`],
    ['a processing instruction inside', reason('<?x y?>a')],
    ['two roots', '<Request/><Request/>'],
    ['two roots of two names', '<Request/><Other/>'],
    ['another root', '<Response/>'],
    ['a root in another case', '<request/>'],
    ['a root with a prefix', '<a:Request xmlns:a="b"/>'],
    ['text around the root', 'x<Request/>'],
    ['text behind the root', '<Request/>x'],
    ['mismatched tags', '<Request><A></B></Request>'],
    ['crossed tags', '<Request><A><B></A></B></Request>'],
    ['no end', '<Request><A>'],
    ['a comment without an end', `${reason('a')}<!-- `],
    ['CDATA without an end', '<Request><Reason><![CDATA[a</Reason></Request>'],
    ['text behind the root and a comment', '<Request/>x<!-- -->'],
    ['text behind the prolog', '<?xml version="1.0"?>x<Request/>'],
    ['CDATA before the root', '<![CDATA[x]]><Request/>'],
    ['CDATA behind the root', '<Request/><![CDATA[x]]>'],
    ['CDATA behind the prolog', '<?xml version="1.0"?><![CDATA[x]]><Request/>'],
    ['a reference that a comment cuts', reason('&am<!-- -->p;')],
    ['a reference that CDATA cuts', reason('&am<![CDATA[]]>p;')],
    ['an attribute twice', '<Request a="1" a="2"/>'],
    ['an attribute without a value', '<Request a/>'],
    ['more attributes than an element may have', `<Request ${attributes(MAX_MEMBERS + 1)}/>`],
    ['more different elements in one than there may be', elements(MAX_MEMBERS + 1)],
    ['nothing', ''],
    ['white space', ' \n'],
    ['a text', 'hello'],
    ['a prolog alone', '<?xml version="1.0"?>'],
  ])('refuses %s', (_, text) => {
    expect(() => parseXml(text)).toThrow(SyntaxError);
  });

  it('reads 32 levels, the root being the first, and no more', () => {
    expect(() => parseXml(nested(32))).not.toThrow();
    expect(() => parseXml(nested(33))).toThrow('nests deeper than 32 levels');
  });

  it('reads the longest text, every character of it written as a reference', () => {
    expect(parseXml(reason('&#x10D;'.repeat(4000)))).toEqual({ Reason: 'č'.repeat(4000) });
    expect(parseXml(reason('&amp;'.repeat(4000)))).toEqual({ Reason: '&'.repeat(4000) });
  });

  it.each<[string, string]>([
    ['CDATA without an end', reason('<![CDATA['.repeat(110_000))],
    ['comments without an end', reason('<!--'.repeat(250_000))],
    ['instructions without an end', reason('<?a'.repeat(300_000))],
    ['depth', '<a>'.repeat(300_000)],
    ['elements', `<Request>${'<a/>'.repeat(250_000)}</Request>`],
    ['mixed content', `<Request>${'x<a/>'.repeat(200_000)}</Request>`],
    ['attributes', `<Request ${Array.from({ length: 90_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`],
    ['references', reason('&amp;'.repeat(250_000))],
    ['less-than signs', reason('<'.repeat(1_000_000))],
    ['white space', `<Request ${' '.repeat(1_000_000)}`],
    ['a name', `<${'a'.repeat(1_000_000)}`],
    ['encoding', `<?xml ${'encoding '.repeat(100_000)}`],
  ])('refuses a megabyte of %s within a second', async (_, text) => {
    await withinCpuMs(1000, () => {
      expect(() => parseXml(text)).toThrow(SyntaxError);
    });
  });

  it('reads as many elements as the limit, below the root, and not more', () => {
    const list = (length: number) => `<Request>${'<a/>'.repeat(length)}</Request>`;
    expect(parseXml(list(MAX_VALUES - 2))).toHaveProperty('a.length', MAX_VALUES - 2);
    expect(() => parseXml(list(MAX_VALUES - 1))).toThrow('has more than 20000 elements and attributes');
  });

  it.each<[string, string]>([
    ['references', '&#x10FFFD;'],
    ['line ends', '\r\n'],
    ['ends of CDATA that are none', ']]'],
    ['characters of two halves', '😀'],
    ['all of them', '\r&lt;\r\n]]&#10;😀\r'],
  ])('reads %s wherever a long text is cut', (_, part) => {
    const plain = part
      .replaceAll('&#x10FFFD;', '\u{10fffd}')
      .replaceAll('&lt;', '<')
      .replaceAll('&#10;', '\n');
    const meant = plain.replaceAll(/\r\n?/g, '\n');
    for (let shift = 0; shift < 12; shift += 1) {
      const before = 'x'.repeat(PIECE - 12 + shift);
      const whole = { Reason: before + meant + before };
      expect(parseXml(reason(before + part + before))).toEqual(whole);
      const cdata = `${before}${part.replaceAll(/&[^;]*;/g, '')}${before}`;
      expect(parseXml(reason(`<![CDATA[${cdata}]]>`))).toEqual({ Reason: cdata.replaceAll(/\r\n?/g, '\n') });
      expect(parseXml(reason(`<!--${cdata}-->x`))).toEqual({ Reason: 'x' });
    }
  });

  it('reads the same at once and a few characters at a time', () => {
    const text = `<?xml version="1.0"?><!-- a --><Request b='😀'>${'<A>1<![CDATA[2]]>&amp;</A>'.repeat(5)}<B/></Request>`;
    const reader = new XmlReader(text, MAX_VALUES);
    let reads = 1;
    while (!reader.read(1)) reads += 1;
    expect(reads).toBeGreaterThan(30);
    expect(reader.tree).toEqual(parseXml(text));
  });

  it('throws nothing but SyntaxError', () => {
    const piece = fc.constantFrom(
      '<Request>',
      '</Request>',
      '<A>',
      '</A>',
      '<A/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
    );
    const small = fc.constantFrom(
      '<',
      '>',
      '&',
      ';',
      '#',
      '"',
      "'",
      '=',
      ' ',
      '?',
      '!',
      'x',
      ':',
      '\n',
      '\u0000',
    );
    const garbage = fc
      .array(fc.oneof(piece, small, fc.string({ unit: 'binary', maxLength: 3 })))
      .map(all => all.join(''));
    fc.assert(
      fc.property(garbage, text => {
        for (const whole of [text, `<Request>${text}</Request>`]) {
          try {
            parseXml(whole);
          } catch (error) {
            expect(error).toBeInstanceOf(SyntaxError);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('writing XML', () => {
  it('has the prolog, the root and the members in order', () => {
    expect(writeXml('Response', { B: '1', A: { C: ['2', '3'] }, D: '' })).toBe(
      '<?xml version="1.0" encoding="utf-8"?><Response><B>1</B><A><C>2</C><C>3</C></A><D></D></Response>',
    );
  });

  it('is read back as the text that was written', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, value => {
        fc.pre(!escapeXml(value).includes('\ufffd'));
        const written = writeXml('Request', { Reason: escapeXml(value) });
        expect(parseXml(written)).toEqual({ Reason: value });
      }),
      { numRuns: 1000 },
    );
  });

  it('is well-formed whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '\ud800', '\u0000', '\u001b', '\uffff'),
        (text, bad) => {
          expect(() => parseXml(writeXml('Request', { Reason: escapeXml(text + bad) }))).not.toThrow();
        },
      ),
    );
    expect(escapeXml('a\u0001b\ud800\ufffe')).toBe('a\ufffdb\ufffd\ufffd');
  });
});
