import { Injectable } from '@nestjs/common';
import { AppError } from '../../shared/errors/app-error';
import { ApiKeys, RefusedLogins, TokenStore, UserRepository } from './ports';

/** Compared for an unknown login, so that both refusals take the same time. */
const DUMMY_DIGEST = '0'.repeat(64);

@Injectable()
export class LogIn {
  constructor(
    private readonly users: UserRepository,
    private readonly keys: ApiKeys,
    private readonly tokens: TokenStore,
    private readonly refused: RefusedLogins,
  ) {}

  /**
   * Issues a token for a login and its key. `known` is called with the login of an existing user, refused or not, for
   * the log. Other texts are not logged: they may be a key in the wrong field.
   *
   * After many refusals of a login, from any address, further ones are RateExceeded, so guessing reveals nothing more
   * about the login. The right key always succeeds, so no client can lock an account; 128 bits protect the key.
   * @param address the client address, for the message of RateExceeded
   * @throws AppError LoginUnknown (also for a blocked user), KeyInvalid, RateExceeded
   */
  async execute(
    { login, apiKey, address }: { login: string; apiKey: string; address: string },
    known: (login: string) => void,
  ): Promise<string> {
    const digest = this.keys.digest(apiKey);
    const user = await this.users.findAccount(login);
    const matches = this.keys.sameDigest(digest, user?.keyDigest ?? DUMMY_DIGEST);
    if (user) known(user.login);
    if (user && matches && !user.blocked)
      return this.tokens.issue({ userId: user.id, keyDigest: user.keyDigest });
    const waitSeconds = await this.refused.count(login);
    if (waitSeconds === undefined) throw new AppError(user && !user.blocked ? 'KeyInvalid' : 'LoginUnknown');
    throw new AppError('RateExceeded', address).retryAfter(waitSeconds);
  }
}
