import { FakeVisitTypes } from '../../../test/fakes/fake-visit-types';
import { AdministerVisitTypes } from './administer-visit-types';

describe('administering visit types', () => {
  let administer: AdministerVisitTypes;
  const stored = async (title: string) =>
    (await administer.list({ number: 1, size: 100 })).rows.find(type => type.title === title);

  beforeEach(() => {
    administer = new AdministerVisitTypes(new FakeVisitTypes());
  });

  it('a new type asks for nothing, unless told otherwise', async () => {
    const plain = { title: 'Tour', shortcut: '', escortRequired: false, requiredActivities: [] };
    expect(await administer.create('Tour', { shortcut: null, requiredActivities: null })).toEqual(plain);
    expect(await stored('Tour')).toEqual(plain);
  });

  it('names each activity of a new type once', async () => {
    const requiredActivities = ['Safety training', 'Hygiene', 'Safety training'];
    const made = await administer.create('Tour', { shortcut: 'T', escortRequired: true, requiredActivities });
    expect(made).toEqual({
      title: 'Tour',
      shortcut: 'T',
      escortRequired: true,
      requiredActivities: ['Hygiene', 'Safety training'],
    });
    expect(await stored('Tour')).toEqual(made);
  });

  it.each([
    [{}, {}],
    [{ shortcut: '' }, { shortcut: '' }],
    [{ escortRequired: false }, { escortRequired: false }],
    [{ requiredActivities: [] }, { requiredActivities: [] }],
    [{ requiredActivities: ['Hygiene'] }, { requiredActivities: ['Hygiene'] }],
  ])('an update by %j changes that and nothing else', async (request, change) => {
    const contractor = {
      title: 'Contractor',
      shortcut: 'CON',
      escortRequired: true,
      requiredActivities: ['Safety training'],
    };
    expect(await administer.update('Contractor', request)).toEqual({ ...contractor, ...change });
    expect(await stored('Contractor')).toEqual({ ...contractor, ...change });
  });

  it('refuses what it does not know or knows already', async () => {
    await expect(administer.create('Delivery', {})).rejects.toMatchObject({ code: 'VisitTypeExists' });
    await expect(administer.update('Tour', {})).rejects.toMatchObject({ code: 'VisitTypeNotFound' });
    await expect(administer.update('Delivery', { requiredActivities: ['Diving'] })).rejects.toMatchObject({
      code: 'ActivityTypeNotFound',
    });
  });

  describe('a type as described', () => {
    const wet = { dryRun: false };

    it('is made, and then left', async () => {
      const wanted = { escortRequired: true, requiredActivities: ['Safety training', 'Hygiene'] };
      expect(await administer.put('Tour', wanted, wet)).toEqual({ outcome: 'created', members: [] });
      expect(await administer.put('Tour', wanted, wet)).toEqual({ outcome: 'left', members: [] });
      expect(await stored('Tour')).toMatchObject({ shortcut: '', escortRequired: true });
    });

    it('is changed where it differs: what is left out gets its default', async () => {
      const members = ['escortRequired', 'requiredActivities'];
      expect(await administer.put('Contractor', { shortcut: 'CON' }, wet)).toEqual({
        outcome: 'changed',
        members,
      });
      expect(await stored('Contractor')).toMatchObject({ escortRequired: false, requiredActivities: [] });
    });

    it('is reported by a dry run, which changes nothing', async () => {
      const before = await administer.list({ number: 1, size: 100 });
      const dry = { dryRun: true, alsoOnFile: new Set(['Diving']) };
      const request = { requiredActivities: ['Diving'] };
      expect(await administer.put('Tour', request, dry)).toMatchObject({ outcome: 'created' });
      expect(await administer.put('Contractor', request, dry)).toMatchObject({ outcome: 'changed' });
      expect(await administer.list({ number: 1, size: 100 })).toEqual(before);
    });

    it('is refused with every activity that is not on file', async () => {
      const request = { requiredActivities: ['Diving', 'Hygiene', 'Tea'] };
      const problem = 'is no activity type on file';
      await expect(administer.put('Tour', request, wet)).rejects.toMatchObject({
        code: 'BadParameters',
        details: [
          { field: 'RequiredActivities[0]', problem },
          { field: 'RequiredActivities[2]', problem },
        ],
      });
    });
  });
});
