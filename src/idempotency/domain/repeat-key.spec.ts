import { parseRepeatKey } from './repeat-key';

describe('the value of Idempotency-Key', () => {
  it.each([
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    [String.raw`"a\"b\\c"`, String.raw`a"b\c`],
    ['a "b" c', 'a "b" c'],
    ['~', '~'],
    ['x'.repeat(255), 'x'.repeat(255)],
    [`"${'x'.repeat(255)}"`, 'x'.repeat(255)],
  ])('%j is the key %j', (value, key) => {
    expect(parseRepeatKey([value])).toBe(key);
  });

  it.each(['', '""', '"', '"a', 'x'.repeat(256), 'a\tb', 'caf\u00e9', '"a"b', String.raw`"a\b"`])(
    '%j is not a key',
    value => {
      expect(parseRepeatKey([value])).toBeUndefined();
    },
  );

  it('is refused if sent twice or not at all', () => {
    expect(parseRepeatKey(['a', 'a'])).toBeUndefined();
    expect(parseRepeatKey([])).toBeUndefined();
  });
});
