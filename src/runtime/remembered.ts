/** Longer texts are asked for anew each time. */
const MAX_LENGTH = 500;

/**
 * What was found out for a text, kept for when the same text comes again. Bounded: when it is full, it begins anew, so
 * that a sender of ever new texts gains nothing but the work that there would be without it.
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
