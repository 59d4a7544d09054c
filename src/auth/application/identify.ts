import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import type { TokenHolder } from '../domain/token-book';
import type { User } from '../domain/user';
import { TokenStore, UserRepository } from './ports';

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
   * @throws AppError TokenNotFound, TokenExpired
   */
  async execute(token: string): Promise<User> {
    const found = await this.tokens.find(token);
    if (!found) throw new AppError('TokenNotFound', token);
    if (found.expired) throw new AppError('TokenExpired', token);
    const known = this.remembered(found.holder.userId);
    if (isHolder(known, found.holder)) return known;
    const user = await this.read(found.holder.userId);
    if (isHolder(user, found.holder)) return user;
    throw new AppError('TokenNotFound', token);
  }

  /** Whether a request with this token is somebody's, and not to be counted against its address. */
  async isLive(token: string): Promise<boolean> {
    const found = await this.tokens.find(token);
    return found !== undefined && !found.expired;
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

function isHolder(user: User | undefined, { keyDigest }: TokenHolder): user is User {
  return user !== undefined && !user.blocked && user.keyDigest === keyDigest;
}
