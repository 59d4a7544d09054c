/** Longer keys are not cached. */
const MAX_LENGTH = 500;

/**
 * A cache of values computed from a text. At capacity it is cleared, so a client that sends ever new texts cannot fill
 * the memory, and costs no more than without the cache.
 */
export class Remembered<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly capacity: number) {}

  of(text: string, find: (text: string) => T): T {
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    if (text.length > MAX_LENGTH) return found;
    if (this.kept.size >= this.capacity) this.kept.clear();
    this.kept.set(text, found);
    return found;
  }
}
