import type { TokenHolder } from '../domain/token-book';
import type { User } from '../domain/user';

/** What a login is judged by. */
export type Account = Pick<User, 'id' | 'login' | 'keyDigest' | 'blocked'>;

/** Users, as they are kept. */
export abstract class UserRepository {
  /** Does the same work for every login: nobody can tell by the time it takes whether there is such a user. */
  abstract findAccount(login: string): Promise<Account | undefined>;
  abstract findById(id: string): Promise<User | undefined>;
  abstract list(): Promise<User[]>;
  /**
   * `confirm` is asked when the login is free and before anything is kept.
   * @returns whether the user was added: not when another process was first, or when it was not confirmed
   */
  abstract add(user: User, confirm?: () => Promise<boolean>): Promise<boolean>;
  /** @returns whether there is such a user */
  abstract setBlocked(login: string, blocked: boolean): Promise<boolean>;
  /** @returns whether there is such a user */
  abstract setKeyDigest(login: string, keyDigest: string): Promise<boolean>;
}

/** A token that is live or has lately expired. */
export interface FoundToken {
  readonly userId: string;
  readonly expired: boolean;
  /** Whether it was issued for this user's key of this digest. Until that is so, `userId` is only what the store says. */
  isOf(keyDigest: string): boolean;
}

/** Live and lately expired tokens; of a token, only its digest is kept. A shared store can stand here for several nodes. */
export abstract class TokenStore {
  /** Makes a new token; the only moment at which it is known in clear. */
  abstract issue(holder: TokenHolder): Promise<string>;
  abstract find(token: string): Promise<FoundToken | undefined>;
}

/** Refused logins, by the login that was sent, whether there is such a user or not. */
export abstract class RefusedLogins {
  /** Counts one. @returns seconds to wait, where there were too many of this login lately, from wherever */
  abstract count(login: string): Promise<number | undefined>;
}

/** Making, digesting and comparing API keys. */
export abstract class ApiKeys {
  /** Base64 of 16 random bytes. */
  abstract make(): string;
  /** Hex SHA-256: enough, and only enough, for keys of at least 128 random bits. */
  abstract digest(key: string): string;
  /** Takes the same time wherever the digests differ. */
  abstract sameDigest(a: string, b: string): boolean;
}
