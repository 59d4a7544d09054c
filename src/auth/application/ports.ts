import type { FoundToken, TokenHolder } from '../domain/token-book';
import type { User } from '../domain/user';

/** Users, as they are kept. */
export abstract class UserRepository {
  abstract findByLogin(login: string): Promise<User | undefined>;
  abstract findById(id: string): Promise<User | undefined>;
  abstract list(): Promise<User[]>;
  /** @returns whether the login was free; when another process was first, nothing is added */
  abstract add(user: User): Promise<boolean>;
  /** @returns whether there is such a user */
  abstract setBlocked(login: string, blocked: boolean): Promise<boolean>;
  /** @returns whether there is such a user */
  abstract setKeyDigest(login: string, keyDigest: string): Promise<boolean>;
}

/** Live and lately expired tokens; of a token, only its digest is kept. A shared store can stand here for several nodes. */
export abstract class TokenStore {
  /** Makes a new token; the only moment at which it is known in clear. */
  abstract issue(holder: TokenHolder): Promise<string>;
  abstract find(token: string): Promise<FoundToken | undefined>;
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
