import { Random } from '../../src/shared/random';

/** Counts instead of drawing lots, so that a test knows what comes; entry codes can be laid down beforehand. */
export class FakeRandom extends Random {
  private guids = 0;
  private codes = 0;
  private readonly laidDown: string[] = [];

  guid(): string {
    this.guids += 1;
    return `00000000-0000-4000-8000-${String(this.guids).padStart(12, '0')}`;
  }

  token(): string {
    return this.guid();
  }

  sixDigits(): string {
    this.codes += 1;
    return this.laidDown.shift() ?? String(this.codes).padStart(6, '0');
  }

  /** The next entry codes. */
  layDown(...codes: string[]): void {
    this.laidDown.push(...codes);
  }
}
