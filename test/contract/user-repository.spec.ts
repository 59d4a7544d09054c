import type { UserRepository } from '../../src/auth/application/ports';
import { everyPrivilege } from '../../src/auth/domain/user';
import { TypeOrmUserRepository } from '../../src/auth/infrastructure/type-orm-user.repository';
import { guid, someUser } from '../fakes/examples';
import { FakeUserRepository } from '../fakes/fake-user.repository';
import { TestClock } from '../support/test-clock';
import { openOwn } from './visit-storage';
import { engineName } from '../support/engine';

interface Users {
  readonly users: UserRepository;
  readonly close: () => Promise<void>;
}

const openFake = (): Promise<Users> =>
  Promise.resolve({ users: new FakeUserRepository(), close: () => Promise.resolve() });

async function openTypeOrm(): Promise<Users> {
  const { database, close } = await openOwn();
  return { users: new TypeOrmUserRepository(database, new TestClock()), close };
}

const opened: readonly [string, () => Promise<Users>][] = [
  ['fake', openFake],
  [engineName, openTypeOrm],
];

describe.each(opened)('UserRepository (%s)', (_, open) => {
  let users: UserRepository;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ users, close } = await open());
  });
  afterEach(() => close());

  it('finds nobody who was not added', async () => {
    expect(await users.findAccount('reception')).toBeUndefined();
    expect(await users.findById(guid(1))).toBeUndefined();
    expect(await users.list()).toEqual([]);
  });

  it('finds a user by id, as added', async () => {
    const user = someUser({
      ipFilter: '10.0.0.0/8; ::1',
      ratePolicy: '50/1s',
      privileges: everyPrivilege,
      recordPermissions: { Visits: { View: 'Own', Edit: ['A', 'B - C'] } },
    });
    await users.add(user);
    await users.add(someUser({ id: guid(2), login: 'gate', blocked: true }));
    expect(await users.findById(user.id)).toMatchObject(user);
    expect(await users.findById(guid(2))).toMatchObject({ login: 'gate', blocked: true, ratePolicy: null });
  });

  it('finds of a login what it is judged by and nothing else, of many at once', async () => {
    const { id, login, keyDigest } = someUser();
    await users.add(someUser({ privileges: everyPrivilege }));
    await users.add(someUser({ id: guid(2), login: 'gate', blocked: true }));
    const asked = [login, 'nobody', 'gate', '', login];
    expect(await Promise.all(asked.map(each => users.findAccount(each)))).toEqual([
      { id, login, keyDigest, blocked: false },
      undefined,
      { id: guid(2), login: 'gate', keyDigest, blocked: true },
      undefined,
      { id, login, keyDigest, blocked: false },
    ]);
  });

  it('knows a login by its exact spelling', async () => {
    await users.add(someUser());
    expect(await users.findAccount('Reception')).toBeUndefined();
    expect(await users.findAccount('reception ')).toBeUndefined();
  });

  it('lists by login', async () => {
    for (const [n, login] of ['reception', 'admin', 'gate'].entries())
      await users.add(someUser({ id: guid(n), login }));
    expect((await users.list()).map(({ login }) => login)).toEqual(['admin', 'gate', 'reception']);
  });

  it('says that a login is taken, and leaves its user as it was', async () => {
    expect(await users.add(someUser())).toBe(true);
    expect(await users.add(someUser({ id: guid(2), keyDigest: 'e'.repeat(64) }))).toBe(false);
    expect(await users.list()).toMatchObject([someUser()]);
  });

  it('keeps no user who is not confirmed, and asks for nobody whose login is taken', async () => {
    expect(await users.add(someUser(), () => Promise.resolve(false))).toBe(false);
    expect(await users.list()).toEqual([]);
    expect(await users.add(someUser(), () => Promise.resolve(true))).toBe(true);
    const confirm = jest.fn(() => Promise.resolve(true));
    expect(await users.add(someUser({ id: guid(2) }), confirm)).toBe(false);
    expect(confirm).not.toHaveBeenCalled();
    expect(await users.list()).toHaveLength(1);
  });

  it('takes no second user of the same id', async () => {
    await users.add(someUser());
    await expect(users.add(someUser({ login: 'gate' }))).rejects.toThrow();
    expect(await users.list()).toHaveLength(1);
  });

  it('blocks and unblocks one user, and says whether there is one', async () => {
    await users.add(someUser());
    await users.add(someUser({ id: guid(2), login: 'gate' }));
    expect(await users.change('reception', { blocked: true })).toBe(true);
    expect(await users.findAccount('reception')).toMatchObject({ blocked: true });
    expect(await users.findAccount('gate')).toMatchObject({ blocked: false });
    expect(await users.change('reception', { blocked: false })).toBe(true);
    expect(await users.findAccount('reception')).toMatchObject({ blocked: false });
    expect(await users.change('nobody', { blocked: true })).toBe(false);
  });

  it('changes the key of one user, and says whether there is one', async () => {
    await users.add(someUser());
    await users.add(someUser({ id: guid(2), login: 'gate' }));
    expect(await users.change('reception', { keyDigest: 'e'.repeat(64) })).toBe(true);
    expect(await users.findAccount('reception')).toMatchObject({ keyDigest: 'e'.repeat(64) });
    expect(await users.findAccount('gate')).toMatchObject({ keyDigest: 'd'.repeat(64) });
    expect(await users.change('nobody', { keyDigest: 'e'.repeat(64) })).toBe(false);
  });
});
