import { Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import type { User } from '../domain/user';
import { TokenStore, UserRepository } from './ports';

@Injectable()
export class Identify {
  constructor(
    private readonly tokens: TokenStore,
    private readonly users: UserRepository,
  ) {}

  /**
   * The user behind a token, as the user is now: who was blocked or got a new key a moment ago is out at once.
   * @throws AppError TokenNotFound, TokenExpired
   */
  async execute(token: string): Promise<User> {
    const found = await this.tokens.find(token);
    if (!found) throw new AppError('TokenNotFound', token);
    if (found.expired) throw new AppError('TokenExpired', token);
    const user = await this.users.findById(found.holder.userId);
    if (!user || user.blocked || user.keyDigest !== found.holder.keyDigest)
      throw new AppError('TokenNotFound', token);
    return user;
  }

  /** Whether a request with this token is somebody's, and not to be counted against its address. */
  async isLive(token: string): Promise<boolean> {
    const found = await this.tokens.find(token);
    return found !== undefined && !found.expired;
  }
}
