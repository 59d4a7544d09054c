import { Injectable } from '@nestjs/common';
import { among, Database, type Statements } from '../../database';
import { Clock } from '../../shared/clock';
import { UserRepository } from '../application/ports';
import type { User } from '../domain/user';
import { UserRow } from './user.row';

@Injectable()
export class TypeOrmUserRepository extends UserRepository {
  private readonly loadByLogin: (login: string) => Promise<User | undefined>;
  private readonly loadById: (id: string) => Promise<User | undefined>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
    this.loadByLogin = database.readsTogether((statements, logins) => loadUsers(statements, 'login', logins));
    this.loadById = database.readsTogether((statements, ids) => loadUsers(statements, 'id', ids));
  }

  findByLogin(login: string): Promise<User | undefined> {
    return this.loadByLogin(login);
  }

  findById(id: string): Promise<User | undefined> {
    return this.loadById(id);
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

type Row = Omit<User, 'blocked' | 'privileges' | 'recordPermissions'> & {
  readonly blocked: 0 | 1 | boolean;
  readonly privileges: string;
  readonly recordPermissions: string;
};

const usersBy = { id: selectBy('id'), login: selectBy('login') };

function selectBy(key: 'id' | 'login') {
  const { sqlite, postgres } = among(key);
  const select = `SELECT id, login, key_digest AS "keyDigest", blocked, ip_filter AS "ipFilter",
      rate_policy AS "ratePolicy", privileges, record_permissions AS "recordPermissions"
    FROM "user" WHERE`;
  return { sqlite: `${select} ${sqlite}`, postgres: `${select} ${postgres}` };
}

/** The users of these keys, in their order. */
async function loadUsers(
  statements: Statements,
  key: 'id' | 'login',
  values: readonly string[],
): Promise<(User | undefined)[]> {
  const rows = await statements.all<Row>(usersBy[key], [JSON.stringify([...new Set(values)])]);
  const users = new Map(rows.map(row => [row[key], toUser(row)]));
  return values.map(value => users.get(value));
}

function toUser({ blocked, privileges, recordPermissions, ...row }: Row): User {
  return {
    ...row,
    blocked: Boolean(blocked),
    privileges: JSON.parse(privileges) as User['privileges'],
    recordPermissions: JSON.parse(recordPermissions) as User['recordPermissions'],
  };
}
