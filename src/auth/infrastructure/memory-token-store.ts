import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config';
import { Clock } from '../../shared/clock';
import { Random } from '../../shared/random';
import { TokenStore } from '../application/ports';
import { type FoundToken, TokenBook, type TokenHolder } from '../domain/token-book';

/** At some 600 bytes each, no more than about 60 MB of tokens. */
export const TOKEN_CAPACITY = 100_000;
/** How long an expired token still answers 1001 and not 1000 (contract 4). */
export const MEMORY_OF_EXPIRED_MS = 600_000;

/** The tokens of a single node. */
@Injectable()
export class MemoryTokenStore extends TokenStore {
  private readonly book: TokenBook;

  constructor(
    config: AppConfig,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    super();
    this.book = new TokenBook({
      lifeMs: config.tokenTtlMs,
      memoryMs: MEMORY_OF_EXPIRED_MS,
      capacity: TOKEN_CAPACITY,
    });
  }

  /** Tokens remembered, live or expired. */
  get size(): number {
    return this.book.size;
  }

  issue(holder: TokenHolder): Promise<string> {
    const token = this.random.guid();
    this.book.add(digest(token), holder, this.clock.monotonicMs());
    return Promise.resolve(token);
  }

  find(token: string): Promise<FoundToken | undefined> {
    return Promise.resolve(this.book.find(digest(token), this.clock.monotonicMs()));
  }
}

function digest(token: string): string {
  return hash('sha256', token, 'base64');
}
