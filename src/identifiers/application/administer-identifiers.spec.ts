import { guid, someCaller } from '../../../test/fakes/examples';
import { FakeIdentifierRepository } from '../../../test/fakes/fake-identifier.repository';
import type { Caller, RecordPermission } from '../../shared/caller';
import { AdministerIdentifiers } from './administer-identifiers';

const everything = { status: null, technology: null, type: null, text: null };
const page = { number: 1, size: 10 };
const january = new Date('2026-01-01T00:00:00.000Z');
const june = new Date('2026-06-01T00:00:00.000Z');

const may = (permission: RecordPermission, userId = guid(5)): Caller =>
  someCaller({ userId, recordPermissions: { Identifiers: { View: permission, Edit: permission } } });

describe('administering cards', () => {
  let identifiers: FakeIdentifierRepository;
  let administer: AdministerIdentifiers;
  const list = async (caller: Caller) => (await administer.list(caller, everything, page)).rows;

  beforeEach(async () => {
    identifiers = new FakeIdentifierRepository();
    administer = new AdministerIdentifiers(identifiers);
    await administer.create(someCaller(), '0beef', { registrationNr: 'V-1', validFrom: january });
    await administer.create(may([]), '00cafe', { registrationNr: 'V-2' });
  });

  it('normalises the number of a new card, and refuses it in any other spelling', async () => {
    expect((await list(someCaller())).map(({ internalNr }) => internalNr)).toEqual(['BEEF', 'CAFE']);
    await expect(administer.create(someCaller(), '00Beef', {})).rejects.toMatchObject({
      code: 'IdentifierExists',
    });
  });

  it.each<[string, RecordPermission, string[]]>([
    ['All', 'All', ['BEEF', 'CAFE']],
    ['Own', 'Own', ['CAFE']],
    ['units, to which no card belongs', ['Organization structure'], []],
  ])('lists to a caller with %s: the cards %#', async (_, permission, numbers) => {
    const { rows, total } = await administer.list(may(permission), everything, page);
    expect([total, rows.map(({ internalNr }) => internalNr)]).toEqual([numbers.length, numbers]);
  });

  it('filters the cards that the caller may view', async () => {
    const { rows } = await administer.list(may('Own'), { ...everything, text: 'beef' }, page);
    expect(rows).toEqual([]);
  });

  it('changes a card by any spelling of its number', async () => {
    expect(await administer.update(someCaller(), '000bEEf', { status: 2 })).toMatchObject({
      internalNr: 'BEEF',
      registrationNr: 'V-1',
      status: 2,
    });
  });

  it.each<[string, RecordPermission, string, boolean]>([
    ['All', 'All', 'beef', true],
    ['Own', 'Own', 'cafe', true],
    ['Own', 'Own', 'beef', false],
    ['units', ['Organization structure'], 'cafe', false],
  ])('a caller with %s %#', async (_, permission, number, allowed) => {
    const before = await list(someCaller());
    const change = administer.update(may(permission), number, { registrationNr: 'X' });
    if (allowed) expect(await change).toMatchObject({ registrationNr: 'X' });
    else {
      await expect(change).rejects.toMatchObject({ code: 'IdentifiersEditPermission' });
      expect(await list(someCaller())).toEqual(before);
    }
  });

  it('refuses an unknown card with IdentifierNotFound, after checking the request', async () => {
    await expect(administer.update(may([]), 'F', {})).rejects.toMatchObject({ code: 'IdentifierNotFound' });
    await expect(administer.update(may([]), 'F', { status: 1 })).rejects.toMatchObject({
      code: 'BadParameters',
      details: [{ field: 'Status' }],
    });
    await expect(administer.create(may([]), 'F', { status: 1 })).rejects.toMatchObject({
      code: 'BadParameters',
      details: [{ field: 'Identifier.Status' }],
    });
  });

  it('refuses a ValidTo before the stored ValidFrom', async () => {
    const past = { validTo: new Date('2025-12-31T00:00:00.000Z') };
    await expect(administer.update(someCaller(), 'beef', past)).rejects.toMatchObject({
      code: 'BadParameters',
      details: [{ field: 'ValidTo' }],
    });
    expect(await administer.update(someCaller(), 'beef', { validTo: june })).toMatchObject({
      validFrom: january,
      validTo: june,
    });
  });

  describe('a card as described', () => {
    const wet = { dryRun: false };

    it('is made, and belongs to no user', async () => {
      expect(await administer.put('0f00d', { technology: 2 }, wet)).toEqual({
        outcome: 'created',
        members: [],
      });
      expect(await identifiers.find('F00D')).toMatchObject({ technology: 2, type: 3, createdBy: null });
    });

    it('is changed where it differs: what is left out gets its default, but a loss stays', async () => {
      await administer.update(someCaller(), 'BEEF', { status: 2 });
      expect(await administer.put('beef', { technology: 1 }, wet)).toEqual({
        outcome: 'changed',
        members: ['registrationNr', 'technology', 'validFrom'],
      });
      const described = { internalNr: 'BEEF', registrationNr: '', technology: 1, type: 3, lost: true };
      expect(await identifiers.find('BEEF')).toMatchObject({
        ...described,
        validFrom: null,
        createdBy: someCaller().userId,
      });
      expect(await administer.put('BEEF', { technology: 1 }, wet)).toMatchObject({ outcome: 'left' });
      expect(await administer.put('BEEF', { technology: 1, status: 0 }, wet)).toMatchObject({
        members: ['lost'],
      });
    });

    it('is reported by a dry run, which changes nothing', async () => {
      const before = await list(someCaller());
      for (const [nr, outcome] of [
        ['F00D', 'created'],
        ['BEEF', 'changed'],
      ] as const)
        expect(await administer.put(nr, {}, { dryRun: true })).toMatchObject({ outcome });
      expect(await list(someCaller())).toEqual(before);
    });

    it('is refused where no card can be so', async () => {
      const wanted = { validFrom: june, validTo: january };
      await expect(administer.put('F00D', wanted, wet)).rejects.toMatchObject({
        code: 'BadParameters',
        details: [{ field: 'ValidTo', problem: 'must not be before ValidFrom' }],
      });
    });
  });
});
