import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { Clock } from '../../shared/clock';
import { UserRepository } from '../application/ports';
import type { User } from '../domain/user';
import { UserRow } from './user.row';

@Injectable()
export class TypeOrmUserRepository extends UserRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async findByLogin(login: string): Promise<User | undefined> {
    return (await this.database.read(manager => manager.findOneBy(UserRow, { login }))) ?? undefined;
  }

  async findById(id: string): Promise<User | undefined> {
    return (await this.database.read(manager => manager.findOneBy(UserRow, { id }))) ?? undefined;
  }

  list(): Promise<User[]> {
    return this.database.read(manager => manager.find(UserRow, { order: { login: 'ASC' } }));
  }

  add(user: User): Promise<boolean> {
    const now = this.clock.now();
    return this.database.write(async manager => {
      if (await manager.existsBy(UserRow, { login: user.login })) return false;
      await manager.insert(UserRow, { ...user, createdAt: now, updatedAt: now });
      return true;
    });
  }

  setBlocked(login: string, blocked: boolean): Promise<boolean> {
    return this.change(login, { blocked });
  }

  setKeyDigest(login: string, keyDigest: string): Promise<boolean> {
    return this.change(login, { keyDigest });
  }

  private async change(
    login: string,
    values: { blocked: boolean } | { keyDigest: string },
  ): Promise<boolean> {
    const { affected } = await this.database.write(manager =>
      manager.update(UserRow, { login }, { ...values, updatedAt: this.clock.now() }),
    );
    return affected === 1;
  }
}
