import type { TokenHolder } from '../domain/token-book';
import type { User } from '../domain/user';

/** The members of a user that login needs. */
export type Account = Pick<User, 'id' | 'login' | 'keyDigest' | 'blocked'>;

export type UserChange = Partial<Omit<User, 'id' | 'login'>>;

export abstract class UserRepository {
  /** Does the same work for known and unknown logins, so that the time does not reveal which it is. */
  abstract findAccount(login: string): Promise<Account | undefined>;
  abstract findById(id: string): Promise<User | undefined>;
  abstract list(): Promise<User[]>;
  /**
   * Calls `confirm` if the login is free, before the user is committed.
   * @returns whether the user was added: false if the login is taken or `confirm` returned false
   */
  abstract add(user: User, confirm?: () => Promise<boolean>): Promise<boolean>;
  /** @returns whether there is such a user */
  abstract change(login: string, values: UserChange): Promise<boolean>;
}

/** A token that is live or recently expired. */
export interface FoundToken {
  readonly userId: string;
  readonly expired: boolean;
  /** Whether it was issued for the key with this digest. `userId` must not be trusted before this is true. */
  isOf(keyDigest: string): boolean;
}

/** Live and recently expired tokens. Only their digests are stored. */
export abstract class TokenStore {
  /** Issues a new token. Its clear text is not kept. */
  abstract issue(holder: TokenHolder): Promise<string>;
  abstract find(token: string): Promise<FoundToken | undefined>;
}

/** Counts refused logins by the login sent, known or not. */
export abstract class RefusedLogins {
  /** Counts one refusal. @returns seconds to wait if there were too many for this login, else undefined */
  abstract count(login: string): Promise<number | undefined>;
}

export abstract class ApiKeys {
  /** Base64 of 16 random bytes. */
  abstract make(): string;
  /** Hex SHA-256: without salt or stretching, which suits only keys of at least 128 random bits. */
  abstract digest(key: string): string;
  /** Compares in constant time. */
  abstract sameDigest(a: string, b: string): boolean;
}
