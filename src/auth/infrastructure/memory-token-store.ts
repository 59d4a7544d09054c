import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/app-config';
import { Clock } from '../../shared/clock';
import { Random } from '../../shared/random';
import { type FoundToken, TokenStore } from '../application/ports';
import { TokenBook, type TokenHolder } from '../domain/token-book';

/** About 70 MB, at some 700 bytes a token. */
export const TOKEN_CAPACITY = 100_000;
/** Maximum number of live tokens of one user: some fifty logins a second with tokens of 20 s. */
export const TOKENS_PER_USER = 1000;
/** How long an expired token is answered with 1001 instead of 1000. */
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
      perUser: TOKENS_PER_USER,
    });
  }

  /** Number of stored tokens, live or expired. */
  get size(): number {
    return this.book.size;
  }

  issue(holder: TokenHolder): Promise<string> {
    const token = this.random.token();
    this.book.add(digest(token), holder, this.clock.monotonicMs());
    return Promise.resolve(token);
  }

  find(token: string): Promise<FoundToken | undefined> {
    const found = this.book.find(digest(token), this.clock.monotonicMs());
    return Promise.resolve(
      found && {
        userId: found.holder.userId,
        expired: found.expired,
        isOf: keyDigest => keyDigest === found.holder.keyDigest,
      },
    );
  }
}

function digest(token: string): string {
  return hash('sha256', token, 'base64');
}
