import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock';
import type { User } from '../domain/user';
import { type FoundToken, TokenStore, UserRepository } from './ports';

/** Lifetime of a cached user: the longest delay until a change by an administrator takes effect. */
export const USER_CACHE_MS = 500;

@Injectable()
export class Identify {
  private readonly cache = new Map<string, { readonly user: User; readonly readMs: number }>();

  constructor(
    private readonly tokens: TokenStore,
    private readonly users: UserRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The user of a token, at most half a second old. After that, a blocked user or an old key is refused. A token is never
   * refused on cached data.
   * @returns the user, or the error code of the refusal
   */
  async execute(token: string): Promise<User | 'TokenNotFound' | 'TokenExpired'> {
    const found = await this.tokens.find(token);
    if (!found) return 'TokenNotFound';
    if (found.expired) return 'TokenExpired';
    const known = this.cached(found.userId);
    if (isHolder(known, found)) return known;
    const user = await this.read(found.userId);
    return isHolder(user, found) ? user : 'TokenNotFound';
  }

  /**
   * The current state of a user identified earlier in the request. The token may have expired since, but a user who was
   * blocked or got a new key is refused.
   */
  async again({ id: userId, keyDigest }: User): Promise<User | 'TokenNotFound'> {
    const user = this.cached(userId) ?? (await this.read(userId));
    return user && !user.blocked && user.keyDigest === keyDigest ? user : 'TokenNotFound';
  }

  private cached(id: string): User | undefined {
    const known = this.cache.get(id);
    return known && this.clock.monotonicMs() - known.readMs < USER_CACHE_MS ? known.user : undefined;
  }

  private async read(id: string): Promise<User | undefined> {
    const readMs = this.clock.monotonicMs();
    const user = await this.users.findById(id);
    if (user) this.cache.set(id, { user, readMs });
    else this.cache.delete(id);
    return user;
  }
}

function isHolder(user: User | undefined, token: FoundToken): user is User {
  return user !== undefined && !user.blocked && token.isOf(user.keyDigest);
}
