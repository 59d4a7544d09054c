import { Injectable } from '@nestjs/common';
import { Random } from '../../shared/random';
import { compareWanted, type PutOptions, type PutResult } from '../../shared/put';
import { AppError } from '../../shared/errors/app-error';
import { everyPrivilege, type User } from '../domain/user';
import { ApiKeys, type UserChange, UserRepository } from './ports';

export type NewUser = Omit<User, 'id' | 'keyDigest' | 'blocked'>;

/** A user as a file describes one: a key and a block that are left out stay as they are. */
export interface DescribedUser extends NewUser {
  apiKey?: string;
  blocked?: boolean;
}

/** Administration of users from the command line. A key is shown once and never stored. */
@Injectable()
export class AdministerUsers {
  constructor(
    private readonly users: UserRepository,
    private readonly keys: ApiKeys,
    private readonly random: Random,
  ) {}

  list(): Promise<User[]> {
    return this.users.list();
  }

  /** @returns the API key, or undefined if the login is taken */
  async create(user: NewUser): Promise<string | undefined> {
    const key = this.keys.make();
    const added = await this.users.add({
      ...user,
      id: this.random.guid(),
      keyDigest: this.keys.digest(key),
      blocked: false,
    });
    return added ? key : undefined;
  }

  /**
   * Makes a user as described, or changes the user of that login to be so.
   * @returns also the key that was made for a new user without one; a dry run makes none
   * @throws AppError VisitUpdateFailed when another process has made the user meanwhile
   */
  async put(
    { login, apiKey, ...members }: DescribedUser,
    { dryRun }: PutOptions,
  ): Promise<PutResult & { key?: string }> {
    const account = await this.users.findAccount(login);
    const before = account && (await this.users.findById(account.id));
    const wanted = { ...members, ...(apiKey !== undefined && { keyDigest: this.keys.digest(apiKey) }) };
    const result = compareWanted<UserChange>(before, wanted);
    if (dryRun || result.outcome === 'left') return result;
    if (before) {
      await this.users.change(login, wanted);
      return result;
    }
    const key = apiKey ?? this.keys.make();
    const made = { id: this.random.guid(), login, keyDigest: this.keys.digest(key) };
    const user = { ...wanted, ...made, blocked: members.blocked ?? false };
    if (!(await this.users.add(user))) throw new AppError('VisitUpdateFailed', 'concurrent update');
    return { ...result, ...(apiKey === undefined && { key }) };
  }

  /** Ends the tokens of the user at once. @returns whether there is such a user */
  block(login: string): Promise<boolean> {
    return this.users.change(login, { blocked: true });
  }

  /** @returns whether there is such a user */
  unblock(login: string): Promise<boolean> {
    return this.users.change(login, { blocked: false });
  }

  /** Replaces the key. The old key and its tokens are refused at once. @returns the key, or undefined if there is no such user */
  async rotateKey(login: string): Promise<string | undefined> {
    const key = this.keys.make();
    return (await this.users.change(login, { keyDigest: this.keys.digest(key) })) ? key : undefined;
  }

  /**
   * On a database without users, creates `admin` with every privilege. `show` is called with its key; if it returns
   * false, no user is created.
   */
  async createFirstAdministrator(show: (key: string) => Promise<boolean>): Promise<void> {
    if ((await this.users.list()).length > 0) return;
    const key = this.keys.make();
    const admin = {
      id: this.random.guid(),
      login: 'admin',
      keyDigest: this.keys.digest(key),
      blocked: false,
      ipFilter: '',
      ratePolicy: null,
      privileges: everyPrivilege,
      recordPermissions: {},
    };
    await this.users.add(admin, () => show(key));
  }
}
