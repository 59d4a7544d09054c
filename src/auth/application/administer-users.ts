import { Injectable } from '@nestjs/common';
import { Random } from '../../shared/random';
import type { Privileges, RecordPermissions } from '../../shared/caller';
import { everyPrivilege, type User } from '../domain/user';
import { ApiKeys, UserRepository } from './ports';

export interface NewUser {
  login: string;
  ipFilter: string;
  ratePolicy: string | null;
  privileges: Privileges;
  recordPermissions: RecordPermissions;
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

  /** Ends the tokens of the user at once. @returns whether there is such a user */
  block(login: string): Promise<boolean> {
    return this.users.setBlocked(login, true);
  }

  /** @returns whether there is such a user */
  unblock(login: string): Promise<boolean> {
    return this.users.setBlocked(login, false);
  }

  /** Replaces the key. The old key and its tokens are refused at once. @returns the key, or undefined if there is no such user */
  async rotateKey(login: string): Promise<string | undefined> {
    const key = this.keys.make();
    return (await this.users.setKeyDigest(login, this.keys.digest(key))) ? key : undefined;
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
