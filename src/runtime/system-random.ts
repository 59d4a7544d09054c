import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { Random } from '../shared/random';

export class SystemRandom extends Random {
  guid(): string {
    return randomUUID();
  }

  token(): string {
    const hex = randomBytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  sixDigits(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }
}
