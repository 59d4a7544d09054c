import { StorageFault } from './storage-fault';

/** Turns of the event loop after which a run begins, whether or not they bring ever more. */
const MAX_TURNS = 16;
const LONGEST_WAIT_MS = 20;
/** A run is slow that takes so many times as long as this thread was at work. */
const SLOW = 2;

interface Call<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * `lanes`: runs under way at once; `size`: most items of a run; `isPatient`: whether those that waited for a slow run
 * wait as long again, 20 ms at most, for those whom it has answered, who would else wait for them in turn, for ever. A
 * run is slow that takes more than twice as long as this thread has been at work since the run before: where it is not, two
 * halves that take turns keep both the storage and this thread busy.
 */
export interface BatchLimits {
  readonly lanes: number;
  readonly size: number;
  readonly isPatient?: boolean;
}

/**
 * Gathers what is asked for at the same time, so that one run does it for all: what comes while the runs before are
 * under way, and while each turn of the event loop brings more. A lone call runs in the same turn.
 */
export class Batch<Item, Result> {
  private readonly calls: Call<Item, Result>[] = [];
  private underWay = 0;
  private isDue = false;
  private loop = performance.eventLoopUtilization();
  private patience: { readonly forCalls: number; readonly timer: NodeJS.Timeout } | undefined;

  /**
   * @param run gives a result for each item, in order. When it fails for several, each of them is run by itself, so
   * that one alone fails for what is wrong with it
   */
  constructor(
    private readonly run: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limits: BatchLimits,
  ) {}

  /** Items whose run has not begun. */
  get waiting(): number {
    return this.calls.length;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.calls.push({ item, resolve, reject });
      if (this.patience && this.calls.length >= this.patience.forCalls) this.begin();
      else this.schedule();
    });
  }

  private schedule(): void {
    if (this.isDue || this.calls.length === 0 || this.underWay >= this.limits.lanes) return;
    this.isDue = true;
    this.gather(this.calls.length, MAX_TURNS);
  }

  /** Waits for the sockets that are readable now to be read, and on, as long as that brings more. */
  private gather(known: number, turnsLeft: number): void {
    setImmediate(() => {
      const count = this.calls.length;
      if (count > known && count < this.limits.size && turnsLeft > 1)
        return this.gather(count, turnsLeft - 1);
      this.begin();
    });
  }

  private begin(): void {
    clearTimeout(this.patience?.timer);
    this.patience = undefined;
    this.isDue = false;
    void this.runNext();
  }

  private async runNext(): Promise<void> {
    const calls = this.calls.splice(0, this.limits.size);
    this.underWay += 1;
    this.schedule();
    const beganMs = performance.now();
    const tell = await this.settle(calls);
    this.underWay -= 1;
    const tookMs = performance.now() - beganMs;
    if (this.limits.isPatient && tookMs > SLOW * this.workedMs()) this.waitFor(calls.length, tookMs);
    this.goOn(calls.length);
    tell();
  }

  /**
   * The storage is at work again before this thread turns to the results. Where few have waited, more of those who are on
   * their way are gathered first.
   */
  private goOn(answered: number): void {
    const isFree = !this.isDue && this.underWay < this.limits.lanes;
    if (isFree && this.calls.length > 0 && this.calls.length * 2 >= answered) this.begin();
    else this.schedule();
  }

  /** How long this thread has been at work since this was last asked. */
  private workedMs(): number {
    const { active } = performance.eventLoopUtilization(this.loop);
    this.loop = performance.eventLoopUtilization();
    return active;
  }

  /** Only where others have waited: a lone call is not held up. */
  private waitFor(answered: number, ms: number): void {
    if (this.calls.length === 0 || this.isDue) return;
    this.isDue = true;
    const forCalls = Math.min(this.calls.length + answered, this.limits.size);
    this.patience = { forCalls, timer: setTimeout(() => this.begin(), Math.min(ms, LONGEST_WAIT_MS)) };
  }

  /** Runs, and answers what tells the results. */
  private async settle(calls: readonly Call<Item, Result>[]): Promise<() => void> {
    try {
      const results = await this.run(calls.map(({ item }) => item));
      return () => calls.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      const reason = error instanceof StorageFault ? error.reason : undefined;
      // Each would wait as long again for a storage that is busy or does not answer, and so would those behind them.
      const behind = reason === 'storage unavailable' ? this.calls.splice(0) : [];
      // Where it is unknown what became of them, they are not made once more.
      const isForAll = reason !== undefined && reason !== 'storage full';
      if (calls.length === 1 || isForAll)
        return () => [...calls, ...behind].forEach(({ reject }) => reject(error));
      for (const call of calls) (await this.settle([call]))();
      return () => undefined;
    }
  }
}
