import { Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import { ApiKeys, RefusedLogins, TokenStore, UserRepository } from './ports';

/** Stands in for the key of a login that does not exist, so that both refusals do the same work. */
const nobodysDigest = '0'.repeat(64);

@Injectable()
export class LogIn {
  constructor(
    private readonly users: UserRepository,
    private readonly keys: ApiKeys,
    private readonly tokens: TokenStore,
    private readonly refused: RefusedLogins,
  ) {}

  /**
   * Gives a token for a login and its key. `known` is told the login as soon as it is one, refused or not, for the log:
   * any other text may be a key in the wrong field.
   *
   * After many refusals of one login, from wherever, a further one is answered RateExceeded: a guesser learns no more of
   * the login. The right key is never refused for what others sent, so that nobody can lock an account; that a guess might
   * be right is a matter of its 128 bits.
   * @param address of the client, which a refusal for the rate names
   * @throws AppError LoginUnknown (also for a blocked user), KeyInvalid, RateExceeded
   */
  async execute(
    { login, apiKey, address }: { login: string; apiKey: string; address: string },
    known: (login: string) => void,
  ): Promise<string> {
    const digest = this.keys.digest(apiKey);
    const user = await this.users.findAccount(login);
    const matches = this.keys.sameDigest(digest, user?.keyDigest ?? nobodysDigest);
    if (user) known(user.login);
    if (user && matches && !user.blocked)
      return this.tokens.issue({ userId: user.id, keyDigest: user.keyDigest });
    const waitSeconds = await this.refused.count(login);
    if (waitSeconds === undefined) throw new AppError(user && !user.blocked ? 'KeyInvalid' : 'LoginUnknown');
    const error = new AppError('RateExceeded', address);
    error.retryAfterSeconds = waitSeconds;
    throw error;
  }
}
