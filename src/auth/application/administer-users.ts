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

/** What an administrator does with users from the command line. A key is known only to whoever asked for it. */
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

  /** @returns the API key, or undefined when the login is taken */
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

  /** Makes a new key; the old one and its tokens are out at once. @returns the key, or undefined when there is no such user */
  async rotateKey(login: string): Promise<string | undefined> {
    const key = this.keys.make();
    return (await this.users.setKeyDigest(login, this.keys.digest(key))) ? key : undefined;
  }

  /**
   * On an empty database: makes `admin` with every privilege. `show` is handed its key; when it answers that it could
   * not show it, nobody is made.
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
