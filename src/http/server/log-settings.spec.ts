import pino from 'pino';
import { logSettings } from './log-settings';

describe('a fault in the log', () => {
  function lineOf(err: unknown): string {
    const lines: string[] = [];
    const output = { write: (line: string) => lines.push(line) };
    pino(...logSettings({ logLevel: 'info', logFormat: 'json' }, output)).error({
      msg: 'request failed',
      err,
    });
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  }

  it('is told by type, message and stack, with its cause', () => {
    const fault = new RangeError('outer', { cause: new TypeError('inner') });
    expect(JSON.parse(lineOf(fault))).toMatchObject({
      level: 'error',
      msg: 'request failed',
      err: {
        type: 'RangeError',
        message: 'outer',
        stack: expect.stringContaining('log-settings.spec'),
        cause: { type: 'TypeError', message: 'inner', stack: expect.any(String) },
      },
    });
  });

  it('takes 8 kB at most, however long its texts and its chain of causes are', () => {
    const long = (cause?: unknown) => new Error('ř\n'.repeat(10_000), { cause });
    const line = lineOf(long(long(long())));
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(8192);
    expect(line.indexOf('\n')).toBe(line.length - 1);
  });

  it('leaves out what a failed query was asked with', () => {
    const fault = Object.assign(new Error('query failed'), {
      parameters: ['canary'],
      query: 'SELECT canary',
    });
    expect(lineOf(fault)).not.toContain('canary');
  });

  it('may be no error at all', () => {
    expect(JSON.parse(lineOf('text'))).toMatchObject({ err: { message: 'text' } });
  });
});
