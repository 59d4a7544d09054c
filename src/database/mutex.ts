/** Held by one at a time. The others get it in the order in which they asked. */
export class Mutex {
  private readonly waiting: (() => void)[] = [];
  private isHeld = false;

  get isLocked(): boolean {
    return this.isHeld;
  }

  /** Takes it if it is free. */
  tryLock(): boolean {
    if (this.isHeld) return false;
    this.isHeld = true;
    return true;
  }

  /** Waits for it. */
  async lock(): Promise<void> {
    if (!this.tryLock()) await new Promise<void>(resolve => this.waiting.push(resolve));
  }

  unlock(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.isHeld = false;
  }

  /** Lets those that wait go first. */
  async pass(): Promise<void> {
    this.unlock();
    await this.lock();
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.lock();
    try {
      return await work();
    } finally {
      this.unlock();
    }
  }
}
