import { randomBytes, randomInt } from 'node:crypto';
import { Random } from '../shared/random';

/** GUIDs of 16 random bytes: the shape of a version 4 one with all 128 bits random. */
export class SystemRandom extends Random {
  guid(): string {
    return randomBytes(16)
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  sixDigits(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }
}
