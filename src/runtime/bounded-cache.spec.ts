import { BoundedCache } from './bounded-cache';

describe('BoundedCache', () => {
  function counted(capacity: number) {
    const computed: string[] = [];
    const cache = new BoundedCache<number>(capacity);
    const lengthOf = (given: string) =>
      cache.get(given, text => {
        computed.push(text);
        return text.length;
      });
    return { lengthOf, computed };
  }

  it('computes a value once', () => {
    const { lengthOf, computed } = counted(10);
    expect([lengthOf('abc'), lengthOf('d'), lengthOf('abc'), lengthOf('')]).toEqual([3, 1, 3, 0]);
    expect(lengthOf('')).toBe(0);
    expect(computed).toEqual(['abc', 'd', '']);
  });

  it('never keeps more than its capacity', () => {
    const { lengthOf, computed } = counted(2);
    for (const text of ['a', 'b', 'c', 'c', 'a']) expect(lengthOf(text)).toBe(1);
    expect(computed).toEqual(['a', 'b', 'c', 'a']);
  });

  it('does not cache long texts', () => {
    const { lengthOf, computed } = counted(2);
    const long = 'x'.repeat(501);
    expect([lengthOf(long), lengthOf(long)]).toEqual([501, 501]);
    expect(computed).toEqual([long, long]);
  });
});
