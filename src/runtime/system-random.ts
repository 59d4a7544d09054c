import { randomFillSync, randomInt } from 'node:crypto';
import { Random } from '../shared/random';

const GUID_BYTES = 16;

/** GUIDs of 16 random bytes: the shape of a version 4 one with all 128 bits random. */
export class SystemRandom extends Random {
  /** Asking the system costs more than the bytes: they are drawn for many GUIDs at once, and each is used once. */
  private readonly drawn = Buffer.alloc(256 * GUID_BYTES);
  private used = this.drawn.length;

  guid(): string {
    if (this.used === this.drawn.length) {
      randomFillSync(this.drawn);
      this.used = 0;
    }
    const hex = this.drawn.toString('hex', this.used, this.used + GUID_BYTES);
    // What was given out may be a token: it does not stay behind.
    this.drawn.fill(0, this.used, (this.used += GUID_BYTES));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  sixDigits(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }
}
