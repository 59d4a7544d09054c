import { TestClock } from '../../../test/support/test-clock';
import { LargeCounts } from './large-counts';

describe('counts of large lists', () => {
  let clock: TestClock;
  let counts: LargeCounts;
  beforeEach(() => {
    clock = new TestClock();
    counts = new LargeCounts(clock, 100);
  });

  it('are remembered for four seconds', () => {
    counts.remember('a', 101);
    clock.advance(3999);
    expect(counts.find('a')).toBe(101);
    clock.advance(1);
    expect(counts.find('a')).toBeUndefined();
    counts.remember('a', 102);
    expect(counts.find('a')).toBe(102);
  });

  it('are told apart by what is counted', () => {
    counts.remember('a', 101);
    counts.remember('b', 500);
    expect([counts.find('a'), counts.find('b'), counts.find('c')]).toEqual([101, 500, undefined]);
  });

  it('of small ones are always exact', () => {
    counts.remember('a', 100);
    expect(counts.find('a')).toBeUndefined();
  });

  it('take no more memory than a few hundred lists', () => {
    for (let key = 0; key < 1000; key += 1) counts.remember(`list ${key}`, 1000);
    const found = Array.from({ length: 1000 }, (_, key) => counts.find(`list ${key}`));
    expect(found.filter(count => count !== undefined)).toHaveLength(500);
  });
});
