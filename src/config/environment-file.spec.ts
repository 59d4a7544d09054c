import { parseEnvironmentFile } from './environment-file';

const read = (text: string) => parseEnvironmentFile(Buffer.from(text));
const faultOf = (text: string | Buffer): string => {
  try {
    parseEnvironmentFile(Buffer.from(text));
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a .env file', () => {
  it.each([
    ['a byte order mark', '\ufeffPORT=4242', { PORT: '4242' }],
    ['CRLF line ends', 'PORT=1\r\nHOST=::1\r\n', { PORT: '1', HOST: '::1' }],
    ['a blank line', 'PORT=4242\n   \nIP_FILTER=10.0.0.0/8', { PORT: '4242', IP_FILTER: '10.0.0.0/8' }],
    ['comments', '# all\n  # more\nPORT=1 # one\nHOST=a#\nX=#', undefined],
    ['a comment after a value', '# all\n  # more\nPORT=1 # one\nX=# none', { PORT: '1', X: '' }],
    ['export, and blanks around =', 'export PORT = 1\nHOST= ::1 ', { PORT: '1', HOST: '::1' }],
    ['quotes', `A='a # b'\nB="c # d" # e\nC=\`f "g"\``, { A: 'a # b', B: 'c # d', C: 'f "g"' }],
    ['several lines in quotes', 'A="a\nb"\nPORT=2\nC="d\\ne"', { A: 'a\nb', PORT: '2', C: 'd\ne' }],
    ['nothing after =', 'A=\nPORT=3', { A: '', PORT: '3' }],
    ['an = in the value', 'A=b=c==', { A: 'b=c==' }],
    ['a quote inside a value', `A=it's\nB=a"b"`, { A: "it's", B: 'a"b"' }],
    [
      'names of other programs',
      'POSTGRES_PASSWORD=x\nSITE_ADDRESS=y',
      { POSTGRES_PASSWORD: 'x', SITE_ADDRESS: 'y' },
    ],
  ])('is read with %s', (_, text, values) => {
    if (values) expect(read(text)).toEqual(values);
    else expect(faultOf(text)).toContain('.env:4:');
  });

  it.each([
    ['a comment of another kind', 'PORT=1\n; note\nIP_FILTER=::1', '.env:2: is not NAME=VALUE'],
    ['a line without =', 'PORT=1\n\nIP_FILTER\n', '.env:3: is not NAME=VALUE'],
    ['a colon', 'IP_FILTER: ::1', '.env:1: is not NAME=VALUE'],
    ['a name of two words', 'IP FILTER=::1', '.env:1: is not NAME=VALUE'],
    ['a quote that is not closed', 'A="b\nPORT=1\n', '.env:1: A has a quote that is not closed'],
    ['text after a quote', 'A="b" c', '.env:1: A has a quote that is not closed, or text after it'],
    ['a # that would cut the value', 'A=b#c', '.env:1: A has a # in its value'],
    ['a setting twice', 'IP_FILTER=::1\nIP_FILTER=', '.env:2: sets IP_FILTER again, after line 1'],
    [
      'the line after a value of two lines',
      'A="b\nc"\nPROT=1',
      '.env:3: sets PROT, which is not a setting: is PORT meant?',
    ],
    ['another character set', Buffer.from('PORT=1', 'utf16le'), 'the file is not UTF-8'],
  ])('is refused with %s', (_, text, problem) => {
    expect(faultOf(text)).toContain(problem);
  });

  it('is refused with the number of every bad line, and without its text', () => {
    const message = faultOf('secret-1\nPORT=1\nA="secret-2\n; secret-3');
    for (const line of [1, 3, 4]) expect(message).toContain(`.env:${line}:`);
    expect(message).not.toContain('secret');
  });
});
