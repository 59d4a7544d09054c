import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock';
import type { User } from '../domain/user';
import { type FoundToken, TokenStore, UserRepository } from './ports';

/** How long a change that an administrator makes to a user may take to hold. */
export const MEMORY_OF_USERS_MS = 500;

@Injectable()
export class Identify {
  /** By id. */
  private readonly known = new Map<string, { readonly user: User; readonly readMs: number }>();

  constructor(
    private readonly tokens: TokenStore,
    private readonly users: UserRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The user behind a token, as the user was at most half a second ago: who was blocked or got a new key is out then.
   * No token is refused by what is remembered.
   * @returns the error code with which the token is refused, where it is nobody's
   */
  async execute(token: string): Promise<User | 'TokenNotFound' | 'TokenExpired'> {
    const found = await this.tokens.find(token);
    if (!found) return 'TokenNotFound';
    if (found.expired) return 'TokenExpired';
    const known = this.remembered(found.userId);
    if (isHolder(known, found)) return known;
    const user = await this.read(found.userId);
    return isHolder(user, found) ? user : 'TokenNotFound';
  }

  /**
   * Whoever a token that lived when the request came was of, as the user is by now: a token may expire under way, but who
   * was blocked meanwhile or got a new key is out.
   */
  async again({ id: userId, keyDigest }: User): Promise<User | 'TokenNotFound'> {
    const user = this.remembered(userId) ?? (await this.read(userId));
    return user && !user.blocked && user.keyDigest === keyDigest ? user : 'TokenNotFound';
  }

  private remembered(id: string): User | undefined {
    const known = this.known.get(id);
    return known && this.clock.monotonicMs() - known.readMs < MEMORY_OF_USERS_MS ? known.user : undefined;
  }

  private async read(id: string): Promise<User | undefined> {
    const readMs = this.clock.monotonicMs();
    const user = await this.users.findById(id);
    if (user) this.known.set(id, { user, readMs });
    else this.known.delete(id);
    return user;
  }
}

function isHolder(user: User | undefined, token: FoundToken): user is User {
  return user !== undefined && !user.blocked && token.isOf(user.keyDigest);
}
