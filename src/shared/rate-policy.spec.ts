import { parseRatePolicy } from './rate-policy';

describe('a rate policy', () => {
  it.each([
    ['200/1s', 200, 1000],
    ['10/500ms', 10, 500],
    ['60/1m', 60, 60_000],
    ['1/1ms', 1, 1],
    ['1000000/60m', 1_000_000, 3_600_000],
    ['5/3600s', 5, 3_600_000],
  ])('%s is read', (text, count, windowMs) => {
    expect(parseRatePolicy(text)).toEqual({ count, windowMs });
  });

  it('may be off', () => {
    expect(parseRatePolicy('off')).toBe('off');
  });

  it.each([
    '',
    'OFF',
    '200',
    '200/',
    '/1s',
    '0/1s',
    '1/0s',
    '1000001/1s',
    '1/61m',
    '1/3601s',
    '-1/1s',
    '1.5/1s',
    '1e3/1s',
    '1/1h',
    '1/1S',
    '1 / 1s',
    '1/1s;',
    '1/1s\n',
    '1/s',
    '99999999/1s',
  ])('%j is none', text => {
    expect(parseRatePolicy(text)).toBeUndefined();
  });
});
