import { type BatchOptions, BatchQueue } from './batch-queue';
import { Mutex } from './mutex';
import { StorageFault } from './storage-fault';

const turnOfLoop = () => new Promise<void>(resolve => setImmediate(resolve));

/** A queue that doubles numbers, and what it was asked to run; a run ends when it is let go. */
function doubling(limits: BatchOptions = { concurrency: 1, size: 4 }) {
  const runs: { items: readonly number[]; end: () => void; fail: (error: Error) => void }[] = [];
  const batch = new BatchQueue<number, number>(
    items =>
      new Promise((resolve, reject) => {
        runs.push({ items, end: () => resolve(items.map(item => item * 2)), fail: reject });
      }),
    limits,
  );
  const begun = async (count: number) => {
    for (let turn = 0; runs.length < count; turn += 1) {
      if (turn === 1000) throw new Error(`run ${count} has not begun`);
      await turnOfLoop();
    }
  };
  return { batch, runs, begun, items: () => runs.map(run => run.items) };
}

describe('a batch', () => {
  it('runs a lone call within the same turn of the event loop', async () => {
    const { batch, runs, items } = doubling();
    const result = batch.add(1);
    expect([items(), batch.pending]).toEqual([[], 1]);
    await turnOfLoop();
    expect([items(), batch.pending]).toEqual([[[1]], 1]);
    runs[0]?.end();
    expect([await result, batch.pending]).toEqual([2, 0]);
  });

  it('runs what comes in turns that each bring more at once, and gives each its own result', async () => {
    const { batch, runs, begun, items } = doubling();
    const first = [batch.add(1), batch.add(2)];
    await turnOfLoop();
    expect(items()).toEqual([]);
    const results = Promise.all([...first, batch.add(3)]);
    await begun(1);
    expect([items(), batch.pending]).toEqual([[[1, 2, 3]], 3]);
    runs[0]?.end();
    expect(await results).toEqual([2, 4, 6]);
  });

  it('does not gather for ever', async () => {
    const { batch, items } = doubling({ concurrency: 1, size: 1000 });
    void batch.add(0);
    let turns = 0;
    while (items().length === 0) {
      void batch.add(1);
      await turnOfLoop();
      turns += 1;
    }
    expect(turns).toBe(16);
  });

  it('gathers what comes while it runs, and runs that next', async () => {
    const { batch, runs, begun, items } = doubling();
    const results = [batch.add(1)];
    await turnOfLoop();
    results.push(batch.add(2));
    await turnOfLoop();
    results.push(batch.add(3));
    await turnOfLoop();
    expect(items()).toEqual([[1]]);
    runs[0]?.end();
    expect(await results[0]).toBe(2);
    await begun(2);
    expect(items()).toEqual([[1], [2, 3]]);
    runs[1]?.end();
    expect(await Promise.all(results)).toEqual([2, 4, 6]);
  });

  /** How many runs have begun when the results of the first are told, to `answered`, while others `wait`. */
  async function begunWhenTold(answered: number, waiting: number): Promise<number> {
    const { batch, runs, begun } = doubling({ concurrency: 1, size: 10 });
    const first = Array.from({ length: answered }, (_, item) => batch.add(item));
    await begun(1);
    for (let item = 0; item < waiting; item += 1) void batch.add(item);
    const told = first[0]?.then(() => runs.length);
    runs[0]?.end();
    return told ?? 0;
  }

  it('begins the next run before the results are told, where half as many or more have waited', async () => {
    expect([await begunWhenTold(4, 2), await begunWhenTold(1, 1)]).toEqual([2, 2]);
  });

  it('gathers more first where few have waited, and begins nothing where none has', async () => {
    expect([await begunWhenTold(4, 1), await begunWhenTold(1, 0)]).toEqual([1, 1]);
  });

  it('runs as many batches at the same time as its concurrency', async () => {
    const { batch, items } = doubling({ concurrency: 2, size: 4 });
    for (const item of [1, 2, 3]) {
      void batch.add(item);
      await turnOfLoop();
    }
    expect([items(), batch.pending]).toEqual([[[1], [2]], 3]);
  });

  it('runs no more at once than its size', async () => {
    const { batch, runs, begun, items } = doubling();
    const results = [1, 2, 3, 4, 5].map(item => batch.add(item));
    await begun(1);
    runs[0]?.end();
    await results[3];
    await begun(2);
    expect(items()).toEqual([[1, 2, 3, 4], [5]]);
  });

  it('that fails runs each by itself, so that one alone fails for what is wrong with it', async () => {
    const { batch, runs, begun, items } = doubling();
    const outcomes = Promise.allSettled([1, 2, 3].map(item => batch.add(item)));
    await begun(1);
    runs[0]?.fail(new Error('one of you is wrong'));
    await begun(2);
    runs[1]?.end();
    await begun(3);
    runs[2]?.fail(new Error('it is me'));
    await begun(4);
    runs[3]?.end();
    expect(await outcomes).toEqual([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: new Error('it is me') },
      { status: 'fulfilled', value: 6 },
    ]);
    expect(items()).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  it('that fails because the storage is busy is refused as a whole', async () => {
    const { batch, runs, begun, items } = doubling();
    const outcomes = Promise.allSettled([1, 2].map(item => batch.add(item)));
    await begun(1);
    const busy = new StorageFault('storage busy');
    runs[0]?.fail(busy);
    expect(await outcomes).toEqual([
      { status: 'rejected', reason: busy },
      { status: 'rejected', reason: busy },
    ]);
    expect(items()).toEqual([[1, 2]]);
  });

  it('that fails because the storage does not answer is refused with all that wait behind it', async () => {
    const { batch, runs, begun, items } = doubling({ concurrency: 1, size: 2 });
    const outcomes = Promise.allSettled([1, 2, 3].map(item => batch.add(item)));
    await begun(1);
    const gone = new StorageFault('storage unavailable');
    runs[0]?.fail(gone);
    expect(await outcomes).toEqual(Array(3).fill({ status: 'rejected', reason: gone }));
    expect([items(), batch.pending]).toEqual([[[1, 2]], 0]);
  });

  it('runs next, before all others, what a run has left over', async () => {
    const sizes: number[] = [];
    const queue = new BatchQueue<number, number>(
      items => {
        sizes.push(items.length);
        return Promise.resolve(items.slice(0, 2).map(item => item * 2));
      },
      { concurrency: 1, size: 4 },
    );
    expect(await Promise.all([1, 2, 3, 4, 5].map(item => queue.add(item)))).toEqual([2, 4, 6, 8, 10]);
    expect([sizes, queue.pending]).toEqual([[4, 3, 1], 0]);
  });

  it('that begins at once does not wait for this turn of the event loop, but for the run before', async () => {
    const { batch, runs, begun, items } = doubling({ concurrency: 1, size: 4, beginsAtOnce: true });
    const results = [1, 2, 3].map(item => batch.add(item));
    expect(items()).toEqual([[1]]);
    runs[0]?.end();
    await begun(2);
    expect([items(), batch.pending]).toEqual([[[1], [2, 3]], 2]);
    runs[1]?.end();
    expect(await Promise.all(results)).toEqual([2, 4, 6]);
  });

  describe('with a mutex', () => {
    it('runs while it has the mutex, with all that came before it got it', async () => {
      const mutex = new Mutex();
      const { batch, runs, begun, items } = doubling({ concurrency: 1, size: 4, mutex });
      await mutex.lock();
      const results = [batch.add(1)];
      await turnOfLoop();
      results.push(batch.add(2));
      for (let turn = 0; turn < 20; turn += 1) await turnOfLoop();
      expect([items(), batch.pending]).toEqual([[], 2]);
      mutex.unlock();
      await begun(1);
      expect([items(), mutex.isLocked]).toEqual([[[1, 2]], true]);
      runs[0]?.end();
      expect([await Promise.all(results), mutex.isLocked]).toEqual([[2, 4], false]);
    });

    it('lets others in between the repeats of a batch that has failed', async () => {
      const mutex = new Mutex();
      const { batch, runs, begun } = doubling({ concurrency: 1, size: 4, mutex });
      const results = Promise.all([batch.add(1), batch.add(2)]);
      await begun(1);
      let runsBefore = 0;
      const other = mutex.run(() => Promise.resolve((runsBefore = runs.length)));
      runs[0]?.fail(new Error('one of you is wrong'));
      await other;
      expect(runsBefore).toBe(1);
      await begun(2);
      runs[1]?.end();
      await begun(3);
      runs[2]?.end();
      expect(await results).toEqual([2, 4]);
    });
  });

  describe('that regroups', () => {
    const LONG_MS = 60;
    /** A long run of one call, while which another waits. */
    async function afterLongRun() {
      const regrouping = doubling({ concurrency: 1, size: 4, regroups: true });
      const first = regrouping.batch.add(1);
      await regrouping.begun(1);
      void regrouping.batch.add(2);
      await new Promise(resolve => setTimeout(resolve, LONG_MS));
      regrouping.runs[0]?.end();
      await first;
      return regrouping;
    }

    it('has nobody wait where this thread has been at work all the while', async () => {
      const { batch, runs, begun, items } = doubling({ concurrency: 1, size: 4, regroups: true });
      const first = batch.add(1);
      await begun(1);
      void batch.add(2);
      const beganMs = performance.now();
      while (performance.now() - beganMs < LONG_MS);
      runs[0]?.end();
      await first;
      for (let turn = 0; turn < 3; turn += 1) await turnOfLoop();
      expect(items()).toEqual([[1], [2]]);
    });

    it('has nobody wait for a run that took less than twice as long as this thread was at work', async () => {
      const { batch, runs, begun, items } = doubling({ concurrency: 1, size: 4, regroups: true });
      const first = batch.add(1);
      await begun(1);
      void batch.add(2);
      const beganMs = performance.now();
      while (performance.now() - beganMs < 2 * LONG_MS);
      await new Promise(resolve => setTimeout(resolve, LONG_MS / 3));
      runs[0]?.end();
      await first;
      expect(items()).toEqual([[1], [2]]);
    });

    it('has those that waited for a long run wait for those that it has answered', async () => {
      const { batch, items } = await afterLongRun();
      for (let turn = 0; turn < 20; turn += 1) await turnOfLoop();
      expect(items()).toEqual([[1]]);
      void batch.add(3);
      expect(items()).toEqual([[1], [2, 3]]);
    });

    /** The next begins without those that stay away. */
    async function begunInTime(runs: readonly unknown[], count: number): Promise<void> {
      const beganMs = performance.now();
      while (runs.length < count && performance.now() - beganMs < 5000) await turnOfLoop();
    }

    it('begins without them when they stay away', async () => {
      const { runs, items } = await afterLongRun();
      await begunInTime(runs, 2);
      expect(items()).toEqual([[1], [2]]);
    });

    it('runs a lone call at once, however long the run before it took', async () => {
      const { batch, runs, items } = await afterLongRun();
      await begunInTime(runs, 2);
      await new Promise(resolve => setTimeout(resolve, LONG_MS));
      runs[1]?.end();
      await new Promise(resolve => setTimeout(resolve, 2 * LONG_MS));
      void batch.add(3);
      await turnOfLoop();
      expect(items()).toEqual([[1], [2], [3]]);
    });
  });
});
