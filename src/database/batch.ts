import { StorageFault } from './storage-fault';

/** Turns of the event loop after which a run begins, whether or not they bring ever more. */
const MAX_TURNS = 16;

interface Call<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what is asked for at the same time, so that one run does it for all: what comes while the runs before are
 * under way, and while each turn of the event loop brings more. Nothing waits for a timer: a lone call runs in the same
 * turn.
 */
export class Batch<Item, Result> {
  private readonly calls: Call<Item, Result>[] = [];
  private underWay = 0;
  private isDue = false;

  /**
   * @param run gives a result for each item, in order. When it fails for several, each of them is run by itself, so
   * that one alone fails for what is wrong with it
   * @param limits `lanes`: runs under way at once; `size`: most items of a run
   */
  constructor(
    private readonly run: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limits: { readonly lanes: number; readonly size: number },
  ) {}

  /** Items whose run has not begun. */
  get waiting(): number {
    return this.calls.length;
  }

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.calls.push({ item, resolve, reject });
      this.schedule();
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
      this.isDue = false;
      void this.runNext();
    });
  }

  private async runNext(): Promise<void> {
    const calls = this.calls.splice(0, this.limits.size);
    this.underWay += 1;
    this.schedule();
    await this.settle(calls);
    this.underWay -= 1;
    this.schedule();
  }

  private async settle(calls: readonly Call<Item, Result>[]): Promise<void> {
    try {
      const results = await this.run(calls.map(({ item }) => item));
      calls.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      // Each would wait as long again for a storage that is busy.
      const isBusy = error instanceof StorageFault && error.reason === 'storage busy';
      if (calls.length === 1 || isBusy) for (const { reject } of calls) reject(error);
      else for (const call of calls) await this.settle([call]);
    }
  }
}
