import { forReading } from './log-for-reading';

/** What a terminal shows of a line of the log, without its colours. */
function shown(line: object): string {
  let text = '';
  const terminal = forReading({ write: chunk => void (text += chunk) });
  terminal.write(`${JSON.stringify({ level: 30, time: Date.parse('2026-11-23T09:00:00Z'), ...line })}\n`);
  // eslint-disable-next-line no-control-regex -- colours are what is taken away
  return text.replace(/\u001b\[\d+m/g, '');
}

const request = {
  context: 'Requests',
  msg: 'request',
  verb: 'POST',
  action: 'visit/end',
  status: 403,
  error: 1545,
  ms: 3.2,
  user: 'reception',
  address: '192.0.2.7',
  requestId: 'abc',
  finished: true,
};

describe('the log where a person reads it', () => {
  it('has one line for a request', () => {
    expect(shown(request)).toMatch(
      /^\[[\d:.]+\] INFO: POST visit\/end 403 1545 3\.2 ms reception 192\.0\.2\.7 abc\n$/,
    );
  });

  it('leaves out what there is not, and tells what was cut off', () => {
    const line = { ...request, action: null, error: null, user: null, finished: false };
    expect(shown(line)).toMatch(/INFO: POST \(no action\) 403 3\.2 ms 192\.0\.2\.7 abc \(cut off\)\n$/);
  });

  it('has one line for anything else, with its fields', () => {
    const line = shown({ context: 'Database', msg: 'is slow', ms: 1200, context2: { of: ['x'] } });
    expect(line).toMatch(/INFO: Database: is slow .*"ms":1200/);
    expect(line.trimEnd()).not.toContain('\n');
  });

  it.each(['a\nb', 'a\r\n[09:00] INFO: forged', 'a\u2028b', 'a\u001b[31mb', 'a\u0085b'])(
    'lets nobody begin another line or colour it: %j',
    text => {
      const line = shown({ ...request, user: text, requestId: text });
      expect(line.match(/[\p{C}\p{Zl}\p{Zp}]/gu)).toEqual(['\n']);
    },
  );
});
