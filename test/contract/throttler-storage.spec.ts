import { WindowThrottlerStorage } from '../../src/auth/infrastructure/window-throttler-storage';
import { TestClock } from '../support/test-clock';

describe('the storage behind the throttler', () => {
  let clock: TestClock;
  let storage: WindowThrottlerStorage;
  const hit = (key = 'reception') => storage.increment(key, 1500, 2);

  beforeEach(() => {
    clock = new TestClock();
    storage = new WindowThrottlerStorage(clock);
  });

  it('blocks from the first request over the limit on', async () => {
    expect(await hit()).toMatchObject({ totalHits: 1, isBlocked: false });
    expect(await hit()).toMatchObject({ totalHits: 2, isBlocked: false });
    expect(await hit()).toMatchObject({ totalHits: 3, isBlocked: true });
    expect(await hit()).toMatchObject({ totalHits: 4, isBlocked: true });
  });

  it('begins anew when the window that the first request began is over', async () => {
    for (let n = 0; n < 3; n += 1) await hit();
    clock.advance(1499);
    expect(await hit()).toMatchObject({ isBlocked: true });
    clock.advance(1);
    expect(await hit()).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('tells whole seconds until the window ends, one at least', async () => {
    expect(await hit()).toMatchObject({ timeToExpire: 2, timeToBlockExpire: 2 });
    clock.advance(500);
    expect(await hit()).toMatchObject({ timeToExpire: 1, timeToBlockExpire: 1 });
    clock.advance(999);
    expect(await hit()).toMatchObject({ timeToExpire: 1, timeToBlockExpire: 1 });
  });

  it('counts every key for itself', async () => {
    for (let n = 0; n < 3; n += 1) await hit();
    expect(await hit('gate')).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('does not care for a wall clock that jumps', async () => {
    for (let n = 0; n < 3; n += 1) await hit();
    clock.jump(86_400_000);
    expect(await hit()).toMatchObject({ isBlocked: true });
  });
});
