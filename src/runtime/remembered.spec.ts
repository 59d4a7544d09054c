import { Remembered } from './remembered';

describe('Remembered', () => {
  function counted(capacity: number) {
    const asked: string[] = [];
    const kept = new Remembered<number>(capacity);
    const lengthOf = (given: string) =>
      kept.of(given, text => {
        asked.push(text);
        return text.length;
      });
    return { lengthOf, asked };
  }

  it('computes a value once', () => {
    const { lengthOf, asked } = counted(10);
    expect([lengthOf('abc'), lengthOf('d'), lengthOf('abc'), lengthOf('')]).toEqual([3, 1, 3, 0]);
    expect(lengthOf('')).toBe(0);
    expect(asked).toEqual(['abc', 'd', '']);
  });

  it('never keeps more than its capacity', () => {
    const { lengthOf, asked } = counted(2);
    for (const text of ['a', 'b', 'c', 'c', 'a']) expect(lengthOf(text)).toBe(1);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('does not cache long texts', () => {
    const { lengthOf, asked } = counted(2);
    const long = 'x'.repeat(501);
    expect([lengthOf(long), lengthOf(long)]).toEqual([501, 501]);
    expect(asked).toEqual([long, long]);
  });
});
