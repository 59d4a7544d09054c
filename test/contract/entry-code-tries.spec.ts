import type { EntryCodeTries } from '../../src/visits/application/ports';
import { MemoryEntryCodeTries } from '../../src/visits/infrastructure/memory-entry-code-tries';
import { TestClock } from '../support/test-clock';

describe('the tries at entry codes', () => {
  let clock: TestClock;
  let tries: EntryCodeTries;
  /** Seconds until there is a try again; 0 when one was taken. */
  const take = async (who = 'reception 10.0.0.5') => {
    const taken = await tries.take(who);
    return 'retryAfterSeconds' in taken ? taken.retryAfterSeconds : 0;
  };

  beforeEach(() => {
    clock = new TestClock();
    tries = new MemoryEntryCodeTries(clock);
  });

  it('are five within any minute, also over the end of the first', async () => {
    const taken: number[] = [];
    for (let second = 0; second < 240; second += 1) {
      if ((await take()) === 0) taken.push(second);
      clock.advance(1000);
    }
    for (const second of taken) {
      const within = taken.filter(other => second <= other && other < second + 60);
      expect(within.length).toBeLessThanOrEqual(5);
    }
    expect(taken).toHaveLength(20);
  });

  it('come back one by one, a minute after each was taken', async () => {
    for (let time = 0; time < 5; time += 1) {
      expect(await take()).toBe(0);
      clock.advance(10_000);
    }
    expect(await take()).toBe(10);
    clock.advance(9001);
    expect(await take()).toBe(1);
    clock.advance(999);
    expect([await take(), await take()]).toEqual([0, 10]);
  });

  it('can be given back, each to whom it belongs', async () => {
    for (let time = 0; time < 4; time += 1) await take();
    for (let time = 0; time < 4; time += 1) await take('gate 10.0.0.5');
    const last = await tries.take('reception 10.0.0.5');
    expect([await take(), await take('gate 10.0.0.5'), await take('gate 10.0.0.5')]).toEqual([60, 0, 60]);
    if ('giveBack' in last) await last.giveBack();
    expect([await take(), await take(), await take('gate 10.0.0.5')]).toEqual([0, 60, 60]);
  });

  it('do not care for a wall clock that jumps', async () => {
    for (let time = 0; time < 5; time += 1) await take();
    clock.jump(86_400_000);
    expect(await take()).toBe(60);
  });
});
