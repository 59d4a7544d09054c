import { TestClock } from '../../../test/support/test-clock';
import { LargeCounts } from './large-counts';

describe('counts of large lists', () => {
  const clock = new TestClock();
  const counts = new LargeCounts(clock, 100);
  let counted = 0;
  const ask = (key: string, count: number) =>
    counts.get(key, () => {
      counted += 1;
      return Promise.resolve(count);
    });
  beforeEach(() => {
    clock.advance(10_000);
    counted = 0;
  });

  it('are remembered for two seconds', async () => {
    expect([await ask('a', 101), await ask('a', 102)]).toEqual([101, 101]);
    clock.advance(1999);
    expect(await ask('a', 103)).toBe(101);
    clock.advance(1);
    expect(await ask('a', 104)).toBe(104);
    expect(counted).toBe(2);
  });

  it('are told as long as they are remembered', async () => {
    await ask('a', 101);
    expect([counts.remembered('a'), counts.remembered('b')]).toEqual([101, undefined]);
    clock.advance(2000);
    expect(counts.remembered('a')).toBeUndefined();
    await ask('a', 100);
    expect(counts.remembered('a')).toBeUndefined();
  });

  it('are told apart by what is counted', async () => {
    expect([await ask('a', 101), await ask('b', 500)]).toEqual([101, 500]);
  });

  it('of small ones are always exact', async () => {
    expect([await ask('a', 99), await ask('a', 100), await ask('a', 101)]).toEqual([99, 100, 101]);
    clock.advance(2000);
    expect([await ask('a', 100), await ask('a', 99)]).toEqual([100, 99]);
  });

  it('take no more memory than a few hundred lists', async () => {
    for (let key = 0; key < 1000; key += 1) await ask(`list ${key}`, 1000);
    counted = 0;
    for (let key = 0; key < 1000; key += 1) await ask(`list ${key}`, 1000);
    expect(counted).toBeGreaterThanOrEqual(500);
  });
});
