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

  it('are remembered for four seconds', async () => {
    expect(await ask('a', 101)).toBe(101);
    expect([counts.remembered('a'), counts.remembered('b')]).toEqual([101, undefined]);
    clock.advance(3999);
    expect(counts.remembered('a')).toBe(101);
    clock.advance(1);
    expect(counts.remembered('a')).toBeUndefined();
    expect(await ask('a', 102)).toBe(102);
    expect(counted).toBe(2);
    clock.advance(4000);
    await ask('a', 100);
    expect(counts.remembered('a')).toBeUndefined();
  });

  it('are made anew after two seconds, while the one before is told', async () => {
    await ask('a', 101);
    clock.advance(1999);
    expect(await ask('a', 102)).toBe(101);
    expect(counted).toBe(1);
    clock.advance(1);
    let finish: (count: number) => void = () => undefined;
    const slow = () => new Promise<number>(resolve => (finish = resolve));
    expect(await counts.get('a', slow)).toBe(101);
    // One count is under way: nobody begins another.
    expect(await ask('a', 103)).toBe(101);
    expect(counted).toBe(1);
    finish(104);
    await Promise.resolve();
    await Promise.resolve();
    expect(await ask('a', 105)).toBe(104);
    clock.advance(1999);
    expect(await ask('a', 105)).toBe(104);
    expect(counted).toBe(1);
  });

  it('are told although one that nobody waits for fails, until they are too old', async () => {
    const fails = () => Promise.reject(new Error('no storage'));
    await ask('a', 101);
    clock.advance(2000);
    expect(await counts.get('a', fails)).toBe(101);
    clock.advance(2000);
    await expect(counts.get('a', fails)).rejects.toThrow('no storage');
  });

  it('are told apart by what is counted', async () => {
    expect([await ask('a', 101), await ask('b', 500)]).toEqual([101, 500]);
  });

  it('of small ones are always exact', async () => {
    expect([await ask('a', 99), await ask('a', 100), await ask('a', 101)]).toEqual([99, 100, 101]);
    clock.advance(4000);
    expect([await ask('a', 100), await ask('a', 99)]).toEqual([100, 99]);
  });

  it('take no more memory than a few hundred lists', async () => {
    for (let key = 0; key < 1000; key += 1) await ask(`list ${key}`, 1000);
    counted = 0;
    for (let key = 0; key < 1000; key += 1) await ask(`list ${key}`, 1000);
    expect(counted).toBeGreaterThanOrEqual(500);
  });
});
