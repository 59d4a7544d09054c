import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ApiKeys } from '../application/ports';

@Injectable()
export class CryptoApiKeys extends ApiKeys {
  make(): string {
    return randomBytes(16).toString('base64');
  }

  digest(key: string): string {
    return createHash('sha256').update(key, 'utf8').digest('hex');
  }

  sameDigest(a: string, b: string): boolean {
    return timingSafeEqual(Buffer.from(a.padEnd(64).slice(0, 64)), Buffer.from(b.padEnd(64).slice(0, 64)));
  }
}
