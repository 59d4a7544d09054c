import type { Mutex } from './mutex';
import { Regroup } from './regroup';
import { StorageFault } from './storage-fault';

/** Turns of the event loop after which a batch begins, even if each turn still brings more calls. */
const MAX_TURNS = 16;

interface Call<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatchOptions {
  /** Batches that may run at the same time. */
  readonly concurrency: number;
  /** Items of a batch at most. */
  readonly size: number;
  /** A batch begins as soon as nothing else runs, without waiting for the calls of this turn of the event loop. */
  readonly beginsAtOnce?: boolean;
  /** Whether callers of a slow batch may join the next one: see `Regroup`. */
  readonly regroups?: boolean;
  /** Held while a batch runs. What arrives before that joins the batch. */
  readonly mutex?: Mutex;
}

/**
 * Puts simultaneous calls into one batch: those that arrive while earlier batches run, and those that arrive while each turn
 * of the event loop brings more. A lone call runs within the same turn.
 */
export class BatchQueue<Item, Result> {
  private readonly calls: Call<Item, Result>[] = [];
  private readonly regroup: Regroup | undefined;
  private batches = 0;
  private running = 0;
  private isScheduled = false;

  /**
   * @param run returns a result for each item, in order, or for the first ones: then the rest is run in the next batch. If it
   * fails for several items, each is run alone, so that only the faulty one fails
   */
  constructor(
    private readonly run: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly options: BatchOptions,
  ) {
    this.regroup = options.regroups ? new Regroup() : undefined;
  }

  /** Calls without an answer. */
  get pending(): number {
    return this.calls.length + this.running;
  }

  readonly add = (item: Item): Promise<Result> =>
    new Promise((resolve, reject) => {
      this.calls.push({ item, resolve, reject });
      if (this.regroup?.isComplete(this.calls.length)) this.begin();
      else this.schedule();
    });

  private schedule(): void {
    if (this.isScheduled || this.calls.length === 0 || this.batches >= this.options.concurrency) return;
    if (this.options.beginsAtOnce) return this.begin();
    this.isScheduled = true;
    this.collect(this.calls.length, MAX_TURNS);
  }

  /** Waits until the sockets that are readable now are read, and longer while that brings more calls. */
  private collect(known: number, turnsLeft: number): void {
    setImmediate(() => {
      const count = this.calls.length;
      if (count > known && count < this.options.size && turnsLeft > 1)
        return this.collect(count, turnsLeft - 1);
      this.begin();
    });
  }

  private begin(): void {
    this.regroup?.end();
    this.isScheduled = false;
    // All calls may have been refused meanwhile.
    if (this.calls.length > 0) void this.runNext();
  }

  private async runNext(): Promise<void> {
    const { mutex, size } = this.options;
    this.batches += 1;
    if (mutex && !mutex.tryLock()) await mutex.lock();
    const calls = this.calls.splice(0, size);
    this.running += calls.length;
    this.schedule();
    const beganMs = performance.now();
    const report = await this.settle(calls);
    mutex?.unlock();
    this.running -= calls.length;
    this.batches -= 1;
    // The storage goes on working before the main thread turns to the results.
    this.proceed(calls.length, performance.now() - beganMs);
    report();
  }

  private proceed(answered: number, tookMs: number): void {
    const { calls, regroup } = this;
    const isSlow = regroup?.isSlow(tookMs);
    if (calls.length === 0 || this.isScheduled) return;
    if (regroup && isSlow) {
      this.isScheduled = true;
      const expected = Math.min(calls.length + answered, this.options.size);
      return regroup.wait(tookMs, expected, () => this.begin());
    }
    // If only few wait, more callers are probably on their way.
    if (this.batches < this.options.concurrency && calls.length * 2 >= answered) this.begin();
    else this.schedule();
  }

  /** Runs a batch, and returns a function that reports its results to the callers. */
  private async settle(calls: readonly Call<Item, Result>[]): Promise<() => void> {
    try {
      const results = await this.run(calls.map(({ item }) => item));
      this.calls.unshift(...calls.slice(results.length));
      return () => results.forEach((result, index) => calls[index]?.resolve(result));
    } catch (error) {
      const reason = error instanceof StorageFault ? error.reason : undefined;
      // Each of those behind would wait as long again for a storage that does not answer.
      const behind = reason === 'storage unavailable' ? this.calls.splice(0) : [];
      // Nor is anything repeated while the storage is busy, or when the outcome is unknown.
      const isForAll = reason !== undefined && reason !== 'storage full';
      if (calls.length === 1 || isForAll)
        return () => [...calls, ...behind].forEach(({ reject }) => reject(error));
      for (const call of calls) {
        await this.options.mutex?.pass();
        (await this.settle([call]))();
      }
      return () => undefined;
    }
  }
}
