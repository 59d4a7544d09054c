import { isApiKey } from './api-key';

const encoded = (bytes: number) => Buffer.alloc(bytes, 0xfb).toString('base64');

describe('a valid API key', () => {
  it.each([16, 17, 18, 32, 64])('is base64 of %i bytes', bytes => {
    expect(isApiKey(encoded(bytes))).toBe(true);
  });

  it.each([0, 1, 12, 15])('is not base64 of %i bytes', bytes => {
    expect(isApiKey(encoded(bytes))).toBe(false);
  });

  it.each([
    ['has another character', 'hDn_LFXIPESM036W+s7VKg=='],
    ['begins with a space', ` ${encoded(18)}`],
    ['begins with another character and is long enough', `!!!!${encoded(18)}`],
    ['ends in a new line', `${encoded(18)}\n`],
    ['ends in other characters and is long enough', `${encoded(18)}!!!!`],
    ['lacks its padding', encoded(16).replace('==', '')],
    ['has padding in the middle', `${encoded(16)}${encoded(16)}`],
    ['has too much padding', `${encoded(18)}A===`],
    ['is one character too long', `${encoded(18)}A`],
  ])('is not one that %s', (_, text) => {
    expect(isApiKey(text)).toBe(false);
  });

  it('has at least 16 bytes, padding not counted', () => {
    expect(encoded(16)).toMatch(/[^=]==$/);
    expect(encoded(15)).toHaveLength(20);
    expect(isApiKey(`${'A'.repeat(22)}==`)).toBe(true);
    expect(isApiKey(`${'A'.repeat(21)}===`)).toBe(false);
    expect(isApiKey(`${'A'.repeat(23)}=`)).toBe(true);
  });
});
