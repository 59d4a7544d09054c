import { Injectable } from '@nestjs/common';
import { among, Database, type Statements } from '../../database';
import { Clock } from '../../shared/clock';
import { type Account, type UserChange, UserRepository } from '../application/ports';
import type { User } from '../domain/user';
import { UserRow } from './user.row';

@Injectable()
export class TypeOrmUserRepository extends UserRepository {
  private readonly loadAccount: (login: string) => Promise<Account | undefined>;
  private readonly loadById: (id: string) => Promise<User | undefined>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
    this.loadAccount = database.batchReads(loadAccounts);
    this.loadById = database.batchReads(loadUsers);
  }

  findAccount(login: string): Promise<Account | undefined> {
    return this.loadAccount(login);
  }

  findById(id: string): Promise<User | undefined> {
    return this.loadById(id);
  }

  list(): Promise<User[]> {
    return this.database.read(manager => manager.find(UserRow, { order: { login: 'ASC' } }));
  }

  add(user: User, confirm?: () => Promise<boolean>): Promise<boolean> {
    const now = this.clock.now();
    return this.database.write(async manager => {
      if (await manager.existsBy(UserRow, { login: user.login })) return false;
      // Inserted before `confirm`, so that a concurrent `add` waits or finds the login taken.
      await manager.insert(UserRow, { ...user, createdAt: now, updatedAt: now });
      if (!confirm || (await confirm())) return true;
      await manager.delete(UserRow, { id: user.id });
      return false;
    });
  }

  async change(login: string, values: UserChange): Promise<boolean> {
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

const { sqlite, postgres } = among('id');
const userColumns = `SELECT id, login, key_digest AS "keyDigest", blocked, ip_filter AS "ipFilter",
    rate_policy AS "ratePolicy", privileges, record_permissions AS "recordPermissions"
  FROM "user" WHERE`;
const usersById = { sqlite: `${userColumns} ${sqlite}`, postgres: `${userColumns} ${postgres}` };

/** The users in the order of `ids`. */
async function loadUsers(statements: Statements, ids: readonly string[]): Promise<(User | undefined)[]> {
  const rows = await statements.all<Row>(usersById, [JSON.stringify([...new Set(ids)])]);
  const users = new Map(rows.map(row => [row.id, toUser(row)]));
  return ids.map(id => users.get(id));
}

/** One row per requested login, known or not, so that both take the same time. */
type AccountRow = { readonly asked: string } & (
  | (Omit<Account, 'blocked'> & Pick<Row, 'blocked'>)
  | { readonly id: null; readonly login: null; readonly keyDigest: null; readonly blocked: null }
);

const accountsFrom = (logins: string) =>
  `SELECT asked.value AS "asked", "user".id, "user".login, "user".key_digest AS "keyDigest", "user".blocked
  FROM ${logins} LEFT JOIN "user" ON "user".login = asked.value`;
const accountsByLogin = {
  sqlite: accountsFrom('json_each(?) asked'),
  postgres: accountsFrom('json_array_elements_text(?::json) asked (value)'),
};

/** The accounts in the order of `logins`. */
async function loadAccounts(
  statements: Statements,
  logins: readonly string[],
): Promise<(Account | undefined)[]> {
  const rows = await statements.all<AccountRow>(accountsByLogin, [JSON.stringify([...new Set(logins)])]);
  const accounts = new Map(rows.map(row => [row.asked, toAccount(row)]));
  return logins.map(login => accounts.get(login));
}

function toAccount({ id, login, keyDigest, blocked }: AccountRow): Account | undefined {
  return id === null ? undefined : { id, login, keyDigest, blocked: Boolean(blocked) };
}

function toUser({ blocked, privileges, recordPermissions, ...row }: Row): User {
  return {
    ...row,
    blocked: Boolean(blocked),
    privileges: JSON.parse(privileges) as User['privileges'],
    recordPermissions: JSON.parse(recordPermissions) as User['recordPermissions'],
  };
}
