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
});
