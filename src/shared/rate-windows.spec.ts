import { RateWindows } from './rate-windows';

const policy = { count: 2, windowMs: 1000 };

describe('counting requests in windows', () => {
  it('exceeds the limit with the first request over it, until the window ends', () => {
    const windows = new RateWindows(10);
    expect(windows.hit('a', policy, 5000)).toEqual({ hits: 1, exceeded: false, resetMs: 1000 });
    expect(windows.hit('a', policy, 5400)).toEqual({ hits: 2, exceeded: false, resetMs: 600 });
    expect(windows.hit('a', policy, 5999)).toEqual({ hits: 3, exceeded: true, resetMs: 1 });
  });

  it('begins a new window exactly at the end of the last one', () => {
    const windows = new RateWindows(10);
    for (let n = 0; n < 3; n += 1) windows.hit('a', policy, 5000);
    expect(windows.hit('a', policy, 6000)).toEqual({ hits: 1, exceeded: false, resetMs: 1000 });
    expect(windows.size).toBe(1);
  });

  it('does not extend the window for a refused request', () => {
    const windows = new RateWindows(10);
    for (let now = 0; now < 1000; now += 100) windows.hit('a', policy, now);
    expect(windows.hit('a', policy, 1000).exceeded).toBe(false);
  });

  it('counts each key separately', () => {
    const windows = new RateWindows(10);
    for (let n = 0; n < 3; n += 1) windows.hit('a', policy, 0);
    expect(windows.hit('b', policy, 0)).toMatchObject({ hits: 1, exceeded: false });
    expect(windows.hit('a', policy, 0)).toMatchObject({ hits: 4, exceeded: true });
  });

  it('drops the oldest window at capacity', () => {
    const windows = new RateWindows(2);
    windows.hit('a', policy, 0);
    windows.hit('b', policy, 1);
    expect(windows.size).toBe(2);
    windows.hit('c', policy, 2);
    expect(windows.size).toBe(2);
    expect(windows.hit('b', policy, 3).hits).toBe(2);
    expect(windows.hit('a', policy, 3).hits).toBe(1);
  });

  it('drops ended windows, and no others, when a window begins', () => {
    const windows = new RateWindows(10);
    windows.hit('a', policy, 0);
    windows.hit('b', policy, 500);
    windows.hit('c', policy, 1000);
    expect(windows.size).toBe(2);
    expect(windows.hit('b', policy, 1000).hits).toBe(2);
  });

  it('treats a key with a new window as the youngest', () => {
    const windows = new RateWindows(2);
    windows.hit('a', { count: 9, windowMs: 10 }, 0);
    windows.hit('b', policy, 1);
    windows.hit('a', policy, 20);
    windows.hit('c', policy, 21);
    expect(windows.hit('a', policy, 22).hits).toBe(2);
  });

  it('begins a new window for a forgotten key, and for no other', () => {
    const windows = new RateWindows(10);
    for (const key of ['a', 'a', 'b', 'b']) windows.hit(key, policy, 0);
    windows.forget('a');
    expect(windows.hit('a', policy, 1)).toEqual({ hits: 1, exceeded: false, resetMs: 1000 });
    expect(windows.hit('b', policy, 1).exceeded).toBe(true);
  });
});
