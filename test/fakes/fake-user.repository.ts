import { type Account, type UserChange, UserRepository } from '../../src/auth/application/ports';
import type { User } from '../../src/auth/domain/user';

export class FakeUserRepository extends UserRepository {
  private users: readonly User[] = [];

  findAccount(login: string): Promise<Account | undefined> {
    const user = this.users.find(each => each.login === login);
    return Promise.resolve(user && { id: user.id, login, keyDigest: user.keyDigest, blocked: user.blocked });
  }

  findById(id: string): Promise<User | undefined> {
    return Promise.resolve(this.users.find(user => user.id === id));
  }

  list(): Promise<User[]> {
    return Promise.resolve([...this.users].sort((a, b) => (a.login < b.login ? -1 : 1)));
  }

  async add(user: User, confirm?: () => Promise<boolean>): Promise<boolean> {
    if (this.users.some(({ login }) => login === user.login)) return false;
    if (this.users.some(({ id }) => id === user.id)) throw new Error('an id is unique');
    if (confirm && !(await confirm())) return false;
    this.users = [...this.users, user];
    return true;
  }

  change(login: string, values: UserChange): Promise<boolean> {
    const known = this.users.some(user => user.login === login);
    this.users = this.users.map(user => (user.login === login ? { ...user, ...values } : user));
    return Promise.resolve(known);
  }

  /** As if somebody had removed the user from the storage. */
  erase(login: string): void {
    this.users = this.users.filter(user => user.login !== login);
  }
}
