import { ApiKeys } from '../../src/auth/application/ports';

/** A digest that one can read, and a count of the work that was done. */
export class FakeApiKeys extends ApiKeys {
  digests = 0;
  compares = 0;
  private made = 0;

  make(): string {
    this.made += 1;
    return Buffer.from(String(this.made).padStart(16, '0')).toString('base64');
  }

  digest(key: string): string {
    this.digests += 1;
    return Buffer.from(key).toString('hex').padStart(64, 'f').slice(-64);
  }

  sameDigest(a: string, b: string): boolean {
    this.compares += 1;
    return a === b;
  }
}
