/** Longer keys are not cached. */
const MAX_LENGTH = 500;

/**
 * A cache of values computed from a text. At capacity it is cleared, so a client that sends ever new texts cannot fill
 * the memory, and costs no more than without the cache.
 */
export class BoundedCache<T> {
  private readonly values = new Map<string, T>();

  constructor(private readonly capacity: number) {}

  /** The cached value of `text`, or the result of `compute`. */
  get(text: string, compute: (text: string) => T): T {
    const cached = this.values.get(text);
    if (cached !== undefined) return cached;
    const value = compute(text);
    if (text.length > MAX_LENGTH) return value;
    if (this.values.size >= this.capacity) this.values.clear();
    this.values.set(text, value);
    return value;
  }
}
