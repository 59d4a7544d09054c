import { Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
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
   * Gives a token for a login and its key. `known` is told the login as soon as it is one, refused or not, for the log:
   * any other text may be a key in the wrong field.
   * @throws AppError LoginUnknown (also for a blocked user), KeyInvalid
   */
  async execute(login: string, apiKey: string, known: (login: string) => void): Promise<string> {
    const digest = this.keys.digest(apiKey);
    const user = await this.users.findByLogin(login);
    const matches = this.keys.sameDigest(digest, user?.keyDigest ?? nobodysDigest);
    if (user) known(user.login);
    if (!user || user.blocked) throw new AppError('LoginUnknown');
    if (!matches) throw new AppError('KeyInvalid');
    return this.tokens.issue({ userId: user.id, keyDigest: user.keyDigest });
  }
}
