import { FakeApiKeys } from '../../../test/fakes/fake-api-keys';
import { FakeRandom } from '../../../test/fakes/fake-random';
import { FakeUserRepository } from '../../../test/fakes/fake-user.repository';
import { everyPrivilege } from '../domain/user';
import { AdministerUsers } from './administer-users';

describe('administering users', () => {
  const keys = new FakeApiKeys();
  let users: FakeUserRepository;
  let administer: AdministerUsers;
  const gate = {
    login: 'gate',
    ipFilter: '10.0.0.0/8',
    ratePolicy: '5/1s',
    privileges: { Visits: ['View'] },
    recordPermissions: { Visits: { View: 'Own' } },
  } as const;

  beforeEach(() => {
    users = new FakeUserRepository();
    administer = new AdministerUsers(users, keys, new FakeRandom());
  });

  it('creates an unblocked user, stores the digest of the key and returns the key', async () => {
    const key = await administer.create(gate);
    const [user] = await users.list();
    expect(user).toMatchObject({ ...gate, blocked: false, keyDigest: keys.digest(key ?? '') });
    expect(user?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(Object.values(user ?? {})).not.toContain(key);
  });

  it('creates no user if the login is taken', async () => {
    await administer.create(gate);
    const before = await administer.list();
    expect(await administer.create({ ...gate, ipFilter: '' })).toBeUndefined();
    expect(await administer.list()).toEqual(before);
  });

  it('blocks and unblocks, and returns whether there is such a user', async () => {
    await administer.create(gate);
    expect(await administer.block('gate')).toBe(true);
    expect(await users.findAccount('gate')).toMatchObject({ blocked: true });
    expect(await administer.unblock('gate')).toBe(true);
    expect(await users.findAccount('gate')).toMatchObject({ blocked: false });
    expect(await administer.block('nobody')).toBe(false);
    expect(await administer.unblock('nobody')).toBe(false);
  });

  it('replaces the key', async () => {
    const old = await administer.create(gate);
    const key = await administer.rotateKey('gate');
    expect(key).not.toBe(old);
    expect(await users.findAccount('gate')).toMatchObject({ keyDigest: keys.digest(key ?? '') });
  });

  it('makes no key for an unknown login', async () => {
    expect(await administer.rotateKey('nobody')).toBeUndefined();
  });

  describe('a user as described', () => {
    const wet = { dryRun: false };
    const stored = () => users.findAccount('gate');

    it('is made, with the key that is given or a new one', async () => {
      expect(await administer.put({ ...gate, apiKey: 'mine' }, wet)).toEqual({
        outcome: 'created',
        members: [],
      });
      expect(await stored()).toMatchObject({ keyDigest: keys.digest('mine'), blocked: false });
      const { key } = await administer.put({ ...gate, login: 'erp', blocked: true }, wet);
      expect(await users.findAccount('erp')).toMatchObject({
        keyDigest: keys.digest(key ?? ''),
        blocked: true,
      });
    });

    it('keeps the key and the block that are left out', async () => {
      const key = await administer.create(gate);
      await administer.block('gate');
      expect(await administer.put(gate, wet)).toEqual({ outcome: 'left', members: [] });
      expect(await stored()).toMatchObject({ keyDigest: keys.digest(key ?? ''), blocked: true });
    });

    it('is changed where it differs', async () => {
      await administer.create(gate);
      const wanted = { ...gate, blocked: true, apiKey: 'mine', privileges: {} };
      const { outcome, members: differing } = await administer.put(wanted, wet);
      expect([outcome, ...[...differing].sort()]).toEqual(['changed', 'blocked', 'keyDigest', 'privileges']);
      const { apiKey: _, ...members } = wanted;
      expect(await users.list()).toMatchObject([{ ...members, keyDigest: keys.digest('mine') }]);
    });

    it('is reported by a dry run, which changes nothing and makes no key', async () => {
      expect(await administer.put(gate, { dryRun: true })).toEqual({ outcome: 'created', members: [] });
      expect(await users.list()).toEqual([]);
      await administer.create(gate);
      const before = await users.list();
      expect(await administer.put({ ...gate, blocked: true }, { dryRun: true })).toEqual({
        outcome: 'changed',
        members: ['blocked'],
      });
      expect(await users.list()).toEqual(before);
    });

    it('is refused when another process makes it meanwhile', async () => {
      jest.spyOn(users, 'add').mockResolvedValue(false);
      await expect(administer.put(gate, wet)).rejects.toMatchObject({ code: 'VisitUpdateFailed' });
    });
  });

  it('creates the first administrator with every privilege', async () => {
    let shown = '';
    await administer.createFirstAdministrator(key => Promise.resolve((shown = key) !== ''));
    expect(await administer.list()).toMatchObject([
      {
        login: 'admin',
        keyDigest: keys.digest(shown),
        blocked: false,
        ipFilter: '',
        ratePolicy: null,
        privileges: everyPrivilege,
        recordPermissions: {},
      },
    ]);
  });

  it('creates no administrator if the key could not be shown', async () => {
    await administer.createFirstAdministrator(() => Promise.resolve(false));
    expect(await administer.list()).toEqual([]);
  });

  it('creates no administrator if there are users', async () => {
    await administer.create(gate);
    const show = jest.fn(() => Promise.resolve(true));
    await administer.createFirstAdministrator(show);
    expect(show).not.toHaveBeenCalled();
    expect(await administer.list()).toHaveLength(1);
  });
});
