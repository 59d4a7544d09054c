import { Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import type { User } from '../domain/user';
import { ApiKeys, TokenStore, UserRepository } from './ports';

/** Stands in for the key of a login that does not exist, so that both refusals do the same work. */
const nobodysDigest = '0'.repeat(64);

@Injectable()
export class LogIn {
  constructor(
    private readonly users: UserRepository,
    private readonly keys: ApiKeys,
    private readonly tokens: TokenStore,
  ) {}

  /**
   * Gives a token for a login and its key.
   * @throws AppError LoginUnknown (also for a blocked user), KeyInvalid
   */
  async execute(login: string, apiKey: string): Promise<{ token: string; user: User }> {
    const digest = this.keys.digest(apiKey);
    const user = await this.users.findByLogin(login);
    const matches = this.keys.sameDigest(digest, user?.keyDigest ?? nobodysDigest);
    if (!user || user.blocked) throw new AppError('LoginUnknown');
    if (!matches) throw new AppError('KeyInvalid');
    return { token: await this.tokens.issue({ userId: user.id, keyDigest: user.keyDigest }), user };
  }
}
